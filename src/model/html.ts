/** Markup that is safe to print as it is: made by the Markdown pipeline, a template or `escapeHtml`, and by nothing else. */
export type Html = string & { readonly __brand: "Html" };

/** Declares a string to be safe markup. Call it only where the markup is made. */
export function trustedHtml(markup: string): Html {
  return markup as Html;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as markup, for element content and for quoted attributes. */
export function escapeHtml(text: string): Html {
  return trustedHtml(text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character));
}
