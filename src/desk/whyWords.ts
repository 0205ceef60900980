import type { ArticleId } from "../model/article.ts";
import type { Origin } from "../ranking/bonds.ts";
import type {
  PairExplanation,
  PairStanding,
  RelatedExplanation,
  ScoreParts,
  SharedTag,
} from "../ranking/explain.ts";
import type { HotExplanation, HotTag } from "../ranking/explainHot.ts";
import type { HotStanding } from "../ranking/hot.ts";
import type { RelatedReason } from "../ranking/related.ts";
import type { Language } from "../report/language.ts";

/** What the sentences need besides the explanation. */
export interface WhyWords {
  readonly language: Language;
  readonly titleOf: (id: ArticleId) => string;
}

type Text = Readonly<Record<Language, string>>;

/** Why these are an article's related ones, a paragraph each. */
export function wordRelated(id: ArticleId, related: readonly RelatedExplanation[], words: WhyWords): string {
  const heading = {
    zh: `${named(id, words)}的相关阅读`,
    en: `Related to ${named(id, words)}`,
  };
  const none = { zh: "  没有：站内没有别的文章可列", en: "  none: there is no other article to list" };
  const entries = related.map((entry, index) => {
    const title = `${index + 1}. ${named(entry.id, words)}`;
    return `${title}\n   ${REASONS[entry.reason][words.language]}\n   ${wordScore(entry, words.language)}`;
  });
  return `${heading[words.language]}\n${entries.length === 0 ? none[words.language] : entries.join("\n")}\n`;
}

/** Why an article is, or is not, among another's related ones. */
export function wordPair(asker: ArticleId, pair: PairExplanation, words: WhyWords): string {
  const { language } = words;
  const heading = {
    zh: `${named(pair.id, words)}对于 ${named(asker, words)}`,
    en: `${named(pair.id, words)}, for readers of ${named(asker, words)}`,
  };
  return `${heading[language]}\n   ${wordStanding(pair.standing, words)}\n   ${wordScore(pair, language)}\n`;
}

/** Why an article is, or is not, hot, as a paragraph. */
export function wordHot(hot: HotExplanation, words: WhyWords): string {
  const [place = "", ...lines] = hotLines(hot, words);
  const head = `${words.language === "zh" ? "热门：" : "Hot: "}${place}`;
  return `${[head, ...lines.map((line) => `   ${line}`)].join("\n")}\n`;
}

/** Its place in the hot list, then what that rests on, a line each. */
export function hotLines(
  { standing, tags, heat, rank, duplicateOf }: HotExplanation,
  { language, titleOf }: WhyWords,
): readonly string[] {
  const place =
    rank === undefined
      ? { zh: "不在热门里", en: "not in the hot list" }
      : { zh: `在热门里排第 ${rank}`, en: `number ${rank} in the hot list` };
  const twin = duplicateOf && {
    zh: `；与已列出的《${titleOf(duplicateOf)}》是同一条消息`,
    en: `; it tells the same story as ${titleOf(duplicateOf)}, which is listed`,
  };
  const degree = { zh: `热度 ${heat.toFixed(4)}`, en: `heat ${heat.toFixed(4)}` };
  return [
    `${place[language]}${twin?.[language] ?? ""}`,
    (standing === "old" && rank !== undefined ? FILLER : HOT_STANDINGS[standing])[language],
    degree[language],
    ...tags.map((tag) => wordBurst(tag)[language]),
  ];
}

/** Why an article stands in a related list, in a few words. */
export function wordReason(reason: RelatedReason, language: Language): string {
  return REASONS[reason][language];
}

const REASONS: Readonly<Record<RelatedReason, Text>> = {
  pinned: { zh: "编辑指定", en: "chosen by the editor" },
  tags: { zh: "标签和日期相近", en: "near in tags and date" },
  "fallback: section": {
    zh: "标签不够，取同栏目日期最近的",
    en: "too few by tags: the nearest in date of the same section",
  },
  "fallback: site": {
    zh: "标签不够，取全站日期最近的",
    en: "too few by tags: the nearest in date of the site",
  },
};

const HOT_STANDINGS: Readonly<Record<HotStanding, Text>> = {
  pinned: { zh: "编辑标为热门，三天内排在最前", en: "marked hot by the editor: first for three days" },
  candidate: { zh: "最近 14 天的文章，参加评比", en: "of the last 14 days: a candidate" },
  never: { zh: "编辑标为不上热门", en: "kept out by the editor" },
  old: { zh: "超过 14 天，不参加评比", en: "older than 14 days: not a candidate" },
};

const FILLER: Text = {
  zh: "超过 14 天，不参加评比；热门的不够数，按日期补上",
  en: "older than 14 days: not a candidate, but listed by date as too few are",
};

const ORIGINS: Readonly<Record<Exclude<Origin, "carried">, Text>> = {
  ancestor: { zh: "上级标签", en: "broader tag" },
  implicit: { zh: "标题里提到", en: "named in the title" },
};

/** What a score is made of, in a line. */
export function wordScore(
  { score, sharedTags, days, similarity, nearness, sameSection }: ScoreParts,
  language: Language,
): string {
  const separator = language === "zh" ? "，" : ", ";
  const tags = sharedTags.map((tag) => wordSharedTag(tag, language)).join(language === "zh" ? "、" : ", ");
  const parts: Text[] = [
    {
      zh: tags === "" ? "没有共同标签" : `共同标签 ${tags}`,
      en: tags === "" ? "no shared tag" : `shared tags ${tags}`,
    },
    { zh: `标签相似度 ${similarity.toFixed(4)}`, en: `tag similarity ${similarity.toFixed(4)}` },
    { zh: `相隔 ${days} 天 ×${nearness.toFixed(4)}`, en: `${days} days apart ×${nearness.toFixed(4)}` },
    {
      zh: sameSection ? "同栏目 ×1.1" : "不同栏目",
      en: sameSection ? "same section ×1.1" : "another section",
    },
    { zh: `得分 ${score}`, en: `score ${score}` },
  ];
  return parts.map((part) => part[language]).join(separator);
}

function wordSharedTag({ label, share, origin, candidateOrigin }: SharedTag, language: Language): string {
  const origins = [origin, candidateOrigin].flatMap((from) =>
    from === "carried" ? [] : [ORIGINS[from][language]],
  );
  const note =
    origins.length === 0 ? "" : `${language === "zh" ? "，" : ", "}${[...new Set(origins)].join("/")}`;
  return language === "zh" ? `${label}（${percent(share)}${note}）` : `${label} (${percent(share)}${note})`;
}

function wordBurst({ label, recent, before, expected, burst }: HotTag): Text {
  return {
    zh: `标签 ${label}：近 7 天 ${recent} 篇，此前 56 天 ${before} 篇，按常应有 ${expected.toFixed(2)} 篇，突增 ${burst.toFixed(2)}`,
    en: `tag ${label}: ${recent} in the last 7 days, ${before} in the 56 before, ${expected.toFixed(2)} expected, burst ${burst.toFixed(2)}`,
  };
}

function wordStanding(standing: PairStanding, { language, titleOf }: WhyWords): string {
  switch (standing.kind) {
    case "listed":
      return language === "zh"
        ? `在相关阅读里排第 ${standing.rank}（${REASONS[standing.reason].zh}）`
        : `number ${standing.rank} in its related list (${REASONS[standing.reason].en})`;
    case "itself":
      return language === "zh" ? "就是这一篇" : "it is the same article";
    case "excluded":
      return language === "zh" ? "编辑写明不相关" : "excluded by the editor";
    case "outranked":
      return language === "zh" ? "有相关，但名次靠后，没有列出" : "related, but others rank higher";
    case "unrelated":
      return language === "zh" ? "没有共同标签" : "it shares no tag";
    case "duplicate":
      return language === "zh"
        ? `与《${titleOf(standing.of)}》是同一条消息，只列一次`
        : `it tells the same story as ${titleOf(standing.of)}, which is listed once`;
  }
}

function named(id: ArticleId, { language, titleOf }: WhyWords): string {
  return language === "zh" ? `${titleOf(id)}（${id}）` : `${titleOf(id)} (${id})`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
