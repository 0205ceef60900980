import { readFileSync, writeFileSync } from "node:fs";

/** What stands in a text between `<!-- generated: name -->` and `<!-- end: name -->`. Throws where the two are not there. */
export function regionOf(text: string, name: string): string {
  const { from, to } = boundsOf(text, name);
  return text.slice(from, to).trim();
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
  const { from, to } = boundsOf(text, name);
  writeFileSync(file, `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`);
}

function boundsOf(text: string, name: string): { readonly from: number; readonly to: number } {
  const opening = `<!-- generated: ${name} -->`;
  const from = text.indexOf(opening) + opening.length;
  const to = text.indexOf(`<!-- end: ${name} -->`);
  if (from < opening.length || to < from) throw new Error(`the region “${name}” is not marked`);
  return { from, to };
}
