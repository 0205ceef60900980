import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleParser } from "../../src/content/parseArticle.ts";
import { CONFIG } from "../content/config.ts";
import { isLong, SEED } from "../support/amount.ts";
import { attribute, find, parseHtml } from "../support/html.ts";
import { mutate } from "../support/mutate.ts";
import { article } from "../support/newsroom.ts";
import { anyTitle } from "../support/titles.ts";

const SAMPLE = join(import.meta.dirname, "../../content");
const articles = readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\d{4}-\d{2}-\d{2}-.*\.md$/.test(path))
  .sort()
  .map((path) => readFileSync(join(SAMPLE, path), "utf8"));
const MUTATIONS = isLong ? 10_000 : 300;
const MOST_SECONDS = 10;

const parse = articleParser(CONFIG);
const parseText = (bytes: Uint8Array) => parse({ path: "news/2026-03-01-a.md", bytes });

/** What no markup of an article may hold, told by what a browser's parser makes of it. */
function forbidden(html: string): string[] {
  return find(parseHtml(html), () => true).flatMap(({ element }) => {
    const { tagName, properties } = element;
    const handlers = Object.keys(properties).filter((name) => /^(?:on|style$|srcDoc$)/i.test(name));
    const href = attribute(element, "href") ?? attribute(element, "src") ?? "";
    const isUnsafe = !/^(?:https?|mailto|tel):|^(?![a-z][a-z0-9+.-]*:)/i.test(href);
    const isRefused = /^(?:script|style|iframe|object|embed|form|base|meta|link|svg|math)$/.test(tagName);
    return isRefused || isUnsafe || handlers.length > 0 ? [`<${tagName} ${handlers}> ${href}`] : [];
  });
}

test(
  `${MUTATIONS} spoilt articles of the sample crash nothing, hang nothing, and leave nothing forbidden`,
  () => {
    expect(articles.length).toBeGreaterThan(50);
    let published = 0;
    for (let n = 0; n < MUTATIONS; n++) {
      const seed = SEED + n;
      const bytes = mutate(articles[n % articles.length] ?? "", seed);
      const start = process.cpuUsage().user;
      let result: ReturnType<typeof parse>;
      try {
        result = parseText(bytes);
      } catch (error) {
        throw new Error(`SEED=${seed}: ${String(error)}\n${Buffer.from(bytes).toString()}`);
      }
      expect((process.cpuUsage().user - start) / 1e6, `SEED=${seed}`).toBeLessThan(MOST_SECONDS);
      const { value, diagnostics } = result;
      // Undefined means told: no article is ever left out without a word.
      if (value === undefined)
        expect(
          diagnostics.some(({ severity }) => severity === "error"),
          `SEED=${seed}`,
        ).toBe(true);
      else expect(forbidden(value.markup), `SEED=${seed}`).toEqual([]);
      for (const { file, message, hint } of diagnostics)
        expect([file, message.zh !== "", message.en !== "", hint.zh !== ""]).toEqual([
          "content/news/2026-03-01-a.md",
          true,
          true,
          true,
        ]);
      if (value !== undefined) published++;
    }
    expect(published).toBeGreaterThan(MUTATIONS / 20);
    expect(published).toBeLessThan(MUTATIONS);
  },
  isLong ? 3_600_000 : 120_000,
);

test("any title comes back as it was typed, spaces at its ends and hidden marks aside", () => {
  fc.assert(
    fc.property(anyTitle, (text) => {
      const { value, diagnostics } = parseText(Buffer.from(article({ 标题: JSON.stringify(text) })));
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(value?.value.title).toBe(text.trim().normalize("NFC"));
    }),
    { seed: SEED, numRuns: isLong ? 5000 : 200 },
  );
});

test("the search for what is forbidden would find it", () => {
  for (const html of [
    "<p onclick=x>",
    "<script>x</script>",
    '<a href="javascript:x">x</a>',
    '<img src="data:x">',
  ])
    expect(forbidden(html)).not.toEqual([]);
});
