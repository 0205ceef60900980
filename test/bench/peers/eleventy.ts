import { stringify } from "yaml";
import type { Peer } from "./peer.ts";
import { themeFiles, within } from "./theme.ts";

/** Its pages are made by JavaScript templates: quicker than any template language that it offers. */
export const eleventy: Peer = {
  command: "eleventy",
  title: "Eleventy",
  packages: ["@11ty/eleventy"],
  leftovers: ["_site"],
  buildArgs: ["--quiet"],
  furniture: () => [
    { path: "package.json", text: '{"type": "module", "private": true}\n' },
    {
      path: "eleventy.config.js",
      text: `import { configure } from ${within("eleventy")};\nexport default configure;\n`,
    },
    {
      path: "posts/posts.json",
      text: '{"layout": "article.11ty.js", "kind": "article"}\n',
    },
    {
      path: "_includes/article.11ty.js",
      text: `export { renderArticle as render } from ${within("eleventy")};\n`,
    },
    ...themeFiles("assets"),
  ],
  article: ({ id, url, body, ...front }) => ({
    path: `posts/${id}.md`,
    text: `---\n${stringify({ ...front, permalink: url }, { lineWidth: 0 })}---\n\n${body}`,
  }),
};
