import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Pen, writeBody, writeLine } from "./body.ts";
import { COMMON_TAGS, DESKS, OUTLETS, TAG_HEADS, TAG_TAILS, TITLES, UNITS } from "./phrases.ts";
import { between, makeRandom, makeZipf, pick, type Random, shiftFor } from "./random.ts";

/** Which newsroom to generate. The same options give the same files everywhere. */
export interface NewsroomOptions {
  readonly articles: number;
  readonly seed: number;
}

const START = Date.UTC(2019, 0, 1);
const ARTICLES_PER_DAY = 40;
const MS_PER_DAY = 86_400_000;
/** The commonest tag stands on about 29 % of articles, of five tags each: 1 - (1 - 0.066)^5. */
const TOP_TAG_CHANCE = 0.066;

/** Writes a newsroom below `root`, and returns the moment to build it for: the evening of its last day. */
export function writeNewsroom(root: string, options: NewsroomOptions): string {
  const write = fileWriter(join(root, "content"));
  for (const [path, text] of furniture()) write(path, text);
  const drawTag = tagDrawer(options.articles);
  for (let number = 0; number < options.articles; number++) {
    write(pathOf(number, options.seed), articleText(number, options.seed, drawTag));
  }
  const lastDay = START + Math.floor((options.articles - 1) / ARTICLES_PER_DAY) * MS_PER_DAY;
  return `${new Date(lastDay).toISOString().slice(0, 10)}T22:00:00+08:00`;
}

function fileWriter(contentDir: string): (path: string, text: string) => void {
  const made = new Set<string>();
  return (path, text) => {
    const file = join(contentDir, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, text);
  };
}

/** The files that are not articles, by path. */
function furniture(): [path: string, text: string][] {
  const sections = DESKS.flatMap(({ folder, title, children }, index) => [
    indexFile(folder, title, index + 1),
    ...children.map((child, order) => indexFile(`${folder}/${child.folder}`, child.title, order + 1)),
  ]);
  const sources = OUTLETS.map(
    (name, index) => `- name: ${name}\n  url: https://outlet${index + 1}.example.com/\n`,
  );
  return [
    [
      "site.yaml",
      "title: 云河新闻网\ndescription: 生成的新闻目录，用来计时\nurl: https://news.yunhe.example.com\npublisher:\n  name: 云河市融媒体中心（示例）\neditorInChief: 唐静言\n",
    ],
    ["tags.yaml", tagsFile()],
    ["sources.yaml", sources.join("")],
    ...sections,
  ];
}

function indexFile(folder: string, title: string, order: number): [path: string, text: string] {
  return [
    `${folder}/_index.md`,
    `---\ntitle: ${title}\norder: ${order}\ndescription: 云河市的${title}消息\n---\n\n${title}，每天更新。\n`,
  ];
}

function tagsFile(): string {
  const districts = COMMON_TAGS.filter((tag) => /[区县]$/.test(tag)).map(
    (tag) => `${tag}: {parent: 云河市}\n`,
  );
  return `${districts.join("")}天气: {aliases: [气象]}\n寒潮: {parent: 天气}\n暴雨: {parent: 天气}\n老旧小区改造: {aliases: [旧改]}\n`;
}

/** Draws tags by Zipf's law. The vocabulary grows with the square root of the number of articles, as that of real newsrooms does. */
function tagDrawer(articles: number): (random: Random) => string {
  const size = Math.max(COMMON_TAGS.length, Math.round(25 * Math.sqrt(articles)));
  const draw = makeZipf(size, shiftFor(size, TOP_TAG_CHANCE));
  return (random) => tagName(draw(random));
}

/** The tag of a rank. Ranks beyond the common tags walk over all pairs of a place and a matter. */
function tagName(rank: number): string {
  const common = COMMON_TAGS[rank];
  if (common !== undefined) return common;
  const number = rank - COMMON_TAGS.length;
  const round = Math.floor(number / TAG_HEADS.length);
  const tail = TAG_TAILS[(number + round) % TAG_TAILS.length] ?? "";
  const again = Math.floor(round / TAG_TAILS.length);
  return `${TAG_HEADS[number % TAG_HEADS.length] ?? ""}${tail}${again === 0 ? "" : `${again + 1}期`}`;
}

/** Each article has a stream of numbers of its own, so that an article stays the same whatever stands around it. */
function streamOf(number: number, seed: number, purpose: number): Random {
  return makeRandom(Math.imul(seed ^ purpose, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
}

function pathOf(number: number, seed: number): string {
  const random = streamOf(number, seed, 1);
  const desk = pick(random, DESKS);
  const child = random() < 0.2 ? "" : `${pick(random, desk.children).folder}/`;
  return `${desk.folder}/${child}${momentOf(number).slice(0, 10)}-yunhe-${String(number).padStart(6, "0")}.md`;
}

/** Wall-clock time in the site's zone, as an editor types it. */
function momentOf(number: number): string {
  const day = Math.floor(number / ARTICLES_PER_DAY) * MS_PER_DAY;
  const minute = 360 + (number % ARTICLES_PER_DAY) * 22 + (number % 7);
  return new Date(START + day + minute * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

function articleText(number: number, seed: number, drawTag: (random: Random) => string): string {
  const random = streamOf(number, seed, 2);
  const wanted = between(random, 3, 7);
  const tags = new Set<string>();
  while (tags.size < wanted) tags.add(drawTag(random));
  // The last drawn is the likeliest to be rare, and a story is told by its rarest tag.
  const pen: Pen = {
    random,
    words: { tag: [...tags].at(-1) ?? "", earlier: earlierLink(number, seed, random) },
  };
  const front = [
    `title: ${writeLine(pick(random, TITLES), pen)}`,
    `date: ${momentOf(number)}`,
    `tags: [${[...tags].join(", ")}]`,
    ...credits(random, pen),
    ...rarities(number, pen),
  ];
  return `---\n${front.join("\n")}\n---\n\n${writeBody(number, pen)}\n`;
}

/** The relative way to an article of the last ten days; undefined for the first article. */
function earlierLink(number: number, seed: number, random: Random): string | undefined {
  if (number === 0) return undefined;
  const target = pathOf(number - between(random, 1, Math.min(number, 400)), seed);
  const depth = pathOf(number, seed).split("/").length - 1;
  return `${"../".repeat(depth)}${target}`;
}

function credits(random: Random, pen: Pen): string[] {
  if (random() < 0.3) return [`source: ${pick(random, OUTLETS)}`, `editor: ${writeLine("{reporter}", pen)}`];
  const authors = Array.from(
    { length: between(random, 1, 2) },
    () => `  - name: ${writeLine("{reporter}", pen)}\n    unit: ${pick(random, UNITS)}`,
  );
  const correspondents = random() < 0.25 ? [`correspondents: ${writeLine("{reporter}", pen)}`] : [];
  return [
    "source: 云河新闻网",
    `authors:\n${authors.join("\n")}`,
    ...correspondents,
    `editor: ${writeLine("{reporter}", pen)}`,
  ];
}

/** What only some articles have: a summary by hand, an old address, a correction, a draft's mark. */
function rarities(number: number, pen: Pen): string[] {
  const day = momentOf(number).slice(0, 10);
  return [
    ...(number % 5 === 2
      ? [`summary: ${writeLine("{place}{doing}，{result}；{office}说，{season}前还有{small}处。", pen)}`]
      : []),
    ...(number % 250 === 17 ? [`aliases: /old/${number}.html`] : []),
    ...(number % 150 === 31
      ? [
          `corrections:\n  - date: ${day}\n    text: ${writeLine("文中{place}的数字原作{number}{unit}，已经改正。", pen)}`,
        ]
      : []),
    ...(number % 997 === 400 ? ["draft: true"] : []),
  ];
}
