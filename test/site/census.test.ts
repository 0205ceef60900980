import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { articleFields, pageFields, sectionFields } from "../../src/content/fields.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { composeForme, type Forme } from "../../src/press.ts";
import { SAMPLE_ORDER } from "../support/sampleSite.ts";

/** A text of the sample newsroom, as its file has it. */
interface Text {
  readonly path: string;
  readonly frontMatter: string;
  readonly body: string;
}

const CONTENT = join(SAMPLE_ORDER.root, "content");
const texts = readTexts();
const articles = texts.filter(({ path }) => !path.startsWith("pages/") && !path.endsWith("_index.md"));
const sections = texts.filter(({ path }) => path.endsWith("_index.md"));
const plainPages = texts.filter(({ path }) => path.startsWith("pages/"));

let forme: Forme;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const composed = await composeForme(SAMPLE_ORDER, () => {});
  if (composed.value === undefined) throw new Error(JSON.stringify(composed.diagnostics, null, 2));
  forme = composed.value;
  diagnostics = composed.diagnostics;
}, 120_000);

function readTexts(): readonly Text[] {
  const paths = readdirSync(CONTENT, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => {
      const source = readFileSync(join(CONTENT, path), "utf8");
      const [, frontMatter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
      return { path: path.split(sep).join("/"), frontMatter, body };
    });
}

interface Fields {
  readonly shape: Readonly<Record<string, { readonly meta: () => unknown }>>;
}

/** The names that the fields of a schema go by. */
function namesOf({ shape }: Fields): (readonly [key: string, names: readonly string[]])[] {
  return Object.entries(shape).map(([key, field]) => {
    const { zh, also = [] } = field.meta() as { readonly zh: string; readonly also?: readonly string[] };
    return [key, [key, zh, ...also]];
  });
}

function hasKey({ frontMatter }: Text, names: readonly string[]): boolean {
  return new RegExp(`^(?:${names.join("|")})\\s*[:：]`, "m").test(frontMatter);
}

/** Where some of the texts match; a failure of an empty list names what is missing. */
function matches(among: readonly Text[], part: "frontMatter" | "body", sign: RegExp): readonly string[] {
  return among.filter((text) => sign.test(text[part])).map(({ path }) => path);
}

const FORMS: readonly (readonly [what: string, sign: RegExp])[] = [
  ["a day", /^(?:date|日期): \d{4}-\d\d-\d\d$/m],
  ["a day and a time", /^(?:date|日期): \d{4}-\d\d-\d\d \d\d:\d\d$/m],
  ["an ISO time with an offset", /^(?:date|日期): \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/m],
  ["a day with slashes", /^(?:date|日期): \d{4}\/\d\d?\/\d\d?$/m],
  ["a day in Chinese", /^(?:date|日期): \d{4}年\d\d?月\d\d?日/m],
  ["a Chinese day with a time", /^(?:date|日期): \d{4}年\d\d?月\d\d?日 \d\d:\d\d$/m],
  ["a single name where a list is wanted", /^(?:authors|记者): [^[{\s]+$/m],
  ["`author`", /^author: /m],
  ["a reporter with a unit", /\b(?:unit|单位): /],
  ["a source by its name", /^(?:source|来源): [^{\s]+$/m],
  ["a source with an address", /^(?:source|来源): \{.*\b(?:url|链接): /m],
  ["a cover by its path", /^(?:cover|题图): \S+$/m],
  [
    "a cover with words and credit",
    /^(?:cover|题图):\n(?: {2}\w+: .*\n)* {2}alt: .*\n {2}caption: .*\n {2}credit: /m,
  ],
  ["a cover beside the article", /^(?:cover|题图):(?:\n {2}src:)? [^/\s]+\.jpg$/m],
  ["pinned until a date", /^(?:pinned|置顶): \d{4}-/m],
  ["hot", /^(?:hot|热门): true$/m],
  ["never hot", /^(?:hot|热门): false$/m],
  ["AI-made, in words of its own", /^(?:aigc|AI生成): (?!true|false)\S+$/m],
  ["AI-made", /^(?:aigc|AI生成): true$/m],
  ["a correction with a time", /^ {2}- date: \d{4}-\d\d-\d\d \d\d:\d\d$/m],
  ["a slug in Han characters", /^(?:slug|网址): \p{Script=Han}+$/mu],
  ["two old addresses", /^(?:aliases|旧网址):\n {2}- \/.*\n {2}- \//m],
  ["a title with a colon", /^(?:title|标题): [^"\n]+: /m],
  ["a list with a full-width comma", /^(?:tags|标签): \[[^\]]*，/m],
];

const CONSTRUCTS: readonly (readonly [what: string, sign: RegExp])[] = [
  ["a line break inside a Chinese paragraph", /[\p{Script=Han}，、]\n\p{Script=Han}/u],
  ["首行缩进 with U+3000", /^　　\p{Script=Han}/mu],
  ["首行缩进 with spaces", /^ {4}\p{Script=Han}/mu],
  [
    "a bare URL before Chinese punctuation",
    /(?<![("<\]/])https?:\/\/[^\s，。；：、）》」)"]+[，。；：、）》」]/u,
  ],
  ["strong quotation before a Han character", /\*\*“[^*]+”\*\*\p{Script=Han}/u],
  ["strong words", /(?<!\*)\*\*[^*\n]+\*\*(?!\*)/],
  ["emphasis", /(?<!\*)\*[^*\n]+\*(?!\*)/],
  ["single tildes that strike nothing out", /(?<!~)\d~\d[^~\n]*[^~]\d~\d/],
  ["words struck out", /~~[^~\n]+~~/],
  ["a time of day", /\d:[0-5]\d/],
  ["a score", /比分\d+:\d+/],
  ["a heading of the page's own level", /^# \S/m],
  ["a heading", /^## \S/m],
  ["a heading below it", /^### \S/m],
  ["a list", /^- \S/m],
  ["a numbered list", /^1\. \S/m],
  ["a list in a list in a list", /^\d\. .*\n {3}- .*(?:\n {3}- .*)*\n {5}- /m],
  ["a list of tasks", /^- \[ \] .*\n(?:- .*\n)*- \[x\] /m],
  ["a quotation", /^> \S/m],
  ["a hard line break", /\S\\\n/],
  ["a fenced block of code", /^```\w+\n.*?\n```$/ms],
  ["code in a line", /(?<!`)`[^`\n]+`(?!`)/],
  ["a table", /^\|.*\|\n\|[ :|-]+\|\n\|/m],
  ["a table with aligned columns", /^\|.*:-+:.*\|$/m],
  ["a rule", /^---$/m],
  ["a footnote", /\S\[\^\d\][^:].*^\[\^\d\]: /ms],
  [":::更正", /^:::更正/m],
  [":::图集", /^:::图集$/m],
  ["an English name of a block", /^:::gallery$/m],
  ["::视频", /^::视频\{.*\}$/m],
  ["a link to another article", /(?<!!)\[[^\]]+\]\((?![a-z]+:|\/)[^)#]+\.md\)/],
  ["a link to a heading of another article", /\]\((?![a-z]+:|\/)[^)#]+\.md#[^)]+\)/],
  ["a link to a page of the site", /(?<!!)\[[^\]]+\]\(\/[^)]+\/\)/],
  ["a link out", /(?<!!)\[[^\]]+\]\(https:\/\/[^)]+\)/],
  ["a link to what another system serves", /\]\(\/epaper\/\)/],
  ["a picture beside the article, with a caption", /!\[[^\]]+\]\((?![a-z]+:|\/)[^)\s]+ "[^"]+"\)/],
  ["a picture of the site", /!\[[^\]]+\]\(\/images\//],
  ["HTML that is allowed", /<(sub|sup)>[^<]+<\/\1>/],
  ["Chinese quotes as they are typed", /“[^”]+”/],
];

/** Signs of a number that may be somebody's; `0000-` in front makes one that is nobody's. */
const REAL_NUMBERS: readonly RegExp[] = [
  // A mobile's, a landline's with its area code, a service line's.
  /(?<![\d-])1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g,
  /(?<![\d-])(?!0000-)\d{3,4}-\d{5,8}(?![\d-])|[（(](?!0000)0\d{2,3}[）)]\s?\d{5,8}/g,
  /(?<![\d-])(?:400|800)[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g,
  /(?<![\d-])(?:110|119|120|12\d{3}|95\d{3})(?=热线|电话|平台|举报)/g,
  // An identity's, an account's, a licence's.
  /(?<![\da-f])\d{8,}[\dXx]?(?![\da-f])/g,
  /(?:ICP备|公网安备)(?!0+号)\d\S*/g,
];

describe("the sample newsroom", () => {
  it("has at least 80 articles in 5 sections with sub-sections", () => {
    expect(articles.length).toBeGreaterThanOrEqual(80);
    const top = sections.map(({ path }) => path.split("/")).filter((names) => names.length === 2);
    expect(top.map(([name]) => name)).toEqual(["culture", "economy", "life", "news", "sports"]);
    for (const [name] of top) {
      expect(sections.filter(({ path }) => path.startsWith(`${name}/`)).length).toBeGreaterThan(2);
      expect(articles.filter(({ path }) => path.startsWith(`${name}/`)).length).toBeGreaterThanOrEqual(10);
    }
  });

  it("has articles of 300 to 1,500 Han characters", () => {
    const lengths = articles.map(({ path, body }) => ({
      path,
      length: body.match(/\p{Script=Han}/gu)?.length ?? 0,
    }));
    expect(lengths.filter(({ length }) => length < 300 || length > 1_500)).toEqual([]);
  });

  it("has tags with a long tail", () => {
    const counts = new Map<string, number>();
    for (const key of forme.desk.library.keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const uses = [...counts.values()];
    expect(uses.length).toBeGreaterThan(100);
    expect(uses.filter((count) => count === 1).length).toBeGreaterThan(uses.length / 3);
    expect(uses.filter((count) => count >= 10).length).toBeGreaterThanOrEqual(5);
  });

  it("writes its front matter in Chinese and in English", () => {
    const chinese = matches(articles, "frontMatter", /^标题/m);
    const english = matches(articles, "frontMatter", /^title/m);
    expect(Math.min(chinese.length, english.length)).toBeGreaterThan(articles.length / 3);
    expect(chinese.length + english.length).toBe(articles.length);
  });

  it.each(namesOf(articleFields("Asia/Shanghai")))("uses an article's field %s", (_, names) => {
    expect(articles.filter((text) => hasKey(text, names)).length).toBeGreaterThan(0);
  });

  it.each(["title", "order", "description"])("uses a section's field %s", (key) => {
    const names = namesOf(sectionFields).find(([name]) => name === key)?.[1] ?? [];
    expect(sections.filter((text) => !hasKey(text, names)).map(({ path }) => path)).toEqual([]);
  });

  it.each(["title", "description"])("uses a page's field %s", (key) => {
    const names = namesOf(pageFields).find(([name]) => name === key)?.[1] ?? [];
    expect(plainPages.filter((text) => hasKey(text, names)).length).toBeGreaterThan(0);
  });

  it.each(FORMS)("writes in a front matter: %s", (_, sign) => {
    expect(matches(articles, "frontMatter", sign).length).toBeGreaterThan(0);
  });

  it.each(CONSTRUCTS)("writes in a text: %s", (_, sign) => {
    expect(matches(texts, "body", sign).length).toBeGreaterThan(0);
  });

  it("has an article of each status", () => {
    const statuses = new Set(forme.desk.library.status.values());
    expect([...statuses].sort()).toEqual(["draft", "expired", "published", "scheduled", "withdrawn"]);
  });

  it("builds with the two warnings that it is there to show, and no other", () => {
    expect(diagnostics.map(({ severity, code, file, line }) => ({ severity, code, file, line }))).toEqual([
      {
        severity: "warning",
        code: "front-matter/read-as-meant",
        file: "content/sports/events/2026-03-08-quxian-lanqiu-jifen.md",
        line: 4,
      },
      {
        severity: "warning",
        code: "front-matter/read-as-meant",
        file: "content/sports/events/2026-03-15-nvpai-siqiang.md",
        line: 2,
      },
    ]);
  });
});

describe("what the sample newsroom invents", () => {
  const files = readdirSync(CONTENT, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(?:md|yaml|svg)$/.test(path),
  );
  const all = files.map((path) => [path, readFileSync(join(CONTENT, path), "utf8")] as const);
  const found = (sign: RegExp) =>
    all.flatMap(([path, text]) => (text.match(sign) ?? []).map((number) => `${path}: ${number}`));

  it("has no telephone number that could be somebody's, no licence or identity number but zeros", () => {
    expect(REAL_NUMBERS.flatMap(found).filter((line) => !/: 0+$/.test(line))).toEqual([]);
  });

  it.each([
    "13812345678",
    "138-1234-5678",
    "0539-8123456",
    "（0539）8123456",
    "400-123-4567",
    "拨打12345热线",
    "37130219900101123X",
    "鲁ICP备12345678号",
    "鲁公网安备37130202000000号",
  ])("is checked by signs that see %s", (number) => {
    expect(REAL_NUMBERS.some((sign) => new RegExp(sign, "").test(number))).toBe(true);
  });

  it("has no address but of hosts kept for examples", () => {
    const hosts = found(/(?<=https?:\/\/)[^/\s")}\]，。）]+/g);
    const real = hosts.filter((line) => !/(?:: |\.)example\.(?:com|org|net)$/.test(line));
    expect(real.filter((line) => line !== "static/favicon.svg: www.w3.org")).toEqual([]);
    expect(found(/[\w.]+@[\w.]+/g).filter((line) => !/[.@]example\.(?:com|org|net)$/.test(line))).toEqual([]);
  });
});
