import { expect, test } from "vitest";
import { plan } from "../support/edition.ts";
import { article } from "../support/newsroom.ts";

const ROOM = {
  "content/news/2026-03-01-a.md": article({ 标题: "甲", 来源: "甲报客户端" }),
  "content/pages/about.md": article({ 标题: "关于" }),
  "content/pages/later.md": article({ 标题: "以后", 草稿: "是" }),
  "content/sources.yaml": "- {name: 甲报, aliases: [甲报客户端]}\n",
};

const SITE = (lines: string) => ({
  ...ROOM,
  "content/site.yaml": `title: 报\nurl: https://x.example.com/paper\n${lines}`,
});

test("a link of site.yaml that leads nowhere is told and is not printed; the others are", async () => {
  const navigation =
    "navigation: [{title: 要闻, url: /news/}, {title: 无, url: /nope/}, {title: 外, url: 'https://y.example/'}]\n";
  const { value, diagnostics } = await plan(
    SITE(`${navigation}links: {ignore: [/api]}\nreportLine: {phone: '1', url: /gone.html}\n`),
  );
  const front = value("front", "/index.html");
  expect(front.navigation.map(({ url }) => url)).toEqual(["/paper/news/", "https://y.example/"]);
  expect(front.site.reportLine).toEqual({ phone: "1", url: undefined });
  const told = diagnostics.map(
    ({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message.zh}`,
  );
  expect(told).toEqual([
    "pages/dead-link content/site.yaml:3:56 站内没有“/nope/”这个页面或文件，链接已去掉",
    "pages/dead-link content/site.yaml:5:31 站内没有“/gone.html”这个页面或文件，链接已去掉",
  ]);
});

test("a link of site.yaml may hold the base path, or be written below it", async () => {
  const links = ["/paper/news/", "/news/", "/paper/", "/paper", "/", "/paper/api/x", "/api/x?y"];
  const navigation = links.map((url, index) => `{title: 链接${index}, url: ${url}}`).join(", ");
  const { value, diagnostics } = await plan(SITE(`navigation: [${navigation}]\nlinks: {ignore: [/api]}\n`));
  expect(diagnostics).toEqual([]);
  expect(value("front", "/index.html").navigation.map(({ url }) => url)).toEqual([
    ...["/paper/news/", "/paper/news/", "/paper/", "/paper/", "/paper/"],
    ...["/paper/api/x", "/paper/api/x?y"],
  ]);
});

test("a path of another system is known by its folder, not by the letters that it starts with", async () => {
  const text = "[数字报](/api/x) [别的](/apiary/)";
  const { diagnostics } = await plan({
    ...SITE("links: {ignore: [/api]}\n"),
    "content/news/2026-03-02-b.md": article({ 标题: "乙" }, text),
  });
  expect(diagnostics.map(({ message }) => message.en)).toEqual([
    "there is no page or file “/apiary/” on this site; the link was removed",
  ]);
});

test("a draft of a plain page has no page and no link in the footer", async () => {
  const { value, pages } = await plan(SITE(""));
  expect(value("front", "/index.html").site.pages).toEqual([{ title: "关于", url: "/paper/about.html" }]);
  expect(pages.map(({ route }) => route)).not.toContain("/later.html");
});

test("an outlet has one name, whichever of its names an article gives", async () => {
  const { value } = await plan(SITE(""));
  expect(value("article", "/2026/0301/a.html").source?.name).toBe("甲报");
});
