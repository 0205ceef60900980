import { expect, test } from "vitest";
import type { TemplatePage } from "../../src/model/page.ts";
import { pageValue } from "../../src/pages/pageValue.ts";
import { plan } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";

const NEWSROOM: Files = {
  "content/site.yaml": "title: 报\nurl: https://x.example.com\nlists:\n  perPage: 2\n  rails: fetch\n",
  "content/tags.yaml": "云河市: {}\n青石区: {parent: 云河市}\n",
  ...Object.fromEntries(
    [11, 12, 13, 14, 15].map((day) => [
      `content/news/2026-03-${day}-a.md`,
      article({ 标题: `第${day}号`, 标签: "云河市", 记者: "{姓名: 林晓禾, 单位: 甲报}" }),
    ]),
  ),
};

const NEWER: Files = {
  ...NEWSROOM,
  "content/news/2026-03-20-b.md": article({
    标题: "又一篇",
    标签: "青石区",
    记者: "{姓名: 林晓禾, 单位: 乙报}",
  }),
};

test.each(["/tags/云河市/page/1.html", "/authors/林晓禾/page/1.html", "/news/page/1.html"])(
  "%s, an older page, stands still when a new article brings a sub-topic and a reporter's new unit",
  async (route) => {
    const valueIn = async (files: Files) => {
      const { rails: _, ...value } = pageValue((await plan(files)).page(route) as TemplatePage) as {
        rails?: unknown;
      };
      return value;
    };
    expect(await valueIn(NEWER)).toEqual(await valueIn(NEWSROOM));
  },
);
