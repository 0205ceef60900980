import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintText, mendText } from "../../src/style/lint.ts";
import { STYLE_RULES } from "../../src/style/rules.ts";

const NONE: ReadonlySet<string> = new Set();
/** A text below an empty front matter. */
const under = (body: string) => `---\n---\n${body}`;
const ALL = new Set(STYLE_RULES.keys());

describe("mending a file", () => {
  it("changes the words alone: the byte-order mark, line ends, front matter and code stay", () => {
    const text = [
      "\uFEFF---",
      "标题: 快讯,大桥通车",
      '摘要: "今天,有雨"',
      "标签: [民生,交通]",
      "来源: {名称: 某报,链接: https://a.example}",
      "---",
      "",
      "正文,一行",
      "```",
      "代码,不动",
      "```",
      "<!-- 注释,不动 -->",
      "[名]: https://a.example/甲,乙",
      "| 甲,乙 | `丙,丁` |",
      "::视频{src=甲.mp4 标题=甲,乙}",
      "",
    ].join("\r\n");
    const mended = text
      .replace("快讯,", "快讯，")
      .replace('"今天,', '"今天，')
      .replace("正文,", "正文，")
      .replace("甲,乙 |", "甲，乙 |");
    expect(mendText(text, NONE)).toBe(mended);
  });

  it.each([
    ["of several rules at once", '他说"好",然后(笑)...', "他说“好”，然后（笑）……"],
    ["in the last line without an end", "甲,", "甲，"],
    ["with line ends of the old Mac", "甲,\r乙,", "甲，\r乙，"],
  ])("mends slips %s", (_, written, mended) => {
    expect(mendText(under(written), NONE)).toBe(under(mended));
  });

  it.each([
    ["no fence", "标题: 雨,雪\n标签： [民生,交通]\n\n今天,有雨\n"],
    ["a fence that is not closed", "---\n标题: 雨,雪\n\n今天,有雨\n"],
    ["a closing fence of four hyphens", "---\n标题: 雨,雪\n----\n\n今天,有雨\n\n---\n"],
    ["an opening fence of four hyphens", "----\n标题: 雨,雪\n---\n\n今天,有雨\n"],
    ["spaces before the fence", "  ---\n标题: 雨,雪\n---\n\n今天,有雨\n"],
    ["a blank line before the fence", "\n---\n标题: 雨,雪\n---\n\n今天,有雨\n"],
    ["two byte-order marks", "\uFEFF\uFEFF---\n标题: 雨,雪\n---\n\n今天,有雨\n"],
    ["full-width hyphens", "－－－\n标题: 雨,雪\n－－－\n\n今天,有雨\n"],
    ["dashes", "——\n标题: 雨,雪\n——\n\n今天,有雨\n"],
    ["a dash that closes", "---\n标题: 雨,雪\n——\n\n今天,有雨\n"],
    ["TOML", '+++\n标题 = "雨,雪"\n+++\n\n今天,有雨\n'],
  ])("neither tells nor changes anything of a file with %s", (_, text) => {
    expect(lintText(text, "a.md", NONE)).toEqual([]);
    expect(mendText(text, NONE)).toBe(text);
  });

  it("takes a title and a summary for two texts: what one leaves open is not open in the other", () => {
    const text = '---\n标题: “雨\n摘要: 他说"雪"\n---\n';
    expect(mendText(text, NONE)).toBe(text.replace('"雪"', "“雪”"));
  });

  it("does nothing where every rule is off", () => {
    const text = under('甲,乙...（ "丙"');
    expect(mendText(text, ALL)).toBe(text);
  });

  it("is done: a mended text has nothing more to mend", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."甲乙,，.。…:\"'“”()（）-—! ！1aＡ*`[]{}\n|"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const mended = mendText(under(text), NONE);
        expect(mendText(mended, NONE)).toBe(mended);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a problem of style", () => {
  it("stands where its sign does", () => {
    const [found] = lintText("---\n标题: 雨\n---\n\n> 今天,有雨\n", "content/news/a.md", NONE);
    expect(found).toMatchObject({
      code: "style/half-width",
      severity: "warning",
      file: "content/news/a.md",
      line: 5,
      column: 5,
      message: { zh: "半角的“,”" },
      hint: { zh: "改成“，”" },
    });
  });
});

// In the square of their length, these would outlast any patience.
it.each([
  "a.",
  "a-",
  "/a",
  "/",
  "a@",
  "`",
  "[",
  "(",
  '"',
  '他说"',
  "<a",
  "**",
  "https://a",
  "甲,",
  "...",
  "-",
  "[^",
])("a line of nothing but %j is looked at in time", (piece) => {
  const line = `今天${piece.repeat(300_000 / piece.length)}有雨`;
  expect(lintText(under(line), "f.md", NONE).length).toBeGreaterThanOrEqual(0);
});
