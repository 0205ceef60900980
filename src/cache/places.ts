/** Where a parsed article, section or plain page has places; all are in its own file. */
interface Placed {
  readonly places?: Readonly<Record<string, FilePlace>>;
  readonly body?: { readonly references: readonly Holder[] };
  readonly cover?: Partial<Holder>;
  readonly aliases?: readonly Holder[];
  readonly related?: readonly Holder[];
  readonly relatedExclude?: readonly Holder[];
}

interface Holder {
  readonly place: FilePlace;
}

interface FilePlace {
  file?: string;
  line?: number;
  column?: number;
}

/** Every place in the value of a parsed file. */
function placesIn(value: unknown): FilePlace[] {
  if (value === undefined) return [];
  const { places, body, cover, aliases = [], related = [], relatedExclude = [] } = value as Placed;
  const holders = [...aliases, ...related, ...relatedExclude, ...(body?.references ?? [])];
  const found = holders.map(({ place }) => place);
  if (cover?.place !== undefined) found.push(cover.place);
  return places === undefined ? found : [...found, ...Object.values(places)];
}

/** JSON in which no place of the `values` names its file: that name, again and again, would be a third of the cache. */
export function writeWithoutFiles(content: unknown, values: readonly unknown[]): string {
  const bare = new Set<unknown>(values.flatMap(placesIn));
  return JSON.stringify(content, (_, part) => (bare.has(part) ? { ...part, file: undefined } : part));
}

/** The value of a text that is no longer the file's: its places name the file, and no line of it. */
export function withoutLines<T>(value: T, file: string): T {
  const copy = structuredClone(value);
  for (const place of placesIn(copy)) {
    place.file = file;
    delete place.line;
    delete place.column;
  }
  return copy;
}

/** Gives the places of a value that was just read the name of their file; all share the one string. */
export function nameFiles(value: unknown, file: string): void {
  for (const place of placesIn(value)) place.file = file;
}
