import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { problem } from "./problems.ts";

const render = (diagnostics: readonly Diagnostic[], language: "zh" | "en" = "zh") =>
  JSON.parse(renderSarif(diagnostics, language, "1.2.3"));

describe("a SARIF log", () => {
  it("is one run of version 2.1.0", () => {
    const log = render([
      problem({ line: 2, column: 5 }),
      problem({ code: "config/link", severity: "warning" }),
      problem({ line: 3 }),
    ]);
    expect(log).toEqual({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "jianbao",
              version: "1.2.3",
              rules: [{ id: "config/link" }, { id: "date/impossible" }],
            },
          },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "date/impossible",
              ruleIndex: 1,
              level: "error",
              message: { text: "没有这一天 → 核对日期" },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "content/news/a.md" },
                    region: { startLine: 2, startColumn: 5 },
                  },
                },
              ],
            },
            {
              ruleId: "config/link",
              ruleIndex: 0,
              level: "warning",
              message: { text: "没有这一天 → 核对日期" },
              locations: [{ physicalLocation: { artifactLocation: { uri: "content/news/a.md" } } }],
            },
            expect.objectContaining({
              ruleIndex: 1,
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "content/news/a.md" },
                    region: { startLine: 3 },
                  },
                },
              ],
            }),
          ],
        },
      ],
    });
  });

  it("names a file by a relative reference, whatever its characters", () => {
    const [result] = render([problem({ file: "content/新闻/a b#c?d%e.md" })]).runs[0].results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    const url = new URL(uri, "https://a.example/");
    expect(decodeURIComponent(url.pathname)).toBe("/content/新闻/a b#c?d%e.md");
    expect([url.host, url.search, url.hash]).toEqual(["a.example", "", ""]);
  });

  it("has a run without results where nothing is wrong", () => {
    expect(render([]).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });

  it("speaks English where that is asked", () => {
    expect(render([problem()], "en").runs[0].results[0].message.text).toBe(
      "there is no such day → check the date",
    );
  });

  it("ends with a line's end", () => {
    expect(renderSarif([], "zh", "1")).toMatch(/\}\n$/);
  });
});
