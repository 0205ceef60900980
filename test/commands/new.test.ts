import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/commands/context.ts";
import { newArticle } from "../../src/commands/new.ts";
import { settleDraft } from "../../src/commands/settleDraft.ts";
import { readDesk } from "../../src/press.ts";
import { runCli } from "../support/cli.ts";
import { article, capture, type Files, makeNewsroom, NOW } from "../support/newsroom.ts";

const FILES: Files = {
  "content/economy/_index.md": article({ 标题: "经济" }, ""),
  "content/life/2026-03-01-bridge.md": article({ 标题: "云河大桥封闭维修", 标签: "[交通]" }),
};

const start = (root: string, title: string | undefined, options = {}) =>
  capture(() => newArticle(title, { root, lang: "zh", now: NOW, ...options }));

describe("jianbao new", () => {
  it("writes an article that a build publishes", async () => {
    const room = makeNewsroom(FILES);
    const { code, stdout } = await start(room.root, "今晚有雨", {
      section: "经济",
      tags: "天气，暴雨, 天气",
    });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "content/economy/2026-03-31-jin-wan-you-yu.md\n",
    });
    expect(readFileSync(join(room.root, stdout.trim()), "utf8")).toBe(
      "---\n标题: 今晚有雨\n日期: 2026-03-31 12:00\n标签: [天气, 暴雨]\n记者:\n编辑:\n---\n\n",
    );
    const built = await room.build();
    expect(built.code).toBe(0);
    expect(built.stderr.match(/警告 .*/g)).toEqual([`警告 ${stdout.trim()}:1:1 content/no-text`]);
    expect(room.page("/2026/0331/jin-wan-you-yu.html")).toContain("今晚有雨");
  });

  it("takes the day of the site's time zone", async () => {
    const room = makeNewsroom(FILES);
    const { stdout } = await start(room.root, "雨", { section: "life", now: "2026-03-31T23:30:00Z" });
    expect(stdout).toBe("content/life/2026-04-01-yu.md\n");
  });

  it("never writes over a file, nor takes another article's slug", async () => {
    const room = makeNewsroom({
      ...FILES,
      "content/economy/2020-01-01-Yu.md": "不是文章，也不动它",
      "content/life/2026-03-02-other.md": article({ 标题: "别的", 网址: "yu-2" }),
      "content/economy/2026-03-31-yu-3.MD": "Windows 上的同名文件",
    });
    // A link that leads nowhere is no article, but its name is taken.
    symlinkSync("nowhere", join(room.root, "content/economy/2026-03-31-yu-3.md"));
    const { stdout } = await start(room.root, "雨", { section: "economy" });
    expect(stdout).toBe("content/economy/2026-03-31-yu-4.md\n");
    expect(readFileSync(join(room.root, "content/economy/2020-01-01-Yu.md"), "utf8")).toContain("不动它");
  });

  it("starts although another file has errors", async () => {
    const room = makeNewsroom({ ...FILES, "content/life/2026-03-05-bad.md": "没有开头" });
    expect((await start(room.root, "雨", { section: "life" })).code).toBe(0);
  });

  it("suggests tags, and writes none that nobody looked at", async () => {
    const room = makeNewsroom(FILES);
    const { stdout, stderr } = await start(room.root, "云河大桥封闭维修结束", { section: "life" });
    expect(stderr).toContain("可用的标签：交通");
    expect(readFileSync(join(room.root, stdout.trim()), "utf8")).toContain("标签: []");
  });

  it("marks a draft", async () => {
    const room = makeNewsroom(FILES);
    const { stdout } = await start(room.root, "雨", { section: "life", draft: true });
    expect(readFileSync(join(room.root, stdout.trim()), "utf8")).toContain("草稿: 是\n");
  });

  it.each([
    ["no title", undefined, { section: "life" }, "没有写标题"],
    ["no section", "雨", {}, "economy  经济"],
    ["a section that is not there", "雨", { section: "econmy" }, "是不是“economy”"],
    ["a slug that is taken", "雨", { section: "life", slug: "bridge" }, "已经有文章用了“bridge”"],
    ["a slug that leads elsewhere", "雨", { section: "life", slug: "../a" }, "不能做文件名"],
    ["a title of two lines", "雨\n雪", { section: "life" }, "只占一行"],
  ])("refuses %s in words", async (_, title, options, words) => {
    const room = makeNewsroom(FILES);
    await expect(start(room.root, title, options)).rejects.toThrow(words);
    await expect(start(room.root, title, options)).rejects.toThrow(UsageError);
  });
});

describe("the editor", () => {
  it("gets the new file with its own arguments before it", () => {
    const room = makeNewsroom(FILES);
    const folder = mkdtempSync(join(room.root, "a b "));
    const args = ["new", "雨", "--section", "life", "--edit", "--root", room.root, "--now", NOW];
    const { code } = runCli(args, { PATH: process.env.PATH ?? "", VISUAL: `cp -f -t '${folder}'` });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "2026-03-31-yu.md"), "utf8")).toContain("标题: 雨");
    rmSync(folder, { recursive: true });
  });

  it("that is not named is asked for before anything is written", () => {
    const room = makeNewsroom(FILES);
    const { code, stderr } = runCli([
      "new",
      "雨",
      "--section",
      "life",
      "--edit",
      "--root",
      room.root,
      "--now",
      NOW,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("EDITOR");
    expect(existsSync(join(room.root, "content/life/2026-03-31-yu.md"))).toBe(false);
  });
});

describe("on a terminal", () => {
  const answering = async (answers: readonly string[], told = {}) => {
    const { order } = roomOrder();
    const { value: desk } = await readDesk(order, () => {});
    if (desk === undefined) throw new Error("no desk");
    const asked: string[] = [];
    const left = [...answers];
    const draft = await settleDraft(told, desk, "zh", async (question) => {
      asked.push(question);
      return left.shift();
    });
    return { draft, asked };
  };
  const roomOrder = () => {
    const { root } = makeNewsroom(FILES);
    return { order: { root, defaultTheme: "", now: Date.parse(NOW), show: {}, threads: 1 } };
  };

  it("asks for what it is not told, and takes the suggestions for an empty answer", async () => {
    const { draft, asked } = await answering(["云河大桥封闭维修结束", "2", ""]);
    expect(draft).toEqual({ title: "云河大桥封闭维修结束", section: "life", tags: ["交通"] });
    expect(asked).toEqual([
      "标题：",
      "  1. economy  经济\n  2. life  life\n栏目（写编号、文件夹或名称）：",
      "标签（回车用“交通”，不要就写 -）：",
    ]);
  });

  it("asks nothing that it is told", async () => {
    const { asked } = await answering([], { title: "雨", section: "经济", tags: "" });
    expect(asked).toEqual([]);
  });

  it.each([
    ["-", []],
    ["天气、暴雨", ["天气", "暴雨"]],
  ])("takes %j for the tags", async (answer, tags) => {
    const { draft } = await answering([answer], { title: "云河大桥封闭维修结束", section: "life" });
    expect(draft.tags).toEqual(tags);
  });

  it("stops where the input ends", async () => {
    await expect(answering(["雨"])).rejects.toThrow("没有选栏目");
  });
});
