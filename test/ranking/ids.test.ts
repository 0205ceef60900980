import { describe, expect, it } from "vitest";
import { resolveIds } from "../../src/ranking/ids.ts";
import { article } from "./articles.ts";

const resolver = resolveIds(
  [
    "news/2026-02-09-weather",
    "news/counties/2026-02-10-oranges",
    "economy/2026-02-10-oranges",
    "economy/bridge",
    "life/economy/bridge",
    "2026-03-01-",
  ].map((id) => article(id, "2026-02-09")),
);

describe("resolveIds", () => {
  it.each([
    ["news/2026-02-09-weather", "news/2026-02-09-weather"],
    ["2026-02-09-weather", "news/2026-02-09-weather"],
    ["weather", "news/2026-02-09-weather"],
    ["news/weather", "news/2026-02-09-weather"],
    ["/news/2026-02-09-weather.md", "news/2026-02-09-weather"],
    ["counties/2026-02-10-oranges", "news/counties/2026-02-10-oranges"],
    ["oranges", "ambiguous"],
    ["2026-02-10-oranges", "ambiguous"],
    ["bridge", "ambiguous"],
    ["economy/bridge", "economy/bridge"],
    ["life/economy/bridge", "life/economy/bridge"],
    ["eather", undefined],
    ["ews/2026-02-09-weather", undefined],
    ["02-09-weather", undefined],
    ["sports/weather", undefined],
    ["", undefined],
  ])("reads “%s” as %s", (ending, expected) => {
    expect(resolver.resolve(ending)).toBe(expected);
  });

  it("names all that may be meant, in order", () => {
    expect(resolver.matches("oranges")).toEqual([
      "economy/2026-02-10-oranges",
      "news/counties/2026-02-10-oranges",
    ]);
    expect(resolver.matches("weather")).toEqual(["news/2026-02-09-weather"]);
    expect(resolver.matches("nothing")).toEqual([]);
  });
});
