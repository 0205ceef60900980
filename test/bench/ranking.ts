import type { Article } from "../../src/model/article.ts";
import { articleId } from "../../src/model/article.ts";
import type { ListSettings } from "../../src/model/site.ts";
import { emptyTaxonomy } from "../../src/model/taxonomy.ts";
import { makeLibrary } from "../../src/ranking/library.ts";
import { rankLibrary } from "../../src/ranking/rank.ts";
import { makeRandom, makeZipf } from "./random.ts";

/** What one run of the ranking cost. */
export interface RankingCost {
  readonly articles: number;
  readonly librarySeconds: number;
  readonly rankSeconds: number;
  readonly heapMegabytes: number;
}

const TAGS_PER_ARTICLE = 5;
const ARTICLES_PER_DAY = 20;
const MS_PER_DAY = 86_400_000;
const START = Date.UTC(2010, 0, 1);
const SOURCES = ["云河新闻网", "澜江日报（示例）", "云溪融媒（示例）"];
const HAN =
  "春江潮水连海平月共生滟随波千万里何处无明宛转绕芳甸照花林皆似霰空流飞不觉白沙看见色纤尘皎孤轮岸初人年代望相但送长云片去悠青枫浦胜愁谁家扁舟子思楼怜裴回应离妆镜台玉户帘卷还捣衣砧拂此时闻愿逐华君鸿雁光度鱼龙潜跃文昨夜闲潭梦落复斜沉藏雾碣石湘路乘几归摇情满树";

/** Seconds and heap of ranking so many articles with Zipf-distributed tags, the commonest on nearly a third of them; with `oneDay`, all are of one day. */
export function benchRanking(count: number, oneDay = false): RankingCost {
  const articles = makeArticles(count, oneDay);
  const started = performance.now();
  const library = makeLibrary(articles, emptyTaxonomy, Number.POSITIVE_INFINITY);
  const made = performance.now();
  rankLibrary(library, settings);
  const ranked = performance.now();
  return {
    articles: count,
    librarySeconds: (made - started) / 1000,
    rankSeconds: (ranked - made) / 1000,
    heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
  };
}

const settings: ListSettings = {
  related: { count: 6, halfLifeDays: 90, implicitTags: true },
  hot: { count: 10 },
  latest: { count: 10 },
  rails: "auto",
  includeSyntax: "ssi",
  bakeUpTo: 2000,
  bakeDays: 7,
  perPage: 20,
};

/** The same articles on every machine. */
function makeArticles(count: number, oneDay: boolean): Article[] {
  const random = makeRandom(20_260_209);
  const drawTag = makeZipf(Math.max(50, Math.round(count / 4)), 2.2);
  return Array.from({ length: count }, (_, number) => {
    const epoch =
      START + (oneDay ? 0 : Math.floor(number / ARTICLES_PER_DAY) * MS_PER_DAY) + (number % 20) * 3_600_000;
    const tags = new Set<number>();
    while (tags.size < TAGS_PER_ARTICLE) tags.add(drawTag(random));
    return makeArticle(number, epoch, [...tags].map(tagName), random);
  });
}

function makeArticle(number: number, epoch: number, tags: readonly string[], random: () => number): Article {
  const id = articleId(`section${number % 8}/${number}`);
  const source = SOURCES[Math.floor(random() * SOURCES.length)] ?? "";
  const local = new Date(epoch).toISOString().slice(0, 19);
  return {
    id,
    path: `${id}.md`,
    section: `section${number % 8}`,
    slug: `${number}`,
    title: Array.from({ length: 18 }, () => HAN[Math.floor(random() * HAN.length)]).join(""),
    date: { epoch, local, offset: "+00:00", dateOnly: false },
    tags,
    excerpt: "",
    source: { name: source },
    authors: [],
    correspondents: [],
    aliases: [],
    draft: false,
    pinned: false,
    related: [],
    relatedExclude: [],
    corrections: [],
    layout: "article",
    extra: {},
    body: { hash: "", references: [], words: 0 },
    digest: "",
    restDigest: "",
    places: {},
  };
}

/** Two or three Han characters, so that titles name tags now and then. */
function tagName(number: number): string {
  const at = (index: number) => HAN[index % HAN.length] ?? "";
  return (
    at(number) + at(Math.floor(number / HAN.length) * 7 + number + 1) + (number < 500 ? "" : at(number * 31))
  );
}
