interface Rule {
  readonly path: string;
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [string, string])[];
}

/** The rules of a `_headers` file as hosts read them: `*` is anything, slashes too. */
export function readRules(text: string): readonly Rule[] {
  return text
    .trim()
    .split("\n\n")
    .map((block) => {
      const [path = "", ...lines] = block.split("\n");
      const pattern = path
        .split("*")
        .map((part) => part.replace(/[.+?^$()[\]{}|\\]/g, "\\$&"))
        .join(".*");
      const headers = lines.map((line) => {
        const [, name = "", value = ""] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
        return [name, value] as const;
      });
      return { path, pattern: new RegExp(`^${pattern}$`), headers };
    });
}

/** The headers that a host sends with the file at a path. */
export function headersOf(path: string, text: string): Readonly<Record<string, string>> {
  const all = readRules(text)
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ headers }) => headers);
  // Hosts join the values of one header: the second would spoil the first.
  if (new Set(all.map(([name]) => name)).size !== all.length)
    throw new Error(`two values of one header at ${path}`);
  return Object.fromEntries(all);
}
