import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { emptyTaxonomy } from "../../src/model/taxonomy.ts";
import type { Stamp } from "../../src/model/time.ts";
import { makeLibrary } from "../../src/ranking/library.ts";
import { article as articleValue } from "../ranking/articles.ts";
import { plan } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";

const HOUR = 3_600_000;

/** Moments, in hours, so few that many of them meet. */
const moment = fc.integer({ min: 0, max: 12 });
const stampAt = (hours: number): Stamp => ({
  epoch: hours * HOUR,
  local: "1970-01-01T00:00:00",
  offset: "+00:00",
  dateOnly: false,
});

const someArticle = fc.record(
  {
    date: moment,
    publishAt: moment,
    expires: moment,
    pinned: fc.oneof(fc.boolean(), moment),
    draft: fc.boolean(),
    withdrawn: moment,
  },
  { requiredKeys: ["date"] },
);

function makeArticle(
  written: typeof someArticle extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): Article {
  const { date, publishAt, expires, pinned, draft, withdrawn } = written;
  return articleValue(`news/a${index}`, "2026-01-01", {
    date: stampAt(date),
    ...(publishAt === undefined ? {} : { publishAt: stampAt(publishAt) }),
    ...(expires === undefined ? {} : { expires: stampAt(expires) }),
    pinned: typeof pinned === "number" ? stampAt(pinned) : (pinned ?? false),
    draft: draft ?? false,
    ...(withdrawn === undefined ? {} : { withdrawn: { date: stampAt(withdrawn), reason: "x" } }),
  });
}

/** All that time alone changes of what readers see. */
function seen(articles: readonly Article[], now: number): string[] {
  const { visible, withdrawn } = makeLibrary(articles, emptyTaxonomy, now);
  const pinned = (at: Article) => (typeof at.pinned === "object" ? now < at.pinned.epoch : at.pinned);
  return [
    ...visible.map((found) => `${found.id} ${pinned(found) ? "pinned" : ""}`),
    ...withdrawn.map(({ id }) => `${id} withdrawn`),
  ];
}

test("nextDue is the first moment at which readers see something else", () => {
  fc.assert(
    fc.property(fc.array(someArticle, { maxLength: 4 }), moment, (written, hour) => {
      const articles = written.map(makeArticle);
      const now = hour * HOUR;
      const { nextDue } = makeLibrary(articles, emptyTaxonomy, now);
      const last = (nextDue ?? 20 * HOUR) - 1;
      for (const instant of [now, now + 1, (now + last) / 2, last].filter((at) => at <= last)) {
        expect(seen(articles, instant)).toEqual(seen(articles, now));
      }
      if (nextDue === undefined) return;
      expect(nextDue).toBeGreaterThan(now);
      expect(seen(articles, nextDue)).not.toEqual(seen(articles, now));
    }),
    { numRuns: 2000 },
  );
});

describe("a newsroom's pages", async () => {
  const files: Files = {
    "content/site.yaml": "title: 报\nurl: https://x.example.com\nlists: {perPage: 2}\n",
    "content/news/2026-03-01-plain.md": article({ 标题: "平常" }),
    "content/news/2026-03-02-second.md": article({ 标题: "又一篇" }),
    "content/news/2026-04-01-future.md": article({ 标题: "未来", 日期: "2026-04-01 08:00" }),
    "content/news/2026-03-03-embargo.md": article({
      标题: "定时",
      发布时间: "2026-04-02 09:00",
      下线时间: "2026-04-06",
    }),
    "content/news/2026-03-04-expiring.md": article({ 标题: "到期", 下线时间: "2026-04-03 10:00" }),
    "content/news/2026-01-05-pinned.md": article({ 标题: "置顶", 置顶: "2026-04-04" }),
    "content/news/2026-03-06-both.md": article({
      标题: "都有",
      置顶: "2026-04-20",
      下线时间: "2026-04-10 12:00",
    }),
    "content/news/2026-03-07-notice.md": article({
      标题: "撤了",
      置顶: "2026-04-05",
      撤稿: "{日期: 2026-03-08, 原因: 有误}",
      下线时间: "2026-04-12 12:00",
    }),
    "content/news/2026-03-08-draft.md": article({ 标题: "草稿", 草稿: "是", 发布时间: "2026-04-07 07:00" }),
    "content/news/2026-04-09-never.md": article({ 标题: "永不", 下线时间: "2026-04-08 08:00" }),
  };

  /** Every page but the news sitemap, which is a window of two days before the moment, and the line of robots.txt that names it. */
  const pagesAt = async (now: number) => {
    const { pages, edition } = await plan(files, now);
    const still = pages.filter(({ route }) => route !== "/news-sitemap.xml" && route !== "/robots.txt");
    return { text: JSON.stringify(still), due: edition.library.nextDue };
  };

  test("change at every moment that is due, and between two of them not by a byte", async () => {
    const dues: string[] = [];
    let at = await pagesAt(Date.parse("2026-03-31T12:00:00+08:00"));
    while (at.due !== undefined) {
      const before = await pagesAt(at.due - 1);
      expect(before.text === at.text, `as before, until ${new Date(at.due).toISOString()}`).toBe(true);
      const after = await pagesAt(at.due);
      expect(after.text === before.text, `other than before, at ${new Date(at.due).toISOString()}`).toBe(
        false,
      );
      dues.push(new Date(at.due + 8 * HOUR).toISOString().slice(0, 16));
      at = after;
    }
    expect((await pagesAt(Date.parse("2099-01-01T00:00:00Z"))).text === at.text).toBe(true);
    expect(dues).toEqual([
      "2026-04-01T08:00",
      "2026-04-02T09:00",
      "2026-04-03T10:00",
      "2026-04-05T00:00",
      "2026-04-07T00:00",
      "2026-04-10T12:00",
      "2026-04-12T12:00",
    ]);
  });
});
