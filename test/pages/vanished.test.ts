import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { JsonDiagnostic } from "../../src/report/json.ts";
import { article, type Files, makeNewsroom } from "../support/newsroom.ts";

const PATH = "content/news/2026-03-01-a.md";
const STAYING: Files = { "content/news/2026-03-02-b.md": article({ 标题: "乙" }) };

/** Builds with an article, then with another form of it; the warnings of the second build. */
async function rebuild(before: Files, after: Files | undefined): Promise<string[]> {
  const room = makeNewsroom({ ...STAYING, ...before });
  expect((await room.build()).code).toBe(0);
  if (after === undefined) room.remove(...Object.keys(before));
  else room.write(after);
  const { stdout, code } = await room.build({ report: "json" });
  expect(code).toBe(0);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: (JsonDiagnostic & Diagnostic)[] };
  return diagnostics.map(({ code: name, message }) => `${name} ${String(message)}`);
}

describe("an address that was published and is gone", () => {
  const gone = "pages/vanished 网址 /2026/0301/a.html 上次还在，这次没有了";

  test("is a warning where the file was deleted", async () => {
    expect(await rebuild({ [PATH]: article({ 标题: "甲" }) }, undefined)).toEqual([gone]);
  });

  test("is a warning where the slug changed", async () => {
    const renamed = { [PATH]: article({ 标题: "甲", 网址: "new" }) };
    expect(await rebuild({ [PATH]: article({ 标题: "甲" }) }, renamed)).toEqual([gone]);
  });

  test.each([
    ["草稿", "是", "现在是草稿"],
    ["发布时间", "2027-01-01 09:00", "现在还没有到发布时间"],
  ])("is a warning of its own where an article that was published got %s: %s", async (key, value, words) => {
    const hidden = { [PATH]: article({ 标题: "甲", [key]: value }) };
    const [found, ...more] = await rebuild({ [PATH]: article({ 标题: "甲" }) }, hidden);
    expect(found).toContain(`pages/hidden-again 这篇文章已经发布过，${words}`);
    expect(more).toEqual([]);
  });

  test("is a warning for an alias that was taken back", async () => {
    const before = { [PATH]: article({ 标题: "甲", 旧网址: "/old.html" }) };
    expect(await rebuild(before, { [PATH]: article({ 标题: "甲" }) })).toEqual([
      "pages/vanished 网址 /old.html 上次还在，这次没有了",
    ]);
  });

  test("is a warning for a plain page", async () => {
    const about = { "content/pages/about.md": article({ 标题: "关于" }) };
    expect(await rebuild(about, undefined)).toEqual(["pages/vanished 网址 /about.html 上次还在，这次没有了"]);
  });

  describe("of a section", () => {
    const inFolder = (folder: string, index: Readonly<Record<string, string>> = {}) => ({
      [`content/${folder}/_index.md`]: article({ 标题: "民生", ...index }),
      [`content/${folder}/2026-03-01-a.md`]: article({ 标题: "甲" }),
    });
    const rename = async (index: Readonly<Record<string, string>>) => {
      const room = makeNewsroom({ ...STAYING, ...inFolder("life") });
      expect((await room.build()).code).toBe(0);
      room.remove("content/life");
      room.write(inFolder("people", index));
      const { stdout } = await room.build({ report: "json" });
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: JsonDiagnostic[] };
      return { room, told: diagnostics.map(({ code, message, hint }) => [code, message, hint].join(" ")) };
    };

    test("is a warning that says how its readers are led on", async () => {
      const { told } = await rename({});
      expect(told).toEqual([
        "pages/vanished-section 栏目 /life/ 上次还在，这次没有了 文件夹改了名，就在新文件夹的 _index.md 里写 旧网址: [/life/]；栏目的订阅也跟着转过去",
      ]);
    });

    test("is none where an alias leads on from it, and from its feed", async () => {
      const { room, told } = await rename({ 旧网址: "[/life/]" });
      expect(told).toEqual([]);
      const lines = room.page("/_redirects").split("\n");
      expect(lines).toContain("/life/ /people/ 301");
      expect(lines).toContain("/life/feed.xml /people/feed.xml 301");
      expect(room.page("/life/index.html")).toContain('href="/people/"');
    });

    test("is an error where two lay claim to it", async () => {
      const { told } = await rename({ 旧网址: "[/news/]" });
      expect(told.map((line) => line.split(" ")[0])).toContain("pages/route-clash");
    });
  });

  test("is none where an alias leads on from it", async () => {
    const moved = { [PATH]: article({ 标题: "甲", 网址: "new", 旧网址: "/2026/0301/a.html" }) };
    expect(await rebuild({ [PATH]: article({ 标题: "甲" }) }, moved)).toEqual([]);
  });

  test("is none for a withdrawn article, whose address stays", async () => {
    const withdrawn = { [PATH]: article({ 标题: "甲", 撤稿: "{日期: 2026-03-03, 原因: 有误}" }) };
    expect(await rebuild({ [PATH]: article({ 标题: "甲" }) }, withdrawn)).toEqual([]);
  });

  test("is none for an expired article, whose addresses go as promised", async () => {
    const front = { 标题: "甲", 旧网址: "[/old.html, /older/]" };
    const expired = { [PATH]: article({ ...front, 下线时间: "2026-03-30" }) };
    expect(await rebuild({ [PATH]: article(front) }, expired)).toEqual([]);
  });

  test("is none for a list's page, which comes and goes with its articles", async () => {
    const tagged = { [PATH]: article({ 标题: "甲", 标签: "[民生]", 记者: "林晓禾" }) };
    expect(await rebuild(tagged, { [PATH]: article({ 标题: "甲" }) })).toEqual([]);
  });
});
