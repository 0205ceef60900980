/** A sentence in the two languages that editors may ask for. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Where a problem stands. `file` is relative to the newsroom with forward slashes; `line` and `column` start at 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export type Severity = "error" | "warning";

/** One problem, as a plain value that can be cached, sorted and printed in any report form. */
export interface Diagnostic extends Place {
  readonly severity: Severity;
  readonly code: string;
  readonly message: Text;
  readonly hint: Text;
}

/** What a stage returns: its value where one could be made, and every problem it saw. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The definition of one kind of problem: `cause` and `fix` are the row of the documentation's table, `message` and `hint` the words for one case of it. */
export interface Rule<A extends readonly unknown[]> {
  readonly code: string;
  readonly severity: Severity;
  readonly cause: Text;
  readonly fix: Text;
  readonly message: (...args: A) => Text;
  /** What says it better than `fix` for one case; undefined where nothing does. */
  readonly hint?: (...args: A) => Text | undefined;
}

/** A named factory of diagnostics that still carries its definition, for the documentation. */
export interface DiagnosticFactory<A extends readonly unknown[]> {
  (place: Place, ...args: A): Diagnostic;
  readonly rule: Rule<A>;
}

/** Makes the factory of one kind of problem. */
export function defineDiagnostic<A extends readonly unknown[]>(rule: Rule<A>): DiagnosticFactory<A> {
  const make = ({ file, line, column }: Place, ...args: A): Diagnostic => ({
    severity: rule.severity,
    code: rule.code,
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    message: rule.message(...args),
    hint: rule.hint?.(...args) ?? rule.fix,
  });
  return Object.assign(make, { rule });
}

/** The total order of a report: file, line, column, code, words. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message.zh, b.message.zh)
  );
}

/** UTF-16 code-unit order: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether any of the problems is an error: then nothing may be published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
