import { describe, expect, it } from "vitest";
import { renderGithub } from "../../src/report/github.ts";
import { problem } from "./problems.ts";

describe("a GitHub annotation", () => {
  it("is one workflow command a line", () => {
    expect(renderGithub([problem({ line: 2, column: 5 }), problem({ severity: "warning" })], "zh")).toBe(
      [
        "::error file=content/news/a.md,line=2,col=5,title=date/impossible::没有这一天 → 核对日期",
        "::warning file=content/news/a.md,title=date/impossible::没有这一天 → 核对日期",
        "",
      ].join("\n"),
    );
  });

  it("speaks English where that is asked", () => {
    expect(renderGithub([problem()], "en")).toContain("::there is no such day → check the date\n");
  });

  it("escapes a property's percent signs, line ends, colons and commas", () => {
    expect(renderGithub([problem({ file: "content/100%,a:b\r\n.md" })], "zh")).toContain(
      " file=content/100%25%2Ca%3Ab%0D%0A.md,",
    );
  });

  it("escapes a message's percent signs and line ends alone", () => {
    const message = { zh: "100%, a: b\r\n::error::假", en: "" };
    expect(renderGithub([problem({ message })], "zh")).toMatch(
      /::100%25, a: b%0D%0A::error::假 → 核对日期\n$/,
    );
  });

  it("is nothing where there are no problems", () => {
    expect(renderGithub([], "zh")).toBe("");
  });
});
