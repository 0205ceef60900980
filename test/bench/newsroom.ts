import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { COMMON_TAGS, DESKS, OUTLETS } from "./phrases.ts";
import type { Storyteller } from "./story.ts";

/** Where a generated newsroom stands, where its site goes, and the moment to build it for. */
export interface Newsroom {
  readonly root: string;
  readonly site: string;
  readonly now: string;
}

/** Writes a newsroom of so many articles below `root`, and returns the moment to build it for: the evening of its last day. */
export function writeNewsroom(root: string, articles: number, teller: Storyteller): string {
  const write = fileWriter(join(root, "content"));
  for (const [path, text] of furniture()) write(path, text);
  for (let number = 0; number < articles; number++) {
    const { path, text } = teller.story(number);
    write(path, text);
  }
  return `${teller.lastDay}T22:00:00+08:00`;
}

function fileWriter(contentDir: string): (path: string, text: string) => void {
  const made = new Set<string>();
  return (path, text) => {
    const file = join(contentDir, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, text);
  };
}

/** The files that are not articles, by path. */
function furniture(): [path: string, text: string][] {
  const sections = DESKS.flatMap(({ folder, title, children }, index) => [
    indexFile(folder, title, index + 1),
    ...children.map((child, order) => indexFile(`${folder}/${child.folder}`, child.title, order + 1)),
  ]);
  const sources = OUTLETS.map(
    (name, index) => `- name: ${name}\n  url: https://outlet${index + 1}.example.com/\n`,
  );
  return [
    [
      "site.yaml",
      "title: 云河新闻网\ndescription: 生成的新闻目录，用来计时\nurl: https://news.yunhe.example.com\npublisher:\n  name: 云河市融媒体中心（示例）\neditorInChief: 唐静言\nsearch: {index: false}\n",
    ],
    ["tags.yaml", tagsFile()],
    ["sources.yaml", sources.join("")],
    ...sections,
  ];
}

function indexFile(folder: string, title: string, order: number): [path: string, text: string] {
  return [
    `${folder}/_index.md`,
    `---\ntitle: ${title}\norder: ${order}\ndescription: 云河市的${title}消息\n---\n\n${title}，每天更新。\n`,
  ];
}

function tagsFile(): string {
  const districts = COMMON_TAGS.filter((tag) => /[区县]$/.test(tag)).map(
    (tag) => `${tag}: {parent: 云河市}\n`,
  );
  return `${districts.join("")}天气: {aliases: [气象]}\n寒潮: {parent: 天气}\n暴雨: {parent: 天气}\n老旧小区改造: {aliases: [旧改]}\n`;
}
