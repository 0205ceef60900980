import { describe, expect, test } from "vitest";
import { breakLines } from "../../src/assets/lines.ts";

const lines = (text: string, width: number) =>
  breakLines(text, width, (character) => (character < "\u0100" ? 0.5 : 1));

describe("a headline on a card", () => {
  test.each([
    ["fits on one line", "云河大桥", 4, ["云河大桥"]],
    ["breaks between Han characters", "云河大桥恢复通车", 5, ["云河大桥恢", "复通车"]],
    ["starts no line with a full stop or a closing mark", "甲乙丙。丁", 3, ["甲乙", "丙。丁"]],
    ["ends no line with an opening mark", "甲乙《丙丁》", 3, ["甲乙", "《丙", "丁》"]],
    ["keeps a word and a number whole", "建成5G基站3500个", 2.5, ["建成", "5G基", "站", "3500", "个"]],
    ["loses the space at a break", "Bridge opens", 3, ["Bridge", "opens"]],
    ["breaks a word that is longer than a line", "Donaudampfschiff", 4, ["Donaudam", "pfschiff"]],
    ["has no lines without text", " ", 4, []],
  ] as const)("%s", (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });
});
