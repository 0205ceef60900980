/** In the place of a header's value: what rules before have set is dropped. */
const DROP = Symbol("drop");
/** The rules of a `_headers` file as hosts read them: `*` is anything, slashes too; `:name` is a part between slashes; `! Name` drops a header of rules before. */
export function readRules(text) {
  return text
    .trim()
    .split("\n\n")
    .map((block) => {
      const [path = "", ...lines] = block.split("\n");
      const pattern = path
        .split("*")
        .map((part) => part.replace(/[.+?^$()[\]{}|\\]/g, "\\$&").replace(/:[a-z]\w*/g, "[^/]+"))
        .join(".*");
      const headers = lines.map((line) => {
        const [, dropped] = /^ {2}! ([\w-]+)$/.exec(line) ?? [];
        const [, name = "", value = ""] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
        return dropped === undefined ? [name, value] : [dropped, DROP];
      });
      return { path, pattern: new RegExp(`^${pattern}$`), headers };
    });
}
/** The headers that a host sends with the file at a path. */
export function headersOf(path, text) {
  const found = new Map();
  for (const [name, value] of readRules(text)
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ headers }) => headers)) {
    // Hosts join the values of one header: the second would spoil the first.
    if (value !== DROP && found.has(name)) throw new Error(`two values of ${name} at ${path}`);
    if (value === DROP) found.delete(name);
    else found.set(name, value);
  }
  return Object.fromEntries(found);
}
