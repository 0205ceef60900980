import { describe, expect, it } from "vitest";
import { chooseLanguage } from "../../src/report/language.ts";

describe("the language of messages", () => {
  it.each([
    ["zh", "en_US.UTF-8", "zh"],
    ["en", "zh_CN.UTF-8", "en"],
    [undefined, "en_US.UTF-8", "en"],
    [undefined, "en", "en"],
    [undefined, "en-GB", "en"],
    [undefined, "EN_us", "en"],
    [undefined, "zh_CN.UTF-8", "zh"],
    [undefined, "tr_TR.UTF-8", "zh"],
    [undefined, "C.UTF-8", "zh"],
    [undefined, "english", "zh"],
    [undefined, "", "zh"],
    [undefined, undefined, "zh"],
  ])("with --lang %s and LANG %s is %s", (asked, locale, expected) => {
    expect(chooseLanguage(asked, locale)).toBe(expected);
  });
});
