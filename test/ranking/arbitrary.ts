import fc from "fast-check";
import type { Article } from "../../src/model/article.ts";
import type { Taxonomy } from "../../src/model/taxonomy.ts";
import { article, day, withParents } from "./articles.ts";

/** From common to rare. */
const TAGS = [
  "民生",
  "交通",
  "教育",
  "文化",
  "柑橘",
  "大桥",
  "寒潮",
  "马拉松",
  "istio",
  "图书馆",
  "非遗",
  "茶",
];
const SOURCES = ["云河新闻网", "澜江日报", undefined];

/** A common tag more often than a rare one. */
const anyTag = fc
  .nat({ max: 99 })
  .map((chance) => TAGS[Math.floor(TAGS.length * (chance / 100) ** 2)] ?? "茶");

/** Nothing, a name that other articles carry as a tag, or the same story as others tell. */
const anyTitle = fc.oneof(
  { weight: 5, arbitrary: fc.constant("") },
  { weight: 3, arbitrary: anyTag.map((tag) => `走进${tag}现场`) },
  { weight: 1, arbitrary: fc.constant("全市公告") },
);

/** Articles of one day, of a few days or of more than a year; some have no tags. Ids and other titles are unlike. */
export const anyArticles: fc.Arbitrary<readonly Article[]> = fc
  .constantFrom(1, 5, 400)
  .chain((days) =>
    fc.array(
      fc.record({
        day: fc.nat({ max: days - 1 }),
        hour: fc.constantFrom("T00:00", "T09:30"),
        section: fc.constantFrom("news", "news/counties", "life"),
        tags: fc.oneof(
          { weight: 4, arbitrary: fc.array(anyTag, { maxLength: 5 }) },
          { weight: 1, arbitrary: fc.constant([]) },
        ),
        title: anyTitle,
        source: fc.constantFrom(...SOURCES),
      }),
      { maxLength: 60 },
    ),
  )
  .map((drafts) =>
    drafts.map(({ day: number, hour, section, tags, title, source }, at) =>
      article(`${section}/${at}`, day(number) + hour, {
        tags,
        title: title === "全市公告" ? title : `${title}${at}`,
        ...(source === undefined ? {} : { source: { name: source } }),
      }),
    ),
  );

/** Each tag below none or below a commoner one. */
export const anyTaxonomy: fc.Arbitrary<Taxonomy> = fc
  .array(fc.nat({ max: 30 }), { minLength: TAGS.length, maxLength: TAGS.length })
  .map((choices) => {
    const pairs = choices.flatMap((choice, at) => {
      const parent = choice < at ? TAGS[choice] : undefined;
      return parent === undefined ? [] : [[TAGS[at] ?? "", parent]];
    });
    return withParents(Object.fromEntries(pairs));
  });
