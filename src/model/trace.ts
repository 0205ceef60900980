/** All that a page was made from, hashed: equal traces mean equal bytes. */
export interface Trace {
  readonly whole: string;
  /** A short hash of each part, by which a changed page can say what changed. Not proof of equality. */
  readonly parts: Readonly<Record<string, string>>;
}
