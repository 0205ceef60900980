import { describe, expect, it } from "vitest";
import { articleFields } from "../../src/content/fields.ts";
import { splitFrontMatter } from "../../src/content/frontMatter.ts";
import { rightForm } from "../../src/content/slips.ts";
import { fieldFinder } from "../../src/yaml/spellings.ts";
import { readTyped } from "../../src/yaml/typed.ts";
import { toPlain } from "../yaml/plain.ts";

const schema = articleFields("Asia/Shanghai");
const fieldOf = fieldFinder(schema);

/** Reads one line of front matter; it is the file's second. */
function read(line: string) {
  return splitFrontMatter(`---\n${line}\n---\n`, "f.md", fieldOf);
}

function told(line: string): string[] {
  const { node, diagnostics } = read(line);
  const typed = readTyped(schema, node, { file: "f.md", line: 1, column: 1 });
  return [...diagnostics, ...typed.diagnostics]
    .map(({ line, column, code }) => `${line}:${column} ${code}`)
    .filter((spot) => spot !== "1:1 yaml/missing-key"); // the title, which most of these lack
}

/** What is typed, what is meant, the place that is told, and the right form. */
const SLIPS: readonly (readonly [typed: string, meant: object, place: string, form: string])[] = [
  ["标题：雨", { 标题: "雨" }, "2:3", "标题: 雨"],
  ["标题： 雨", { 标题: "雨" }, "2:3", "标题: 雨"],
  ["标题 ：雨", { 标题: "雨" }, "2:4", "标题: 雨"],
  ["标题：快讯：台风登陆", { 标题: "快讯：台风登陆" }, "2:3", "标题: 快讯：台风登陆"],
  ["标题：快讯: 台风登陆", { 标题: "快讯: 台风登陆" }, "2:3", '标题: "快讯: 台风登陆"'],
  ["标签：[民生，交通]", { 标签: ["民生", "交通"] }, "2:3", "标签: [民生, 交通]"],
  ["标题:雨", { 标题: "雨" }, "2:3", "标题: 雨"],
  ["draft:true", { draft: "true" }, "2:6", "draft: true"],
  ["Title：雨", { Title: "雨" }, "2:6", "Title: 雨"],
  ["AI生成：是", { AI生成: "是" }, "2:5", "AI生成: 是"],
  ["日期：2026年2月9日 10:30", { 日期: "2026年2月9日 10:30" }, "2:3", "日期: 2026年2月9日 10:30"],
  ["标题: 快讯: 台风登陆", { 标题: "快讯: 台风登陆" }, "2:5", '标题: "快讯: 台风登陆"'],
  ["标题:  快讯: 台风登陆", { 标题: "快讯: 台风登陆" }, "2:6", '标题: "快讯: 台风登陆"'],
  ['标题: 他说"好: 行"', { 标题: '他说"好: 行"' }, "2:5", '标题: "他说\\"好: 行\\""'],
  ["标题: C:\\a: b", { 标题: "C:\\a: b" }, "2:5", '标题: "C:\\\\a: b"'],
  ["标题: 提问:", { 标题: "提问:" }, "2:5", '标题: "提问:"'],
  ["标签: [民生，交通]", { 标签: ["民生", "交通"] }, "2:5", "标签: [民生, 交通]"],
  ["标签: [民生、交通, 经济]", { 标签: ["民生", "交通", "经济"] }, "2:5", "标签: [民生, 交通, 经济]"],
  ["标签: 春茶、茶叶", { 标签: ["春茶", "茶叶"] }, "2:5", "标签: [春茶, 茶叶]"],
  ["标签：春茶, 茶叶", { 标签: ["春茶", "茶叶"] }, "2:3", "标签: [春茶, 茶叶]"],
  ["标签: 【春茶，茶叶】", { 标签: ["春茶", "茶叶"] }, "2:5", "标签: [春茶, 茶叶]"],
  ["标签: 天气 民生", { 标签: ["天气", "民生"] }, "2:5", "标签: [天气, 民生]"],
  ["标签: 天气\u00a0民生", { 标签: ["天气", "民生"] }, "2:5", "标签: [天气, 民生]"],
  ["标签：天气　民生 交通", { 标签: ["天气", "民生", "交通"] }, "2:3", "标签: [天气, 民生, 交通]"],
  ["标签: 天气，城市 更新", { 标签: ["天气", "城市 更新"] }, "2:5", "标签: [天气, 城市 更新]"],
  ["Tags: 民生，交通", { Tags: ["民生", "交通"] }, "2:7", "Tags: [民生, 交通]"],
  ["记者: 张三、李四", { 记者: ["张三", "李四"] }, "2:5", "记者: [张三, 李四]"],
  ["标签: ［春茶，茶叶］", { 标签: ["春茶", "茶叶"] }, "2:5", "标签: [春茶, 茶叶]"],
  ["记者：［张三］", { 记者: ["张三"] }, "2:3", "记者: [张三]"],
  ["标题:\u00a0雨", { 标题: "雨" }, "2:3", "标题: 雨"],
  ["标题:\u3000雨", { 标题: "雨" }, "2:3", "标题: 雨"],
  [
    "记者：{姓名：林晓禾，单位：云河融媒记者}",
    { 记者: { 姓名: "林晓禾", 单位: "云河融媒记者" } },
    "2:3",
    "记者: {姓名: 林晓禾, 单位: 云河融媒记者}",
  ],
  [
    "更正: {日期：2026-02-09，内容：原文，误作：三}",
    { 更正: { 日期: "2026-02-09", 内容: "原文，误作：三" } },
    "2:5",
    "更正: {日期: 2026-02-09, 内容: 原文，误作：三}",
  ],
  ['标签: [民生，"甲,乙"]', { 标签: ["民生", "甲,乙"] }, "2:5", '标签: [民生,"甲,乙"]'],
  ["标签: [民生，交通] # 待补", { 标签: ["民生", "交通"] }, "2:5", "标签: [民生, 交通] # 待补"],
];

describe("a slip", () => {
  it.each(SLIPS)("in %j is read as meant, with the right form", (line, meant, place, form) => {
    const { node, diagnostics } = read(line);
    expect(node && toPlain(node)).toEqual(meant);
    expect(
      diagnostics.map(({ severity, code, line, column, hint }) => [
        severity,
        code,
        `${line}:${column}`,
        hint.zh,
      ]),
    ).toEqual([["warning", "front-matter/read-as-meant", place, `写成 ${form}`]]);
  });

  it.each(SLIPS)("is not seen in the form that is written for %j, which is read alike", (line, meant) => {
    const right = rightForm(line, fieldOf) ?? "";
    const { node, diagnostics } = read(right);
    expect(diagnostics).toEqual([]);
    expect(node && toPlain(node)).toEqual(meant);
  });

  it.each([
    "标题: 比分 3:2",
    "标题: 快讯：台风登陆",
    "标题: 快讯:台风登陆",
    '标题: "快讯: 台风登陆"',
    "标题: '快讯: 台风登陆'",
    "来源: {名称: 某报}",
    "来源: https://a.example/b",
    "标签: [民生, 交通]",
    "标签: city council",
    "标签: AI 产业",
    '标签: "天气 民生"',
    "记者: 王　伟",
    "标题: 民生，交通",
    "摘要: |\n  标题：甲\n  标签: [甲，乙]\n  快讯: 甲: 乙",
    "附加:\n  天气: 晴",
    "标题 : 雨",
  ])("is not seen in %j", (line) => {
    expect(read(line).diagnostics).toEqual([]);
  });

  it.each(["天气：晴", "天气: 今天: 晴"])("under an unknown key is not mended: %j", (line) => {
    expect(read(line).diagnostics.map(({ code }) => code)).not.toContain("front-matter/read-as-meant");
  });
});

describe("a later problem on a mended line", () => {
  const SLIP = "front-matter/read-as-meant";

  it.each([
    ["来源：{名称: 甲, 坏: &x 1}", [`2:3 ${SLIP}`, "2:15 yaml/anchor", "2:12 yaml/unknown-key"]],
    ["来源：   {名称: 甲, 坏: &x 1}", [`2:3 ${SLIP}`, "2:18 yaml/anchor", "2:15 yaml/unknown-key"]],
    ["来源:{名称: 甲, 坏: &x 1}", [`2:3 ${SLIP}`, "2:15 yaml/anchor", "2:12 yaml/unknown-key"]],
    ["日期：昨天", [`2:3 ${SLIP}`, "2:4 date/unreadable"]],
    ["日期：  昨天", [`2:3 ${SLIP}`, "2:6 date/unreadable"]],
    ["日期 ：昨天", [`2:4 ${SLIP}`, "2:5 date/unreadable"]],
    ["日期:昨天", [`2:3 ${SLIP}`, "2:4 date/unreadable"]],
    ["日期: 昨天: 早上", [`2:5 ${SLIP}`, "2:5 date/unreadable"]],
    ["日期:   昨天: 早上", [`2:7 ${SLIP}`, "2:7 date/unreadable"]],
    ["旧网址: [/a，b]", [`2:6 ${SLIP}`, "2:10 content/alias"]],
    ["旧网址:   [/a、b]", [`2:8 ${SLIP}`, "2:12 content/alias"]],
    ["旧网址：[/a，b，c]", [`2:4 ${SLIP}`, "2:9 content/alias", "2:11 content/alias"]],
    ["标签：[民生，{}]", [`2:3 ${SLIP}`, "2:8 yaml/wrong-type"]],
    ["记者：{坏名: x}", [`2:3 ${SLIP}`, "2:5 yaml/unknown-key", "2:4 yaml/missing-key"]],
    ["标题：[", [`2:3 ${SLIP}`, "2:4 yaml/syntax"]],
    ["更正：{日期：昨天，内容：甲}", [`2:3 ${SLIP}`, "2:8 date/unreadable"]],
    ["更正: {内容：甲，日期：昨天}", [`2:5 ${SLIP}`, "2:14 date/unreadable"]],
  ])("%j keeps its column", (line, expected) => {
    expect(told(line)).toEqual(expected);
  });
});
