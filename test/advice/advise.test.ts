import { describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.ts";
import { article, capture, type Files, makeNewsroom, NOW } from "../support/newsroom.ts";

const SITE = [
  "title: 云河新闻网",
  "url: https://news.example.com",
  "publisher: {name: 云河市融媒体中心}",
  "licences:",
  "  - {label: ICP备案号, number: 1}",
  "  - {label: 公安备案, number: 2}",
  "  - {label: 互联网新闻信息服务许可证, number: 3}",
  "reportLine: {phone: 12345}",
  "contact: {email: a@example.com}",
  "",
].join("\n");

const NEWS = "---\n标题: 要闻\n---\n";

interface Told {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
}

async function diagnosticsOf(files: Files): Promise<readonly Told[]> {
  const { root } = makeNewsroom({ "content/site.yaml": SITE, "content/news/_index.md": NEWS, ...files });
  const { stdout } = await capture(() => check({ root, lang: "zh", now: NOW, report: "json" }));
  return (JSON.parse(stdout) as { diagnostics: Told[] }).diagnostics;
}

/** What check says of a newsroom, as file, line and code. */
async function adviceOn(files: Files): Promise<string[]> {
  const told = await diagnosticsOf(files);
  return told.map(({ file, line = 0, code, message }) => `${file}:${line} ${code} ${message}`);
}

const a = (parts: Record<string, string> = {}, body?: string) =>
  article({ 标题: "甲", 日期: "2026-03-01", ...parts }, body);
const b = (parts: Record<string, string> = {}, body?: string) =>
  article({ 标题: "乙", 日期: "2026-03-02", ...parts }, body);

describe("advice", () => {
  it("is none for a newsroom that is in order", async () => {
    expect(await adviceOn({ "content/news/a.md": a(), "content/news/b.md": b() })).toEqual([]);
  });

  it("tells tags that differ in signs alone, at the rarer one", async () => {
    const files = {
      "content/news/a.md": a({ 标签: "[5G网络]" }),
      "content/news/b.md": b({ 标签: "[5G网络]" }),
      "content/news/c.md": a({ 标题: "丙", 标签: "[民生, 5G 网络]" }),
    };
    expect(await diagnosticsOf(files)).toMatchObject([
      {
        file: "content/news/c.md",
        line: 4,
        column: 10,
        code: "check/tag-form",
        message: "标签“5G 网络”和“5G网络”只是写法不同",
      },
    ]);
  });

  it("tells titles of the same days that are nearly the same, at the newer one", async () => {
    const title = "云河大桥今日恢复通车两岸居民出行更方便";
    const far = article({ 标题: title, 日期: "2026-01-01" });
    const found = await adviceOn({
      "content/news/a.md": a({ 标题: title }),
      "content/news/b.md": b({ 标题: `【快讯】${title}` }),
      "content/news/far.md": far,
    });
    expect(found).toEqual([`content/news/b.md:2 check/similar-title 标题和《${title}》（news/a）几乎一样`]);
  });

  it("tells documents that no text uses: they may be meant as articles", async () => {
    const found = await adviceOn({
      "content/news/a/index.md": a({}, "[报名表](form.docx)"),
      "content/news/a/form.docx": "x",
      "content/news/2026-03-05-story.docx": "x",
      "content/news/a/data.csv": "x",
      "content/static/files/any.doc": "x",
    });
    expect(found).toEqual([
      "content/news/2026-03-05-story.docx:0 check/unused-document 没有文章用到这个文件，它自己也不会成为文章",
    ]);
  });

  it("tells pictures that no text uses, drafts' aside", async () => {
    const found = await adviceOn({
      "content/news/a/index.md": a({}, "![图](used.png)"),
      "content/news/a/used.png": PNG,
      "content/news/a/left.png": PNG,
      "content/news/b/index.md": b({ 草稿: "是", 题图: "cover.png" }),
      "content/news/b/cover.png": PNG,
      "content/static/images/any.png": PNG,
    });
    expect(found).toEqual(["content/news/a/left.png:0 check/unused-picture 没有文章用到这张图"]);
  });

  it("tells what a Chinese news site has to show and does not", async () => {
    const site = "title: 报\nurl: https://news.example.com\nlicences: [{label: 备案, number: 京ICP备1号}]\n";
    const files = { "content/news/a.md": a() };
    expect(await adviceOn({ ...files, "content/site.yaml": site })).toEqual([
      "content/site.yaml:0 check/furniture 还没有写：主办单位、公安备案号、互联网新闻信息服务许可证、举报电话或网址、联系电话或邮箱",
    ]);
    expect(await adviceOn({ ...files, "content/site.yaml": `${site}language: en\n` })).toEqual([]);
  });

  it("tells folders of a Chinese site that have no name but a Latin one", async () => {
    const files = {
      "content/sports/local/a.md": a(),
      "content/体育/b.md": b(),
      "content/news/c.md": a({ 标题: "丙" }),
    };
    expect(await adviceOn(files)).toEqual([
      "content/sports/local:0 check/section-title 栏目“sports/local”没有名称，网站上显示的就是“local”",
    ]);
    expect(await adviceOn({ ...files, "content/site.yaml": `${SITE}language: en\n` })).toEqual([]);
  });

  it("tells sources that sources.yaml does not have, each once", async () => {
    const found = await adviceOn({
      "content/sources.yaml": "- {name: 某报, aliases: [某报客户端]}\n",
      "content/news/a.md": a({ 来源: "野报" }),
      "content/news/b.md": b({ 来源: "野报" }),
      "content/news/c.md": a({ 标题: "丙", 来源: "某报客户端" }),
      "content/news/d.md": a({ 标题: "丁", 来源: "云河市融媒体中心" }),
    });
    expect(found).toEqual(["content/news/b.md:4 check/source 来源“野报”不在 sources.yaml 里，共 2 篇"]);
  });

  it("tells links to headings that are not there, in other texts and in the same", async () => {
    const found = await adviceOn({
      "content/news/a.md": a({}, "[一](b.md#有) [二](b.md#无)\n\n[三](#甲段) [四](#乙段)\n\n## 甲段\n\n字"),
      "content/news/b.md": b({}, "## 有\n\n字"),
    });
    expect(found).toEqual([
      "content/news/a.md:6 check/anchor “b.md#无”：没有这个小标题",
      "content/news/a.md:8 check/anchor “#乙段”：没有这个小标题",
    ]);
  });

  it("is not given where site.yaml says so, and a code that there is not is told", async () => {
    const files = {
      "content/site.yaml": `${SITE}check: {off: [style/half-width, check/source, style/none]}\n`,
      "content/news/a.md": a({ 来源: "野报" }, "今天,有雨"),
    };
    expect(await adviceOn(files)).toEqual([
      "content/site.yaml:0 check/unknown-rule check.off 里的“style/none”不是可以关掉的编号",
    ]);
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
