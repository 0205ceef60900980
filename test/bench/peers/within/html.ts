/** Text as it may stand in HTML and XML, in attributes too. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A link to a page of the site. */
export function link(url: string, title: string, more = ""): string {
  return `<a href="${encodeURI(url)}"${more}>${escapeText(title)}</a>`;
}

/** Some values as lines of markup. */
export function lines<Value>(values: readonly Value[], write: (value: Value) => string): string {
  return values.map(write).join("\n");
}

/** A moment in the newsroom's zone: RFC 3339, and as readers see it. */
export function moment(date: Date): { readonly iso: string; readonly text: string } {
  const local = new Date(Number(date) + 8 * 3_600_000).toISOString().slice(0, 19);
  return { iso: `${local}+08:00`, text: local.slice(0, 16).replace("T", " ") };
}

/** A `time` element. */
export function time(date: Date): string {
  const { iso, text } = moment(date);
  return `<time datetime="${iso}">${text}</time>`;
}
