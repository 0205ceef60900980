import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, type FullCheckOptions } from "../../src/commands/check.ts";
import { UsageError } from "../../src/commands/context.ts";
import { renderMarkdown } from "../../src/markdown/processor.ts";
import { article, capture, makeNewsroom, type Newsroom, NOW, snapshot } from "../support/newsroom.ts";

const checkOf = (room: Newsroom, options: Partial<FullCheckOptions> = {}) =>
  capture(() => check({ root: room.root, lang: "zh", now: NOW, report: "pretty", ...options }));

describe("jianbao check --fix", () => {
  const WRITTEN = '\uFEFF---\r\n标题: "雨,雪"\r\n标签: [民生,交通]\r\n---\r\n\r\n今天,有雨...\r\n';
  const MENDED = '\uFEFF---\r\n标题: "雨，雪"\r\n标签: [民生,交通]\r\n---\r\n\r\n今天，有雨……\r\n';

  it("mends the words and leaves the rest of the file, and other files, byte for byte", async () => {
    const other = article({ 标题: "好稿" });
    const room = makeNewsroom({
      "content/news/2026-03-01-a.md": WRITTEN,
      "content/news/2026-03-02-b.md": other,
    });
    const file = join(room.root, "content/news/2026-03-01-a.md");
    chmodSync(file, 0o640);
    const before = statSync(join(room.root, "content/news/2026-03-02-b.md"));
    const { code, stderr } = await checkOf(room, { fix: true });
    expect(code).toBe(0);
    expect(stderr).toContain("改好了 1 个文件：\n  content/news/2026-03-01-a.md");
    expect(stderr).not.toContain("style/");
    expect(readFileSync(file, "utf8")).toBe(MENDED);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(statSync(join(room.root, "content/news/2026-03-02-b.md")).mtimeMs).toBe(before.mtimeMs);
    expect([...snapshot(join(room.root, "content")).keys()]).toEqual([
      "/news/2026-03-01-a.md",
      "/news/2026-03-02-b.md",
      "/site.yaml",
    ]);
  });

  it.each([
    [
      "the slips of a front matter, with its comments, its line ends and what was right",
      "\uFEFF---\r\n标题：快讯: 有雨\r\n# 标签：[甲，乙]\r\n标签: 天气 民生\r\n摘要: |\r\n  标题：甲\r\n日期: 2026-03-01\r\n---\r\n\r\n标题：乙\r\n",
      '\uFEFF---\r\n标题: "快讯：有雨"\r\n# 标签：[甲，乙]\r\n标签: [天气, 民生]\r\n摘要: |\r\n  标题：甲\r\n日期: 2026-03-01\r\n---\r\n\r\n标题：乙\r\n',
    ],
    [
      "a slip and house style on one line",
      "---\n标题：雨,雪\n---\n\n今天有雨。\n",
      "---\n标题: 雨，雪\n---\n\n今天有雨。\n",
    ],
  ])("mends %s, once and for all", async (_, written, mended) => {
    const room = makeNewsroom({ "content/news/2026-03-01-a.md": written });
    const file = join(room.root, "content/news/2026-03-01-a.md");
    const { code, stderr } = await checkOf(room, { fix: true });
    expect(code).toBe(0);
    expect(stderr).toContain("改好了 1 个文件");
    expect(stderr).not.toContain("front-matter/read-as-meant");
    expect(readFileSync(file, "utf8")).toBe(mended);
    expect((await checkOf(room, { fix: true })).stderr).not.toContain("改好了");
  });

  it("mends the slips of sections and plain pages by their own keys", async () => {
    const section = "content/news/_index.md";
    const page = "content/pages/about.md";
    const room = makeNewsroom({
      [section]: "---\n标题：新闻\n简介：城里的事\n---\n",
      [page]: "---\n标题：关于\n草稿：否\n---\n\n字。\n",
    });
    await checkOf(room, { fix: true });
    expect(readFileSync(join(room.root, section), "utf8")).toBe("---\n标题: 新闻\n简介: 城里的事\n---\n");
    expect(readFileSync(join(room.root, page), "utf8")).toBe("---\n标题: 关于\n草稿: 否\n---\n\n字。\n");
  });

  it("writes nothing without being asked", async () => {
    const room = makeNewsroom({ "content/news/2026-03-01-a.md": WRITTEN });
    const before = snapshot(room.root);
    const { stderr } = await checkOf(room);
    expect(stderr).toContain("style/half-width");
    expect(snapshot(room.root)).toEqual(before);
  });

  it("leaves a file without front matter alone, whose first lines may be meant as one", async () => {
    const text = "标题: 雨,雪\n\n今天,有雨。\n";
    const room = makeNewsroom({ "content/news/2026-03-01-a.md": text });
    const { stderr } = await checkOf(room, { fix: true });
    expect(stderr).toContain("front-matter/missing");
    expect(stderr).not.toContain("style/");
    expect(readFileSync(join(room.root, "content/news/2026-03-01-a.md"), "utf8")).toBe(text);
  });

  it("leaves a file in another encoding alone", async () => {
    const room = makeNewsroom({
      "content/news/2026-03-01-a.md": Buffer.from([0x2d, 0x2c, 0xd6, 0xd0, 0x2c]),
    });
    const before = snapshot(room.root);
    expect((await checkOf(room, { fix: true })).code).toBe(1);
    expect(snapshot(join(room.root, "content"))).toEqual(
      new Map(
        [...before]
          .filter(([path]) => path.startsWith("/content/"))
          .map(([path, text]) => [path.slice(8), text]),
      ),
    );
  });
});

describe("jianbao check --changed", () => {
  const SLIP = "今天,有雨";
  const inGit = () => {
    const room = makeNewsroom({
      "content/news/_index.md": "---\n标题: 要闻\n---\n",
      "content/news/2026-03-01-a.md": article({ 标题: "甲" }, SLIP),
      "content/news/2026-03-02-b.md": article({ 标题: "乙" }, SLIP),
    });
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", room.root, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "a");
    return { room, git };
  };

  it("tells only of what differs from the last commit, new files included", async () => {
    const { room } = inGit();
    room.write({
      "content/news/2026-03-02-b.md": article({ 标题: "乙" }, `${SLIP}。`),
      "content/news/2026-03-03-c.md": article({ 标题: "丙" }, "[看](nowhere.md) [看](2026-03-01-a.md)"),
    });
    const { code, stderr } = await checkOf(room, { changed: true });
    expect(code).toBe(0);
    expect(stderr).toContain("content/news/2026-03-02-b.md:5:3 style/half-width");
    expect(stderr).toContain("content/news/2026-03-03-c.md:5:1 pages/dead-link");
    expect(stderr).toContain("2 个警告");
    const { stderr: inFull } = await checkOf(room);
    expect(inFull).toContain("content/news/2026-03-01-a.md:5:3 style/half-width");
  });

  it("tells of errors as a build would", async () => {
    const { room } = inGit();
    room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙", 日期: "2026-02-30" }) });
    const { code, stderr } = await checkOf(room, { changed: true });
    expect([code, stderr]).toEqual([1, expect.stringContaining("date/impossible")]);
  });

  it("compares with the revision that is named", async () => {
    const { room, git } = inGit();
    room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙" }, `${SLIP}。`) });
    git("commit", "-qam", "b");
    expect((await checkOf(room, { changed: true })).stderr).toContain("没有发现问题");
    expect((await checkOf(room, { changed: "HEAD~1" })).stderr).toContain("1 个警告");
  });

  it("looks at everything where the settings changed", async () => {
    const { room } = inGit();
    room.write({ "content/site.yaml": "title: 新名\nurl: https://news.example.com\n" });
    expect((await checkOf(room, { changed: true })).stderr).toContain("content/news/2026-03-01-a.md:5:3");
  });

  it("mends only what changed", async () => {
    const { room } = inGit();
    room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙" }, `${SLIP}。`) });
    const { stderr } = await checkOf(room, { changed: true, fix: true });
    expect(stderr).toContain("改好了 1 个文件");
    expect(readFileSync(join(room.root, "content/news/2026-03-01-a.md"), "utf8")).toContain(SLIP);
  });

  it("looks at every file before the first commit", async () => {
    const { room, git } = inGit();
    git("update-ref", "-d", "HEAD");
    room.write({ "content/news/2026-03-03-c.md": article({ 标题: "丙" }, SLIP) });
    expect((await checkOf(room, { changed: true })).stderr).toContain("3 个警告");
  });

  it.each([
    ["a revision that git does not know", "nowhere"],
    ["an option for git", "--output=x"],
  ])("refuses %s", async (_, changed) => {
    const { room } = inGit();
    const refused = checkOf(room, { changed });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(`git 里没有“${changed}”这个版本`);
  });

  it("refuses a folder that is in no repository", async () => {
    const { room } = inGit();
    rmSync(join(room.root, ".git"), { recursive: true });
    const refused = checkOf(room, { changed: true });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow("这个目录不在 git 仓库里");
  });
});

describe("what jianbao check --fix leaves alone", () => {
  const PATH = "content/news/2026-03-01-a.md";
  /** The file after --fix, and what was said. */
  const fixed = async (text: string) => {
    const room = makeNewsroom({ [PATH]: text });
    const { code, stderr } = await checkOf(room, { fix: true });
    return { code, stderr, text: readFileSync(join(room.root, PATH), "utf8") };
  };

  it.each([
    ["a front matter that is not closed", "---\n标题: 雨,雪\n标签： [民生,交通]\n\n今天,有雨。\n"],
    ["a front matter closed by four hyphens", "---\n标题: 雨,雪\n----\n\n今天,有雨。\n"],
    [
      "a front matter that a rule in the body closes",
      "---\n标题: 雨,雪\n\n今天,有雨。\n\n---\n\n明天,有雨。\n",
    ],
    ["an impossible date", "---\n标题: 雨,雪\n日期: 2026-02-30\n---\n\n今天,有雨。\n"],
    ["a key that does not exist", "---\n标题: 雨,雪\ntitel: 雪\n---\n\n今天,有雨。\n"],
  ])("leaves a text with %s, and tells its error", async (_, written) => {
    const { code, stderr, text } = await fixed(written);
    expect(code).toBe(1);
    expect(stderr).not.toContain("改好了");
    expect(text).toBe(written);
  });

  it("mends the other texts beside one with an error", async () => {
    const room = makeNewsroom({
      [PATH]: "---\n标题: 雨,雪\n\n今天,有雨。\n",
      "content/news/2026-03-02-b.md": article({ 标题: "乙" }, "今天,有雨。"),
    });
    const { stderr } = await checkOf(room, { fix: true });
    expect(stderr).toContain("改好了 1 个文件：\n  content/news/2026-03-02-b.md");
  });

  it.each([
    ["a reference of that name", "见[甲,乙]，今天,有雨。\n\n[甲,乙]: https://a.example/\n"],
    ["code that goes over two lines", "写作`甲,\n乙,丙`即可，今天,有雨。\n"],
  ])("leaves a text that would mean something else after, for %s", async (_, body) => {
    const written = article({ 标题: "雨" }, body);
    const { code, stderr, text } = await fixed(written);
    expect(code).toBe(0);
    expect(stderr).not.toContain("改好了");
    expect(stderr).toContain(`1 个文件整个没有动`);
    expect(stderr).toContain(`请照下面的提示自己改：\n  ${PATH}\n`);
    expect(text).toBe(written);
  });

  it("keeps the headings, links, pictures, tables, blocks and code of every text that it changes", async () => {
    const bodies = fc.sample(fc.array(fc.constantFrom(...PIECES), { minLength: 5, maxLength: 25 }), {
      numRuns: 250,
      seed: 6,
    });
    const texts = bodies.map((pieces) => `---\n标题: 雨\n---\n\n${pieces.join("")}\n`);
    const pathOf = (index: number) => `content/news/2026-03-01-${index}.md`;
    const room = makeNewsroom(Object.fromEntries(texts.map((text, index) => [pathOf(index), text])));
    await checkOf(room, { fix: true });
    const changed = texts.flatMap((before, index) => {
      const after = readFileSync(join(room.root, pathOf(index)), "utf8");
      return before === after ? [] : [{ before, after }];
    });
    expect(changed.length).toBeGreaterThan(20);
    for (const { before, after } of changed) expect(marksOf(after)).toEqual(marksOf(before));
  });
});

/** What texts are made of here: words, signs in every form, and Markdown whole and in pieces. */
const PIECES = [
  ..."甲乙,:.!\"'“”()（）*`|_、，Ａ％",
  ...["今天", "AI", "...", "--", "**", "~~", "[", "](a.md)", "![", "](https://a.example/x)"],
  ...["https://a.example/x", "`码,码`", "<b>", "</b>", "\n\n", "\n- ", "\n> ", "\n# ", "\n| ", "\n|-|-|\n"],
  ...["\n:::更正\n", "\n:::\n", "\n```\n", "\n[甲]: ", "：：：更正\n"],
];

/** Every element of a text's markup with where it leads, and all code. */
function marksOf(text: string): readonly string[] | null {
  const { html } = renderMarkdown(text.replace(/^---[\s\S]*?\n---\n/, ""), {
    file: "a.md",
    firstLine: 1,
    mediaHosts: [],
    origin: "https://news.example.com",
    basePath: "",
    language: "zh-CN",
  });
  return html.match(/<(?:code|pre)\b[\s\S]*?<\/(?:code|pre)>|<\/?\w+|(?:href|src)="[^"]*"/g);
}
