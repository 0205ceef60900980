import { describe, expect, it } from "vitest";
import { renderRedirects } from "../../src/feeds/redirects.ts";
import { toRoute } from "../../src/model/route.ts";

const move = (from: string, to: string) => ({ from: toRoute(from), to: toRoute(to) });

describe("renderRedirects", () => {
  it.each([
    ["a plain path", "html/2019/a.html", "", "/html/2019/a.html /n.html 301\n"],
    ["Han characters and spaces", "旧 闻.html", "", "/%E6%97%A7%20%E9%97%BB.html /n.html 301\n"],
    ["a folder", "old/index.html", "", "/old/ /n.html 301\n"],
    ["what a host would read as a pattern", "a*/:b.html", "", "/a%2A/%3Ab.html /n.html 301\n"],
    ["what a host would read as a query or a comment", "#a?b=1", "", "/%23a%3Fb%3D1 /n.html 301\n"],
    ["a site below a path", "a.html", "/paper", "/paper/a.html /paper/n.html 301\n"],
  ])("writes %s", (_what, from, basePath, text) => {
    expect(renderRedirects([move(from, "n.html")], basePath)).toEqual({ text, omitted: [] });
  });

  it("leaves out what is over the hosts' limit, and says what that is", () => {
    const moves = Array.from({ length: 2_003 }, (_, n) => move(`${n}.html`, "n.html"));
    const { text, omitted } = renderRedirects(moves, "");
    expect(text.trimEnd().split("\n")).toHaveLength(2_000);
    expect(omitted).toEqual(moves.slice(2_000));
  });

  it("leaves out a line that hosts would not read, and goes on", () => {
    const long = move(`${"闻".repeat(120)}.html`, "n.html");
    const short = move("a.html", "n.html");
    expect(renderRedirects([long, short], "")).toEqual({ text: "/a.html /n.html 301\n", omitted: [long] });
  });

  it("is an empty file without redirects", () => {
    expect(renderRedirects([], "")).toEqual({ text: "", omitted: [] });
  });
});
