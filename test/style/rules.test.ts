import { describe, expect, it } from "vitest";
import { lintText, mendText } from "../../src/style/lint.ts";
import { STYLE_RULES } from "../../src/style/rules.ts";

/** What each rule makes of a line; a line that stands alone is right as it is. */
const CASES: Readonly<Record<string, readonly (readonly [written: string, mended?: string])[]>> = {
  "style/half-width": [
    ["今天有雨,请带伞", "今天有雨，请带伞"],
    ["来源:云河日报", "来源：云河日报"],
    ["快讯: 大桥通车", "快讯： 大桥通车"],
    ["增长3.5%,高于去年", "增长3.5%，高于去年"],
    ["**注意**:雨大", "**注意**：雨大"],
    ["真的吗?真的!", "真的吗？真的！"],
    ["他说“有雨.”", "他说“有雨。”"],
    ["今天有雨. 请带伞", "今天有雨。 请带伞"],
    ["约翰.史密斯来访"],
    ["网站是云河.中国"],
    ["第一句.第二句"],
    ["一. 总则"],
    ["作家乔治. R. R. 马丁"],
    ["最后一句.", "最后一句。"],
    ["“引语”,他说", "“引语”，他说"],
    ["AI,机器人", "AI，机器人"],
    ["9:30开始，比分3:2，共1,000元"],
    ["版本2.1.0已发布，见图1.2"],
    ["看![图](a.jpg)"],
    ["The mayor of 云河, who was there, said no more about it."],
    ["王小明.李"],
    ["网址https://a.example/?q=a,b有雨"],
    ["用`名字:值`的写法"],
    ["比例为16:9的画面"],
  ],
  "style/brackets": [
    ["记者(张三)报道", "记者（张三）报道"],
    ["人工智能(AI)发展"],
    ["甲(乙(丙)丁)戊", "甲（乙（丙）丁）戊"],
    ["[链接](a.md)里的字"],
    ["第(1)项"],
    ["看[图(一)](a.md)", "看[图（一）](a.md)"],
  ],
  "style/repeated": [
    ["今天，，明天", "今天，明天"],
    ["好了。。", "好了。"],
    ["好！！！！", "好！！！"],
    ["好！！！"],
    ["真的？！"],
    ["真的？！？！", "真的？！"],
  ],
  "style/ellipsis": [
    ["等等...", "等等……"],
    ["等等。。。", "等等……"],
    ["等等…", "等等……"],
    ["等等······", "等等……"],
    ["等等……"],
    ["………等等", "……等等"],
    ["全段省去…………"],
    ["从 a...b 看中文的写法"],
  ],
  "style/dash": [
    ["他说--不去", "他说——不去"],
    ["他说———不去", "他说——不去"],
    ["他说──不去", "他说——不去"],
    ["他说——不去"],
    ["北京—上海"],
    ["人口-资源"],
    ["参数 --out 的说明"],
  ],
  "style/spaces": [
    ["今天 ，有雨", "今天，有雨"],
    ["今天， 有雨", "今天，有雨"],
    ["（ 今天", "（今天"],
    ["文号： GB 2760", "文号：GB 2760"],
    ["他说。 Then he left."],
    ["试行“夜馆” 周三开到十点"],
    ["本网讯 《云河旧志》出版"],
    ["使用 AI 写稿"],
    ["换行在行末，  "],
    ["- 一项，有雨"],
  ],
  "style/quotes": [
    ['他说"好"', "他说“好”"],
    ['"小店"与"大店"', "“小店”与“大店”"],
    ["这叫'夜市'", "这叫‘夜市’"],
    ['屏幕5"大'],
    ["老王's店"],
    ['网页<a title="甲">甲</a>'],
    ['他说"好'],
    ['“他说:"好的"”', "“他说:‘好的’”"],
    ['“今天\n他说:"好"\n明天”', "“今天\n他说:‘好’\n明天”"],
    ['“今天\n\n他说:"好"', "“今天\n\n他说:“好”"],
    ['- “今天\n- 他说"好"', "- “今天\n- 他说“好”"],
    ['“甲”和"乙"', "“甲”和“乙”"],
    ['“今天"有雨"', "“今天‘有雨’"],
  ],
  "style/wide-letters": [
    ["２０２６年", "2026年"],
    ["ＡＩ时代", "AI时代"],
    ["３．５％的人", "3.5%的人"],
    ["2026年AI时代"],
  ],
  "style/name-dot": [
    ["列夫•托尔斯泰", "列夫·托尔斯泰"],
    ["列夫・托尔斯泰", "列夫·托尔斯泰"],
    ["列夫·托尔斯泰"],
    ["3•15晚会"],
  ],
};

/** A text below an empty front matter. */
const under = (body: string) => `---\n---\n${body}`;

const onlyRule = (code: string) => new Set([...STYLE_RULES.keys()].filter((other) => other !== code));

describe("the house style", () => {
  it("has a table of cases for each rule", () => {
    expect(Object.keys(CASES)).toEqual([...STYLE_RULES.keys()]);
  });

  describe.each(Object.entries(CASES))("%s", (code, cases) => {
    it.each(cases.map(([written, mended]) => ({ written, mended })))(
      "reads $written",
      ({ written, mended }) => {
        const off = onlyRule(code);
        const found = lintText(under(written), "content/a.md", off);
        expect(found.map((problem) => problem.code)).toEqual(found.map(() => code));
        expect(found.length > 0).toBe(mended !== undefined);
        expect(mendText(under(written), off)).toBe(under(mended ?? written));
        // What was mended is right.
        expect(lintText(under(mended ?? written), "content/a.md", off)).toEqual([]);
      },
    );
  });

  it.each([
    ["of a third level", '“他说‘那个"好"字’”'],
    ["around other quotes", '"他说“好”"'],
    ["within quotes of another kind", '「他说"好"」'],
    ["behind what the line above left open in another way", '他说‘今天\n我说"好"'],
    ["behind the end of what began on another line", '就是这样。”他说:"好"'],
  ])("tells straight quotes %s, but leaves the choice to a person", (_, written) => {
    const off = onlyRule("style/quotes");
    expect(lintText(under(written), "a.md", off)).toHaveLength(2);
    expect(mendText(under(written), off)).toBe(under(written));
  });

  it.each([
    "：：：更正",
    "：：更正 今天,有雨",
    ":：：",
    "::: 更正",
    "> ：：：",
    "＃＃ 标题,甲",
    "｜甲,乙｜丙。。｜",
    "｜－－－｜－－－｜",
    "－－－",
    "——",
    "＞引文,甲",
    "１．第一项,甲",
  ])("leaves %s to Markdown, whose signs came out full-width", (written) => {
    expect(lintText(under(written), "a.md", new Set())).toEqual([]);
    expect(mendText(under(written), new Set())).toBe(under(written));
  });

  it("tells two signs together, but leaves the choice to a person", () => {
    expect(
      lintText(under("今天，。明天"), "a.md", new Set()).map(({ code, column }) => [code, column]),
    ).toEqual([["style/repeated", 3]]);
    expect(mendText(under("今天，。明天"), new Set())).toBe(under("今天，。明天"));
  });
});
