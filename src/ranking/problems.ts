import type { ArticleId } from "../model/article.ts";
import { defineDiagnostic } from "../model/diagnostic.ts";

const MOST_NAMED = 4;

export const unknownArticle = defineDiagnostic({
  code: "ranking/unknown-article",
  severity: "error",
  cause: {
    zh: "“相关”或“不相关”里写的文章找不到",
    en: "An article named under “related” or “relatedExclude” does not exist",
  },
  fix: {
    zh: "写那篇文章的文件名，不用带 .md，例如 2026-02-09-weather；省去日期只写 weather 也行",
    en: "Write the article's file name without .md, such as 2026-02-09-weather; weather alone will do too",
  },
  message: (written: string, _nearest: ArticleId | undefined) => ({
    zh: `找不到文章“${written}”`,
    en: `there is no article “${written}”`,
  }),
  hint: (_written, nearest) =>
    nearest === undefined
      ? {
          zh: "核对那篇文章的文件名；不想要这一条，删掉就行",
          en: "Check that article's file name, or delete this entry",
        }
      : { zh: `是不是“${nearest}”？照这样写就行`, en: `Did you mean “${nearest}”? Write it like that` },
});

export const ambiguousArticle = defineDiagnostic({
  code: "ranking/ambiguous-article",
  severity: "error",
  cause: {
    zh: "“相关”或“不相关”里写的名字，不止一篇文章对得上",
    en: "A name under “related” or “relatedExclude” fits more than one article",
  },
  fix: {
    zh: "写得再完整些：带上日期，或者前面再加上栏目的文件夹，例如 news/2026-02-09-weather",
    en: "Write more of it: add the date, or the section's folder in front, such as news/2026-02-09-weather",
  },
  message: (written: string, candidates: readonly ArticleId[]) => ({
    zh: `“${written}”对得上 ${candidates.length} 篇文章：${named(candidates, "、", " 等")}`,
    en: `“${written}” fits ${candidates.length} articles: ${named(candidates, ", ", ", …")}`,
  }),
  hint: (_written, [first]) => ({
    zh: `写全一些，例如“${first}”`,
    en: `Write more of it, for example “${first}”`,
  }),
});

function named(candidates: readonly ArticleId[], comma: string, more: string): string {
  const shown = candidates.slice(0, MOST_NAMED).join(comma);
  return candidates.length > MOST_NAMED ? shown + more : shown;
}
