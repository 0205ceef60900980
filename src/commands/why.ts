import { type WhyWords, wordHot, wordPair, wordRelated } from "../desk/whyWords.ts";
import { STATE_WORDS } from "../desk/words.ts";
import type { ArticleId } from "../model/article.ts";
import { nearestName } from "../model/suggest.ts";
import { type Desk, readDesk } from "../press.ts";
import { explainPair, explainRelated } from "../ranking/explain.ts";
import { explainHot } from "../ranking/explainHot.ts";
import { resolveIds } from "../ranking/ids.ts";
import type { Language } from "../report/language.ts";
import { type CommonOptions, EXIT, resolveContext, UsageError } from "./context.ts";
import { failureCode, printDiagnostics } from "./reporting.ts";

/** Explains one article's related list and its heat; or, with a second id, the two together. Returns the exit code. */
export async function why(id: string, otherId: string | undefined, options: CommonOptions): Promise<number> {
  const { order, language } = resolveContext(options, process.env);
  const { value: desk, diagnostics } = await readDesk(order, () => {});
  if (desk === undefined) {
    printDiagnostics(diagnostics, "pretty", language, order.root);
    return failureCode(diagnostics, false) ?? EXIT.problems;
  }
  const asker = findArticle(id, desk, language);
  const other = otherId === undefined ? undefined : findArticle(otherId, desk, language);
  const words = wordsOf(desk, language);
  process.stdout.write(
    other === undefined ? explainOne(asker, desk, words) : explainTwo(asker, other, desk, words),
  );
  return EXIT.published;
}

function wordsOf({ library }: Desk, language: Language): WhyWords {
  const titles = new Map(library.visible.map(({ id, title }) => [id, title]));
  return { language, titleOf: (id) => titles.get(id) ?? id };
}

function explainOne(id: ArticleId, { library, config }: Desk, words: WhyWords): string {
  const { lists } = config.site;
  const related = explainRelated(library, lists, id) ?? [];
  const hot = explainHot(library, lists, id);
  return wordRelated(id, related, words) + (hot === undefined ? "" : wordHot(hot, words));
}

function explainTwo(asker: ArticleId, other: ArticleId, { library, config }: Desk, words: WhyWords): string {
  const pair = explainPair(library, config.site.lists, asker, other);
  return pair === undefined ? "" : wordPair(asker, pair, words);
}

function findArticle(typed: string, { library, copy }: Desk, language: Language): ArticleId {
  const written = typed.replace(/^content\//, "");
  const resolver = resolveIds(copy.articles);
  const found = resolver.resolve(written);
  if (found === "ambiguous") {
    const matches = resolver.matches(written).join(" ");
    throw new UsageError(
      language === "zh" ? `“${written}”可以指好几篇：${matches}` : `“${written}” may be any of ${matches}`,
    );
  }
  if (found === undefined) {
    const near = nearestName(written, resolver.endings());
    const hint =
      near === undefined ? "" : language === "zh" ? `，是不是“${near}”？` : `; did you mean “${near}”?`;
    throw new UsageError(
      language === "zh" ? `没有“${written}”这篇文章${hint}` : `there is no article “${written}”${hint}`,
    );
  }
  const status = library.status.get(found);
  if (status === undefined || status === "published") return found;
  const state = STATE_WORDS[status][language];
  throw new UsageError(
    language === "zh"
      ? `“${found}”目前没有发布（${state}），不参加排列`
      : `“${found}” is not published (${state}) and takes no part in the lists`,
  );
}
