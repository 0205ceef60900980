import { stringify } from "yaml";
import type { Peer } from "./peer.ts";
import { themeFiles, within } from "./theme.ts";

const CONFIG = {
  title: "云河新闻网",
  url: "https://news.yunhe.example.com",
  language: "zh-CN",
  timezone: "Asia/Shanghai",
  permalink: ":title.html",
  // What its starter has switched on by default, and this newsroom has no use for.
  syntax_highlighter: "",
  theme: false,
};

/** Its pages are made by generators in scripts/, without a template language: the least that it can be asked for. */
export const hexo: Peer = {
  command: "hexo",
  title: "Hexo",
  packages: ["hexo", "hexo-renderer-marked"],
  leftovers: ["public", "db.json"],
  buildArgs: ["generate", "--silent"],
  furniture: () => [
    {
      path: "package.json",
      text: '{"private": true, "hexo": {}, "dependencies": {"hexo": "*", "hexo-renderer-marked": "*"}}\n',
    },
    { path: "_config.yml", text: stringify(CONFIG) },
    {
      path: "scripts/newsroom.js",
      text: `require(require("node:url").fileURLToPath(${within("hexo")})).register(hexo);\n`,
    },
    ...themeFiles("source/assets"),
  ],
  article: ({ id, url, body, draft, date, source, ...front }) => {
    // It takes dates for wall-clock time, and `source` for the file's path.
    const own = { ...front, date: date.slice(0, 19).replace("T", " "), outlet: source };
    const where = { published: !draft, permalink: url.slice(1) };
    return {
      path: `source/_posts/${id}.md`,
      text: `---\n${stringify({ ...own, ...where }, { lineWidth: 0 })}---\n\n${body}`,
    };
  },
};
