import { readFileSync, writeFileSync } from "node:fs";

/** What stands in a text between `<!-- generated: name -->` and `<!-- end: name -->`, less the marker's indent. Throws where the two are not there. */
export function regionOf(text: string, name: string): string {
  const { from, to, indent } = boundsOf(text, name);
  const lines = text.slice(from, to).trim().split("\n");
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
}

/** Puts a generated region into its file, but only when asked to (UPDATE_GOLDEN=1), and never in CI. */
export function updateRegion(
  file: string,
  name: string,
  content: string,
  { UPDATE_GOLDEN, CI }: NodeJS.ProcessEnv,
): void {
  if (UPDATE_GOLDEN !== "1") return;
  if (CI === "true") throw new Error("generated files are not written in CI: unset UPDATE_GOLDEN");
  const text = readFileSync(file, "utf8");
  const { from, to, indent } = boundsOf(text, name);
  const lines = content.split("\n").map((line) => (line === "" ? "" : indent + line));
  writeFileSync(file, `${text.slice(0, from)}\n\n${lines.join("\n")}\n\n${indent}${text.slice(to)}`);
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  /** What stands before the marker on its line: a region may be a part of a list. */
  readonly indent: string;
}

function boundsOf(text: string, name: string): Bounds {
  const opening = `<!-- generated: ${name} -->`;
  const start = text.indexOf(opening);
  const to = text.indexOf(`<!-- end: ${name} -->`);
  if (start < 0 || to < start) throw new Error(`the region “${name}” is not marked`);
  return { from: start + opening.length, to, indent: /[ ]*$/.exec(text.slice(0, start))?.[0] ?? "" };
}
