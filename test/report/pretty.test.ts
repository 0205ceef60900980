import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { renderPretty } from "../../src/report/pretty.ts";
import { problem } from "./problems.ts";

const render = (
  diagnostics: readonly Diagnostic[],
  lines: readonly string[] = [],
  language: "zh" | "en" = "zh",
) =>
  renderPretty(diagnostics, {
    language,
    color: false,
    linesOf: (file) => (file === "content/news/a.md" ? lines : undefined),
  });

/** The two lines of an excerpt, without their gutters. */
function excerpt(line: string, column: number): string[] {
  return render([problem({ line: 1, column })], [line])
    .split("\n")
    .slice(2, 4)
    .map((text) => text.replace(/^ {4}(?:1| ) \| /, ""));
}

describe("a problem on a terminal", () => {
  it("says where, what, the line with a caret, and the fix", () => {
    expect(render([problem({ line: 2, column: 5 })], ["---", "日期: 2026-02-30", "---"])).toBe(
      [
        "错误 content/news/a.md:2:5 date/impossible",
        "  没有这一天",
        "    2 | 日期: 2026-02-30",
        "      |       ^",
        "  → 核对日期",
        "",
      ].join("\n"),
    );
  });

  it("speaks English where that is asked", () => {
    expect(render([problem({ severity: "warning", line: 1 })], ["日期"], "en")).toBe(
      [
        "warning content/news/a.md:1 date/impossible",
        "  there is no such day",
        "    1 | 日期",
        "  → check the date",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["without a line", problem(), ["日期"]],
    ["in a file that cannot be read", problem({ file: "content/b.md", line: 1, column: 1 }), ["日期"]],
    ["on an empty line", problem({ line: 1, column: 1 }), ["  "]],
    ["beyond the file's end", problem({ line: 9, column: 1 }), ["日期"]],
  ])("%s has no excerpt", (_which, diagnostic, lines) => {
    expect(render([diagnostic], lines)).not.toContain("|");
  });

  it("shows no column where there is no line", () => {
    expect(render([problem({ column: 3 })])).toMatch(/^错误 content\/news\/a\.md date/);
  });

  it("stands apart from the next by an empty line", () => {
    expect(render([problem(), problem()]).split("\n\n")).toHaveLength(2);
    expect(render([])).toBe("");
  });
});

describe("the caret", () => {
  it.each([
    ["a: b", 4, 3],
    ["日期: x", 5, 6],
    ["日期：x", 4, 6],
    ["ａｂｃ", 3, 4],
    ["“云河”x", 5, 6],
    ["한국x", 3, 4],
    ["😀x", 3, 2],
    ["👨‍👩‍👧x", 9, 2],
    ["🇨🇳x", 5, 2],
    ["❤️x", 3, 2],
    ["e\u0301x", 3, 1],
    ["云\u200b河", 3, 2],
    ["𠮷x", 3, 2],
    ["\tx", 2, 1],
    ["云", 1, 0],
    ["云", 2, 2],
    ["云", 9, 2],
  ])("below %j at %i has %i columns before it", (line, column, before) => {
    expect(excerpt(line, column)[1]).toBe(`${" ".repeat(before)}^`);
  });

  it.each([9, 10, 100])("stands below its column whatever the width of line number %i", (line) => {
    const lines = Array.from({ length: line }, () => "日期: x");
    const [shown = "", caret = ""] = render([problem({ line, column: 5 })], lines)
      .split("\n")
      .slice(2, 4);
    // “日期” takes two columns more than it has characters.
    expect(caret.indexOf("^")).toBe(shown.indexOf("x") + 2);
    expect(caret.indexOf("|")).toBe(shown.indexOf("|"));
  });
});

describe("a long line", () => {
  const paragraph = `${"云河".repeat(100)}甲${"下雨".repeat(100)}`;

  it("is cut round its column", () => {
    const [shown = "", caret = ""] = excerpt(paragraph, 201);
    expect(shown).toBe(`...河${"云河".repeat(7)}甲${"下雨".repeat(9)}...`);
    expect(caret.length - 1).toBe(3 + 30);
  });

  it.each([1, 2, 16, 17, 100, 201, 300, 400, 401])("has its caret below column %i", (column) => {
    const [shown = "", caret = ""] = excerpt(paragraph, column);
    const skipped = shown.startsWith("...") ? 3 : 0;
    const under = shown.slice(skipped)[(caret.length - 1 - skipped) / 2];
    expect(under ?? "").toBe(paragraph[column - 1] ?? "");
    expect(shown.replaceAll(".", "").length * 2).toBeLessThanOrEqual(68);
  });

  it("that fits is shown whole", () => {
    const line = "云".repeat(34);
    expect(excerpt(line, 34)[0]).toBe(line);
    expect(excerpt(`${line}云`, 1)[0]).toBe(`${line}...`);
  });

  it("of a million characters is no matter", () => {
    const [shown = "", caret = ""] = excerpt("云".repeat(1_000_000), 500_000);
    expect(shown).toBe(`...${"云".repeat(34)}...`);
    expect(caret).toBe(`${" ".repeat(33)}^`);
  });
});

describe("colour", () => {
  const lines = () => ["日期: x"];

  it("is absent where it is not wanted", () => {
    const text = renderPretty([problem({ line: 1, column: 1 })], {
      language: "zh",
      color: false,
      linesOf: lines,
    });
    expect(text).not.toContain("\u001b");
  });

  it("is red for an error, yellow for a warning", () => {
    const show = (severity: "error" | "warning") =>
      renderPretty([problem({ severity })], { language: "zh", color: true, linesOf: lines });
    expect(show("error")).toContain("\u001b[31m错误\u001b[39m");
    expect(show("warning")).toContain("\u001b[33m警告\u001b[39m");
  });

  it("cannot be smuggled in by a file's text, its name or a message", () => {
    const evil = "\u001b[2J\u0007\u202e云\u0085";
    const text = render(
      [problem({ line: 1, column: 1, file: "content/news/a.md", message: { zh: evil, en: "" } })],
      [evil],
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain("\ufffd[2J\ufffd\ufffd云\ufffd");
    expect(render([problem({ file: `content/${evil}.md` })])).not.toContain("\u001b");
  });
});
