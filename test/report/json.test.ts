import { describe, expect, it } from "vitest";
import { toJsonDiagnostics } from "../../src/report/json.ts";
import { problem } from "./problems.ts";

describe("problems as data", () => {
  it("hold the words of one language", () => {
    const diagnostics = [problem({ line: 2, column: 5 }), problem({ severity: "warning" })];
    expect(JSON.parse(JSON.stringify(toJsonDiagnostics(diagnostics, "zh")))).toEqual([
      {
        severity: "error",
        code: "date/impossible",
        message: "没有这一天",
        file: "content/news/a.md",
        line: 2,
        column: 5,
        hint: "核对日期",
      },
      {
        severity: "warning",
        code: "date/impossible",
        message: "没有这一天",
        file: "content/news/a.md",
        hint: "核对日期",
      },
    ]);
    expect(toJsonDiagnostics(diagnostics, "en")[0]).toMatchObject({
      message: "there is no such day",
      hint: "check the date",
    });
  });
});
