import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { isLong, SEED } from "../support/amount.ts";
import { articleOf, forbidden } from "../support/forbidden.ts";
import { findAll, metaContent, parseHtml, textOf } from "../support/html.ts";
import { mutate } from "../support/mutate.ts";
import { article, makeNewsroom, type Newsroom } from "../support/newsroom.ts";
import { anyTitle } from "../support/titles.ts";

const SAMPLE = join(import.meta.dirname, "../../content");
/** Articles of a site: its feeds hold them all. */
const COUNT = 60;
const SITES = isLong ? 10 : 1;

const bodies = readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\d{4}-\d{2}-\d{2}-.*\.md$/.test(path))
  .sort()
  .map((path) => readFileSync(join(SAMPLE, path), "utf8").replace(/^---\n.*?\n---\n/s, ""));
const titles = fc.sample(anyTitle, { seed: SEED, numRuns: SITES * COUNT });
const pathOf = (at: number) => `content/news/2026-03-10-${at}.md`;
const routeOf = (at: number) => `/2026/0310/${at}.html`;

/** The spoilt text of an article under any title. Bytes that are no text have tests of their own. */
function spoilt(at: number): string {
  const body = Buffer.from(mutate(bodies[at % bodies.length] ?? "", SEED + at)).toString();
  return article({ 标题: JSON.stringify(titles[at]) }, body.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ""));
}

/** Builds what can be built of spoilt articles: what is an error, and is told as one, is taken out. */
async function buildSpoilt(site: number): Promise<{ room: Newsroom; published: readonly number[] }> {
  const all = Array.from({ length: COUNT }, (_, at) => site * COUNT + at);
  const room = makeNewsroom({
    "content/site.yaml": `title: 报\nurl: https://x.example.com\nfeeds: {items: ${COUNT}}\nsearch: {index: false}\n`,
    ...Object.fromEntries(all.map((at) => [pathOf(at), spoilt(at)])),
  });
  const { diagnostics } = JSON.parse((await room.build({ report: "json" })).stdout) as {
    readonly diagnostics: readonly { readonly severity: string; readonly file: string }[];
  };
  const refused = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file));
  room.remove(...refused);
  expect(await room.build(), `SEED=${SEED}`).toMatchObject({ code: 0 });
  return { room, published: all.filter((at) => !refused.has(pathOf(at))) };
}

describe.each([...Array(SITES).keys()])("in site %i of spoilt articles under any titles", (site) => {
  let room: Newsroom;
  let published: readonly number[];
  beforeAll(async () => {
    ({ room, published } = await buildSpoilt(site));
  });

  test("most are published", () => {
    expect(published.length).toBeGreaterThan(COUNT / 3);
  });

  test("no page holds what is forbidden, as a browser's parser reads it", () => {
    const found = published.flatMap((at) =>
      forbidden(articleOf(room.page(routeOf(at)))).map((what) => `${routeOf(at)} ${what}`),
    );
    expect(found, `SEED=${SEED}`).toEqual([]);
  });

  test("every title comes back from the page, its data and its cards", () => {
    for (const at of published) {
      const title = titleOf(at);
      const page = parseHtml(room.page(routeOf(at)));
      expect(findAll(page, "h1").map(textOf), `SEED=${SEED}`).toEqual([title]);
      expect(metaContent(page, "og:title")).toBe(title);
      expect(headlineOf(room.page(routeOf(at)))).toBe(title);
    }
  });

  test("every title comes back from each feed, whose XML is well-formed", () => {
    const expected = published.map(titleOf).sort();
    const { items } = JSON.parse(room.page("/feed.json")) as { readonly items: { readonly title: string }[] };
    expect(items.map(({ title }) => title).sort(), `SEED=${SEED}`).toEqual(expected);
    expect(titlesIn(room.page("/feed.xml"), "item").sort(), `SEED=${SEED}`).toEqual(expected);
    expect(titlesIn(room.page("/atom.xml"), "entry").sort(), `SEED=${SEED}`).toEqual(expected);
  });

  test("no feed's text holds what is forbidden", () => {
    const { items } = JSON.parse(room.page("/feed.json")) as {
      readonly items: { readonly content_html: string; readonly url: string }[];
    };
    const found = items.flatMap(({ content_html, url }) =>
      forbidden(content_html).map((what) => `${url} ${what}`),
    );
    expect(found, `SEED=${SEED}`).toEqual([]);
  });
});

const titleOf = (at: number) => (titles[at] ?? "").trim().normalize("NFC");

function headlineOf(page: string): unknown {
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const data: readonly { readonly headline?: string }[] = blocks.flatMap(([, json = ""]) => JSON.parse(json));
  return data.find(({ headline }) => headline !== undefined)?.headline;
}

/** The titles of a feed's items, as a strict parser reads them. */
function titlesIn(xml: string, item: string): string[] {
  const found: string[] = [];
  const path: string[] = [];
  const parser = new SaxesParser({ fragment: false });
  const take = (text: string) => {
    if (path.at(-1) === "title" && path.at(-2) === item) found[found.length - 1] += text;
  };
  parser.on("opentag", ({ name }) => {
    path.push(name);
    if (name === "title" && path.at(-2) === item) found.push("");
  });
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => path.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}
