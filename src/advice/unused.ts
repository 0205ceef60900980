import type { Article, PlainPage, Section } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import { filePath, isPicturePath } from "../pages/files.ts";
import { unusedDocument, unusedPicture } from "./problems.ts";

/** All texts of a newsroom, shown or not: a draft's picture is no leftover. */
export interface Texts {
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  readonly plainPages: readonly PlainPage[];
}

/** What an article may have been written in, and is not read from. */
const WRITTEN = /\.(?:docx?|wps|odt|rtf|html?|mdx)$/i;

/** Pictures and written documents beside the texts, by their paths below content/, that none of them refers to. What stands in static/ may be used by anyone. */
export function adviseUnused(
  texts: Texts,
  paths: readonly string[],
  failed: readonly string[],
): Diagnostic[] {
  const used = usedFiles(texts);
  // Nothing is known of a text with errors: its files may be in use.
  const unread = failed.map((path) => `${folderOf(path)}/`);
  return paths
    .filter((path) => !path.startsWith("static/") && !used.has(path))
    .filter((path) => !unread.some((folder) => path.startsWith(folder)))
    .flatMap((path) => {
      const place = { file: `content/${path}` };
      if (isPicturePath(path)) return [unusedPicture(place)];
      return WRITTEN.test(path) ? [unusedDocument(place)] : [];
    });
}

function usedFiles({ articles, sections, plainPages }: Texts): ReadonlySet<string | undefined> {
  const indexes = sections.map(({ path, ...rest }) => ({ ...rest, path: `${path}/_index.md` }));
  const covers = [
    ...articles.map(({ path, cover }) => filePath(cover?.src ?? "", path)),
    ...indexes.map(({ path, cover }) => filePath(cover?.value.src ?? "", path)),
  ];
  const bodies = [...articles, ...indexes, ...plainPages].flatMap(({ path, body }) =>
    (body?.references ?? []).map(({ target }) => filePath(target, path)),
  );
  return new Set([...covers, ...bodies]);
}
