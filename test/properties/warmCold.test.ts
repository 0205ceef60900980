import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveContext } from "../../src/commands/context.ts";
import type { ArticleId } from "../../src/model/article.ts";
import { manifestPath } from "../../src/output/manifest.ts";
import { publishStage } from "../../src/output/publish.ts";
import type { Stage } from "../../src/output/stage.ts";
import { composeForme, type Forme } from "../../src/press.ts";
import { countPages, type PrintPlan, printForme } from "../../src/printing.ts";
import { isLong, SEED } from "../support/amount.ts";
import { article, type Files, makeNewsroom, type Newsroom, NOW } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const SITE = "title: 报\nurl: https://x.example.com\n";

const START: Files = {
  "content/site.yaml": `${SITE}lists: {perPage: 2}\n`,
  "content/tags.yaml": "青石区: {parent: 云河市}\n",
  "content/news/_index.md": article({ 标题: "要闻" }, "导语。"),
  "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]" }),
  "content/news/2026-03-02-b/index.md": article(
    { 标题: "乙", 记者: "林晓禾" },
    "[看](../2026-03-01-a.md)\n\n![图](p.svg)",
  ),
  "content/news/2026-03-02-b/p.svg": svg(3, 2),
  "content/life/2026-03-03-c.md": article({ 标题: "丙" }, "[没有的页](nowhere.md)"),
  "content/life/2026-03-04-d.md": article({ 标题: "丁", 标签: "[青石区, 民生]", 摘要: "丁的事。" }),
  "content/pages/about.md": article({ 标题: "关于" }),
};

/** What an editor, a designer or a janitor may do between two builds: files that change, or undefined where they go. */
const EDITS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  "changes the tags' tree": { "content/tags.yaml": "青石区: {label: 青石, parent: 澜江省}\n" },
  "changes a body": {
    "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]" }, "改了的正文。"),
  },
  "changes words that no list shows": {
    "content/life/2026-03-04-d.md": article(
      { 标题: "丁", 标签: "[青石区, 民生]", 摘要: "丁的事。" },
      "别的话。",
    ),
  },
  "changes them again": {
    "content/life/2026-03-04-d.md": article(
      { 标题: "丁", 标签: "[青石区, 民生]", 摘要: "丁的事。" },
      "又一些。",
    ),
  },
  "changes a headline": { "content/news/2026-03-01-a.md": article({ 标题: "新甲", 标签: "[青石区]" }) },
  "changes tags": { "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[民生]" }) },
  "makes a draft": { "content/news/2026-03-01-a.md": article({ 标题: "甲", 草稿: "是" }) },
  "moves an article by its date": {
    "content/news/2026-03-01-a.md": article({ 标题: "甲", 日期: "2026-03-20" }),
  },
  "withdraws an article": {
    "content/news/2026-03-01-a.md": article({ 标题: "甲", 撤稿: "{日期: 2026-03-05, 原因: 有误}" }),
  },
  "names a related article that is a draft": {
    "content/life/2026-03-03-c.md": article({ 标题: "丙", 相关: "[2026-03-06-f]" }),
    "content/life/2026-03-06-f.md": article({ 标题: "己", 草稿: "是" }),
  },
  "publishes that draft": { "content/life/2026-03-06-f.md": article({ 标题: "己" }) },
  "deletes an article": { "content/life/2026-03-04-d.md": undefined },
  "brings an article": {
    "content/life/2026-03-05-e.md": article({ 标题: "戊", 标签: "[民生]", 置顶: "是" }),
  },
  "changes a picture": { "content/news/2026-03-02-b/p.svg": svg(5, 4) },
  "takes a picture away": { "content/news/2026-03-02-b/p.svg": undefined },
  "mends a link": { "content/life/2026-03-03-c.md": article({ 标题: "丙" }, "[有的页](2026-03-04-d.md)") },
  "renames a section": { "content/news/_index.md": article({ 标题: "新闻" }) },
  "changes how lists are cut": { "content/site.yaml": `${SITE}lists: {perPage: 1, rails: fetch}\n` },
  "changes the time zone": { "content/site.yaml": `${SITE}timeZone: America/New_York\n` },
  "changes the base path": { "content/site.yaml": "title: 报\nurl: https://x.example.com/paper\n" },
  "overrides a partial": { "templates/partials/pager.hbs": "{{#if pager}}<p>{{pager.label}}</p>{{/if}}\n" },
  "overrides a layout's stylesheet": { "templates/assets/css/tokens.css": ":root { --paper: #fff; }\n" },
  "takes the partial back": { "templates/partials/pager.hbs": undefined },
  "adds a static file": { "content/static/a.txt": "a\n" },
  "changes it, though not its size": { "content/static/a.txt": "b\n" },
};

/** What may happen to the built site or the cache. */
const ACCIDENTS: readonly (readonly string[])[] = [
  ["dist"],
  [".cache"],
  ["dist/index.html"],
  ["dist/news"],
  [".cache", "dist"],
];

const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...Object.keys(EDITS)) },
  { weight: 1, arbitrary: fc.constantFrom(...ACCIDENTS) },
);

async function buildOf(room: Newsroom, cache: boolean): Promise<readonly unknown[]> {
  const { code, stdout } = await room.build({ report: "json", cache });
  const { exitCode, ledger, nextDue, diagnostics } = JSON.parse(stdout);
  expect(code).toBe(exitCode);
  // That an address went is said by the build that has seen it, and by no cold one.
  const passing = ["pages/vanished", "pages/hidden-again"];
  const lasting = (diagnostics as { code: string }[]).filter((found) => !passing.includes(found.code));
  return [exitCode, ledger, nextDue, lasting];
}

function apply(
  room: Newsroom,
  files: Map<string, string | Uint8Array>,
  change: string | readonly string[],
): void {
  if (typeof change !== "string") {
    for (const path of change) room.remove(path);
    return;
  }
  for (const [path, content] of Object.entries(EDITS[change] ?? {})) {
    if (content === undefined) {
      files.delete(path);
      room.remove(path);
    } else {
      files.set(path, content);
      room.write({ [path]: content });
    }
  }
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((route) => a.get(route) !== b.get(route));
}

test(
  "a warm build gives the bytes and the warnings of a cold one, whatever happened between",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const files = new Map(Object.entries(START));
        const warm = makeNewsroom(START);
        await buildOf(warm, true);
        for (const change of steps) {
          apply(warm, files, change);
          const cold = makeNewsroom(Object.fromEntries(files));
          expect(await buildOf(warm, true)).toEqual(await buildOf(cold, false));
          expect(differing(warm.site(), cold.site())).toEqual([]);
        }
      }),
      { numRuns: isLong ? 200 : 4, seed: SEED },
    );
  },
  isLong ? 3_600_000 : 120_000,
);

test("each edit after the other is seen by the warm build", async () => {
  const files = new Map(Object.entries(START));
  const warm = makeNewsroom(START);
  await buildOf(warm, true);
  for (const name of Object.keys(EDITS)) {
    const before = warm.site();
    apply(warm, files, name);
    await buildOf(warm, true);
    expect(differing(before, warm.site()), name).not.toEqual([]);
  }
});

/** Prints and publishes a newsroom as a press would that is wrong in one thing. */
async function pressWith(
  room: Newsroom,
  careless: (forme: Forme) => Forme,
  plan: Partial<PrintPlan> = {},
): Promise<Stage> {
  const { order, outDir } = resolveContext({ root: room.root, now: NOW }, {});
  const { value: forme } = await composeForme(order, () => {});
  if (forme === undefined) throw new Error("the newsroom has errors");
  const whole = { outDir, manifestFile: manifestPath(room.root, outDir), keepFresh: true, ...plan };
  const { value: stage } = await printForme(careless(forme), whole, () => {});
  publishStage(stage);
  return stage;
}

async function staleAfter(room: Newsroom, change: string): Promise<string[]> {
  const files = new Map(Object.entries(START));
  apply(room, files, change);
  const cold = makeNewsroom(Object.fromEntries(files));
  await buildOf(cold, false);
  return differing(room.site(), cold.site());
}

test("the comparison catches a press that takes every template for unchanged", async () => {
  const room = makeNewsroom(START);
  const careless = (forme: Forme): Forme => ({
    ...forme,
    theme: { ...forme.theme, templateKey: () => "always the same" },
  });
  await pressWith(room, careless);
  apply(room, new Map(), "overrides a partial");
  await pressWith(room, careless);
  expect(await staleAfter(room, "overrides a partial")).toContain("/latest/index.html");
});

test("the comparison catches a press that takes a headline for a word of the text alone", async () => {
  const room = makeNewsroom(START);
  const pages = countPages(await pressWith(room, (forme) => forme));
  apply(room, new Map(), "changes a headline");
  const articles = new Set(["news/2026-03-01-a" as ArticleId]);
  await pressWith(room, (forme) => forme, { rewording: { articles, pages } });
  expect(await staleAfter(room, "changes a headline")).toContain("/2026/0302/b.html");
});
