import { describe, expect, it } from "vitest";
import { isSameStory, makeDuplicateTest, printOf } from "../../src/ranking/duplicates.ts";
import { article } from "./articles.ts";

const same = (a: string, b: string, source?: string) => isSameStory(printOf(a, source), printOf(b));

describe("isSameStory", () => {
  it.each([
    ["the same title", "台风登陆", "台风登陆"],
    ["a label in front", "【快讯】【直播】台风登陆", "台风登陆"],
    ["an outlet behind", "台风登陆_新华网", "台风登陆"],
    ["an outlet in brackets", "台风登陆（来源：澜江日报）", "台风登陆"],
    ["other punctuation and spaces", "台风登陆 全市停课", "台风登陆，全市停课！"],
    [
      "one character more in a long title",
      "云河市今年将新建改建城乡公路桥梁隧道和公交车站",
      "云河市今年将新建改建城乡公路桥梁隧道和公交车站了",
    ],
  ])("sees through %s", (_, a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    [
      "parts of a series",
      "云河大桥建设纪实：从图纸到通车的日子（上）",
      "云河大桥建设纪实：从图纸到通车的日子（下）",
    ],
    [
      "numbered parts",
      "云河大桥建设纪实：从图纸到通车的日子之一",
      "云河大桥建设纪实：从图纸到通车的日子之二",
    ],
    [
      "figures",
      "我市又有12家企业入选全省专精特新中小企业培育名单并获得专项奖励资金支持",
      "我市又有13家企业入选全省专精特新中小企业培育名单并获得专项奖励资金支持",
    ],
    [
      "weekdays",
      "周日起我市天气晴朗气温逐步回升早晚温差较大请市民朋友注意及时增减衣物",
      "周六起我市天气晴朗气温逐步回升早晚温差较大请市民朋友注意及时增减衣物",
    ],
    ["numbered labels", "【系列报道①】老街新生", "【系列报道②】老街新生"],
    ["short titles that are merely alike", "云河大桥通车", "云河大桥通车了"],
    ["empty titles", "！", "？"],
  ])("keeps %s apart", (_, a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it("drops the article's own source, whatever its name", () => {
    expect(same("台风登陆 - 云溪融媒", "台风登陆", "云溪融媒")).toBe(true);
    expect(same("喜讯——全村上网", "喜讯")).toBe(false);
  });

  it("asks for 0.85 of the pairs: 17 of 20 will do, 16 of 19 will not", () => {
    const stem = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未";
    // 17 pairs are shared; the longer title adds 3.
    expect(same(stem, `${stem}申酉戌`)).toBe(true);
    const shorter = stem.slice(0, -1);
    expect(same(shorter, `${shorter}申酉戌`)).toBe(false);
  });

  it("asks for nine pairs on both sides", () => {
    const ten = "甲乙丙丁戊己庚辛壬癸";
    expect(same(ten, `${ten}子`)).toBe(true);
    expect(same(ten.slice(0, 9), ten)).toBe(false);
  });
});

describe("makeDuplicateTest", () => {
  it("asks that the two lie within three days", () => {
    const title = "台风登陆";
    const isDuplicate = makeDuplicateTest([
      article("a", "2026-02-05", { title }),
      article("b", "2026-02-02T23:59", { title }),
      article("c", "2026-02-01", { title }),
    ]);
    expect([isDuplicate(0, 1), isDuplicate(1, 0), isDuplicate(0, 2), isDuplicate(1, 2)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
