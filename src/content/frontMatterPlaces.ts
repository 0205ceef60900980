import type { Place } from "../model/diagnostic.ts";
import { fieldFinder } from "../yaml/spellings.ts";
import { readTyped } from "../yaml/typed.ts";
import { decodeText } from "./decode.ts";
import { articleFields } from "./fields.ts";
import { splitFrontMatter } from "./frontMatter.ts";
import type { SourceFile } from "./readSource.ts";

/**
 * Finds where the values of an article's front matter stand, by their paths (`/tags/0`): for the few problems that need a place
 * which the article itself does not carry, as ten thousand articles would.
 */
export function frontMatterPlaces({ path, bytes }: SourceFile, timeZone: string): (path: string) => Place {
  const file = `content/${path}`;
  const start = { file, line: 1, column: 1 };
  const decoded = decodeText(bytes, file);
  if (decoded.value === undefined) return () => start;
  const schema = articleFields(timeZone);
  const { node } = splitFrontMatter(decoded.value, file, fieldFinder(schema));
  return readTyped(schema, node, start).placeOf;
}
