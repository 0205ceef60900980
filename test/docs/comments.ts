/**
 * The comments on the fields of page.ts's schemas, by the schema's constant and the field's path in it:
 * `card.shortDate`, `head.article.publishDate`. Schemas keep no comments at run time, so the text is read, as the formatter leaves it.
 */
export function fieldComments(source: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  let schema = "";
  let open: readonly { readonly indent: number; readonly key: string }[] = [];
  let comment: string | undefined;
  for (const line of source.split("\n")) {
    const [, said] = /^ +\/\*\* (.+) \*\/$/.exec(line) ?? [];
    const [, constant] = /^const (\w+) = /.exec(line) ?? [];
    const [, blanks = "", key] = /^( +)(\w+): /.exec(line) ?? [];
    if (constant !== undefined) [schema, open] = [constant, []];
    if (key !== undefined) {
      open = [...open.filter(({ indent }) => indent < blanks.length), { indent: blanks.length, key }];
      if (comment !== undefined) comments.set([schema, ...open.map((field) => field.key)].join("."), comment);
    }
    comment = said;
  }
  return comments;
}
