import { stringify } from "yaml";
import { DESKS } from "../phrases.ts";
import type { Peer, PeerFile } from "./peer.ts";
import { filesBelow, themeFiles } from "./theme.ts";
import { QR_CODE } from "./within/article.ts";

/** Hugo with its own lists of related articles. */
export const hugo = hugoWith({ related: true });

/** Hugo with pages that lack them, as its users do where they take too long. */
export const hugoWithoutRelated = hugoWith({ related: false, variant: "without related" });

function hugoWith({ related, ...variant }: { related: boolean; variant?: string }): Peer {
  return {
    command: "hugo",
    title: "Hugo",
    ...variant,
    packages: [],
    leftovers: ["public", "resources", ".hugo_build.lock"],
    buildArgs: ["--quiet"],
    furniture: () => [
      { path: "config.yaml", text: stringify(configuration(related)) },
      ...sectionFiles(),
      ...filesBelow("test/bench/peers/hugo", "layouts"),
      { path: "layouts/partials/qr.html", text: QR_CODE },
      ...themeFiles("static/assets"),
    ],
    article: ({ id, body, authors, correspondents, date, ...front }) => {
      const own = { ...front, date, authors, correspondents, archive: [date.slice(0, 7)] };
      return { path: `content/${id}.md`, text: `---\n${stringify(own, { lineWidth: 0 })}---\n\n${body}` };
    },
  };
}

function configuration(related: boolean): unknown {
  return {
    baseURL: "https://news.yunhe.example.com/",
    title: "云河新闻网",
    hasCJKLanguage: true,
    timeZone: "Asia/Shanghai",
    taxonomies: { tag: "tags", author: "authors", month: "archive" },
    outputs: { home: ["HTML", "RSS"], section: ["HTML", "RSS"], taxonomy: ["HTML"], term: ["HTML"] },
    outputFormats: { RSS: { baseName: "feed" } },
    markup: { goldmark: { renderer: { unsafe: true } } },
    related: { threshold: 1, includeNewer: true, indices: [{ name: "tags", weight: 100 }] },
    params: { related },
  };
}

function sectionFiles(): PeerFile[] {
  const sections = DESKS.flatMap(({ folder, title, children }) => [
    { folder, title },
    ...children.map((child) => ({ folder: `${folder}/${child.folder}`, title: child.title })),
  ]);
  return [...sections, { folder: "latest", title: "滚动新闻" }].map(({ folder, title }, place) => ({
    path: `content/${folder}/_index.md`,
    text: `---\n${stringify({ title, weight: place + 1 })}---\n`,
  }));
}
