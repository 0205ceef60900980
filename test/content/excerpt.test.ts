import fc from "fast-check";
import { eastAsianWidth } from "get-east-asian-width";
import { describe, expect, it } from "vitest";
import { makeExcerpt } from "../../src/content/excerpt.ts";

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const WIDEST = 166;

/** The width of a text in terminal columns: a full-width character is 2. */
function columnsOf(text: string): number {
  const widths = [...graphemes.segment(text)].map(({ segment }) =>
    eastAsianWidth(segment.codePointAt(0) ?? 0),
  );
  return widths.reduce((sum, width) => sum + width, 0);
}

describe("a dateline", () => {
  it.each([
    "本网讯（记者 张三）",
    "本网讯(记者 张三)",
    "本网讯 （记者 张三 通讯员 李四）",
    "本网讯（记者 张三）：",
    "本网讯 ",
    "本网讯　",
    "本报讯：",
    "本台讯，",
    "【本报讯】",
    "云河融媒讯 ",
    "云河发布讯（张三）",
    "快讯：",
    "新华社北京2月9日电（记者张三、李四）",
    "新华社北京2月9日电　",
    "新华社北京2月19日电，",
    "中新网云河2月9日电 (张三)",
    "本报2月9日讯（记者 张三）",
    "（记者 张三 通讯员 李四）",
    "（本报记者 张三）",
  ])("is dropped: %j", (dateline) => {
    expect(makeExcerpt(`${dateline}云河市今天下雨。`)).toBe("云河市今天下雨。");
  });

  it.each([
    "通讯 大山深处的教师",
    "通讯：大山深处的教师",
    "市民王女士收到一条资讯，称要停水。",
    "云河市传来喜讯，全市夺得三枚金牌。",
    "云河市通讯管理局（简称通管局）今天通报。",
    "通讯员李四报道，今天下雨。",
    "记者获悉，今天下雨。",
    "2月9日讯问室里灯火通明。",
    "（一）总体要求。",
    "（记者节将至）云河市举行座谈会。",
    "云河市今天下雨（记者 张三）。",
    "本网讯息中心今天揭牌。",
  ])("is not seen in %j", (text) => {
    expect(makeExcerpt(text)).toBe(text);
  });
});

describe("blocks", () => {
  it.each([
    ["第一段。\n第二段。", "第一段。第二段。"],
    ["“引语”\n接着说。", "“引语”接着说。"],
    ["时间\n3月5日", "时间 3月5日"],
    ["  甲\n\n 乙 ", "甲 乙"],
    ["One line.\nAnother", "One line. Another"],
    ["", ""],
    [" \n ", ""],
  ])("%j become one text", (text, expected) => {
    expect(makeExcerpt(text)).toBe(expected);
  });
});

describe("a cut", () => {
  const han = (count: number) => "字".repeat(count);

  it.each([
    ["nowhere in a text that fits", `${han(82)}。`, `${han(82)}。`],
    ["at the end of a sentence", `${han(60)}。${han(60)}。`, `${han(60)}。`],
    ["behind a sentence's closing quote", `“${han(60)}。”${han(60)}`, `“${han(60)}。”`],
    ["at the last sentence that fits", `${han(30)}。${han(30)}！${han(60)}。`, `${han(30)}。${han(30)}！`],
    ["at a clause where no sentence ends near", `${han(70)}，${han(60)}。`, `${han(70)}…`],
    [
      "at a clause rather than at a far sentence",
      `${han(20)}。${han(50)}，${han(60)}。`,
      `${han(20)}。${han(50)}…`,
    ],
    ["in the midst where nothing ends near", han(200), `${han(82)}…`],
    ["before a Latin word", `${han(78)} newspaper ${han(60)}`, `${han(78)}…`],
    ["before a word with an accent", `${han(79)} cafe\u0301teria ${han(60)}`, `${han(79)}…`],
    ["before a number with its comma", `${han(80)}2,800米${han(60)}`, `${han(80)}…`],
    ["before a number with its point", `${han(81)}2.4万${han(60)}`, `${han(81)}…`],
    ["before a score", `${han(81)}13:2${han(60)}`, `${han(81)}…`],
    ["before a percentage", `${han(81)}35%${han(60)}`, `${han(81)}…`],
    ["inside a word as long as an excerpt", "x".repeat(500), `${"x".repeat(164)}…`],
    ["before an emoji of many parts", `${han(81)}👨‍👩‍👧‍👦${han(60)}`, `${han(81)}👨‍👩‍👧‍👦…`],
    ["before half of one", `${han(81)}a👨‍👩‍👧‍👦${han(60)}`, `${han(81)}a…`],
    ["not between a letter and its marks", `${han(81)}e\u0301\u0302字${han(60)}`, `${han(81)}e\u0301\u0302…`],
    [
      "not behind a mark that carries another",
      `${han(50)}。\u0301${han(60)}`,
      `${han(50)}。\u0301${han(31)}…`,
    ],
    ["without a comma before the ellipsis", `${han(81)}，、${han(60)}`, `${han(81)}…`],
  ])("falls %s", (_where, text, expected) => {
    expect(makeExcerpt(text)).toBe(expected);
  });

  it("keeps to the width that is asked", () => {
    expect(makeExcerpt("云河市今天下雨", 10)).toBe("云河市今…");
  });
});

describe("any excerpt", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "云",
      "河",
      "，",
      "。",
      "！”",
      "；",
      "：",
      "、",
      "（",
      "）",
      "…",
      "“",
      "本网讯 ",
      "2月9日电 ",
    ),
    fc.constantFrom(
      "a",
      "word",
      "2,800",
      "3.5%",
      " ",
      "e\u0301",
      "！\u0301",
      "👨‍👩‍👧",
      "🇨🇳",
      "𠮷",
      "\u200d",
      "।ि",
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }).map((text) => text.replace(/[\n\r]/g, "")),
  );
  const text = fc.array(piece, { maxLength: 250 }).map((pieces) => pieces.join(""));

  it("is at most 166 columns wide", () => {
    fc.assert(
      fc.property(text, (text) => columnsOf(makeExcerpt(text)) <= WIDEST),
      { numRuns: 300 },
    );
  });

  it("is the start of its text, cut between two graphemes", () => {
    fc.assert(
      fc.property(text, (text) => {
        // The dateline is dropped and the rest trimmed: what an unlimited excerpt gives.
        const whole = makeExcerpt(text, 1_000_000);
        const excerpt = makeExcerpt(text);
        if (excerpt === whole) return;
        const kept = whole.startsWith(excerpt) ? excerpt : excerpt.replace(/…$/, "");
        expect(whole.startsWith(kept)).toBe(true);
        const ends = Array.from(graphemes.segment(whole), ({ index }) => index);
        expect(ends).toContain(kept.length);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps about half of what would fit, or more", () => {
    const prose = fc.array(fc.constantFrom("云", "河", "市", "，", "。", "word ", "2,800"), {
      minLength: 200,
      maxLength: 250,
    });
    fc.assert(
      fc.property(prose, (pieces) => {
        const excerpt = makeExcerpt(`云${pieces.join("")}`);
        expect(excerpt.length).toBeGreaterThan(40);
      }),
      { numRuns: 200 },
    );
  });
});
