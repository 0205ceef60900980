import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { discover, type Newsroom } from "../../src/content/discover.ts";
import { makeNewsroom } from "../support/newsroom.ts";

function room(...paths: readonly string[]) {
  return makeNewsroom(Object.fromEntries(paths.map((path) => [`content/${path}`, path])));
}

const list = (root: string) => discover(join(root, "content"));

/** The paths of each kind, and the problems by file. */
function sorted({ articles, sections, plainPages, files, diagnostics }: Newsroom) {
  const paths = (found: Newsroom["files"]) => found.map(({ path }) => path);
  return {
    articles: paths(articles),
    sections: paths(sections),
    plainPages: paths(plainPages),
    files: paths(files),
    problems: diagnostics.map(({ file, code }) => `${file} ${code}`),
  };
}

const NOTHING = { articles: [], sections: [], plainPages: [], files: [], problems: [] };

describe("content/", () => {
  it("is sorted into what each file is for", async () => {
    const { root } = room(
      "tags.yaml",
      "sources.yaml",
      "news/_index.md",
      "news/city/_index.md",
      "news/2026-02-09-a.md",
      "news/city/2026-02-09-b.md",
      "news/2026-02-09-c/index.md",
      "news/2026-02-09-c/photo.jpg",
      "news/2026-02-09-c/表格.docx",
      "news/tags.yaml",
      "pages/about.md",
      "pages/help/feeds.md",
      "static/favicon.svg",
      "static/verify.md",
      "static/notes.txt",
    );
    expect(sorted(await list(root))).toEqual({
      articles: ["news/2026-02-09-a.md", "news/2026-02-09-c/index.md", "news/city/2026-02-09-b.md"],
      sections: ["news/_index.md", "news/city/_index.md"],
      plainPages: ["pages/about.md", "pages/help/feeds.md"],
      files: [
        "news/2026-02-09-c/photo.jpg",
        "news/2026-02-09-c/表格.docx",
        "news/tags.yaml",
        "static/favicon.svg",
        "static/notes.txt",
        "static/verify.md",
      ],
      problems: [],
    });
  });

  it("is in code-unit order, whatever the folders and the locale", async () => {
    const { root } = room(
      "b/a.md",
      "B/a.md",
      "a-b/a.md",
      "a/z.md",
      "a/Z.md",
      "ä/a.md",
      "云/a.md",
      "a.b/a.md",
    );
    expect(sorted(await list(root)).articles).toEqual([
      "B/a.md",
      "a-b/a.md",
      "a.b/a.md",
      "a/Z.md",
      "a/z.md",
      "b/a.md",
      "ä/a.md",
      "云/a.md",
    ]);
  });

  it("is passed over where editors and systems left their own", async () => {
    const { root } = room(
      ".DS_Store",
      ".git/a.md",
      "news/.2026-02-09-a.md.swp",
      "news/2026-02-09-a.md~",
      "news/2026-02-09-a.md.bak",
      "news/2026-02-09-a.md.tmp",
      "news/2026-02-09-a.md.orig",
      "news/#2026-02-09-a.md#",
      "news/Thumbs.db",
      "news/desktop.ini",
      "static/.well-known.md",
      "static/.nojekyll",
      "news/.well-known/a.txt",
    );
    expect(sorted(await list(root))).toEqual(NOTHING);
  });

  it("has the one dot-folder by which others verify a site", async () => {
    const { root } = room("static/.well-known/security.txt", "static/.well-known/.DS_Store");
    expect(sorted(await list(root))).toEqual({ ...NOTHING, files: ["static/.well-known/security.txt"] });
  });

  it.each([
    ["2026-02-09-a.md", "content/stray-file"],
    ["README.md", "content/stray-file"],
    ["news/index.md", "content/stray-file"],
    ["_index.md", "content/stray-file"],
    ["news/2026-02-09-a.MD", "content/not-markdown"],
    ["news/2026-02-09-a.markdown", "content/not-markdown"],
    ["news/2026-02-09-a.md.txt", "content/not-markdown"],
  ])("warns of %s, which nobody would see published", async (path, code) => {
    const newsroom = await list(room(path).root);
    expect(sorted(newsroom)).toEqual({ ...NOTHING, problems: [`content/${path} ${code}`] });
    expect(newsroom.diagnostics[0]?.severity).toBe("warning");
  });

  it("shows an NFD name as NFC and still finds its file", async () => {
    const { root } = room("cafe\u0301/2026-02-09-e\u0301te\u0301.md");
    const { articles } = await list(root);
    expect(articles.map(({ path }) => path)).toEqual(["caf\u00e9/2026-02-09-\u00e9t\u00e9.md"]);
    const onDisk = articles[0]?.onDisk ?? "";
    expect(readFileSync(onDisk, "utf8")).toBe("cafe\u0301/2026-02-09-e\u0301te\u0301.md");
  });

  it.each(["a\\b.md", "a\tb.md", "a.md.", "a.md ", "a:b.md", "a?.md", "con.md", "NUL", "com1.jpg"])(
    "refuses the name %j",
    async (name) => {
      const { root } = room("news/2026-02-09-a.md", `news/${name}`);
      const { articles, problems } = sorted(await list(root));
      expect(articles).toEqual(["news/2026-02-09-a.md"]);
      expect(problems).toEqual([`content/news/${name} content/path`]);
    },
  );
});

describe("a symbolic link", () => {
  it("to a file or a folder of content/ is followed", async () => {
    const { root } = room("news/2026-02-09-a.md", "news/city/2026-02-09-b.md");
    symlinkSync("2026-02-09-a.md", join(root, "content/news/2026-02-09-copy.md"));
    symlinkSync("news/city", join(root, "content/town"));
    expect(sorted(await list(root))).toEqual({
      ...NOTHING,
      articles: [
        "news/2026-02-09-a.md",
        "news/2026-02-09-copy.md",
        "news/city/2026-02-09-b.md",
        "town/2026-02-09-b.md",
      ],
    });
  });

  it.each([
    ["to a file outside", "../../secret.md"],
    ["to a folder outside", "../.."],
    ["to a folder whose name only starts alike", "../../content-old"],
    ["to a system's file", "/etc/passwd"],
    ["to nothing", "missing.md"],
    ["to itself", "link.md"],
  ])("%s is an error", async (_what, target) => {
    const { root, write } = room("news/2026-02-09-a.md");
    write({ "secret.md": "", "content-old/a.md": "" });
    symlinkSync(target, join(root, "content/news/link.md"));
    const newsroom = await list(root);
    expect(sorted(newsroom)).toEqual({
      ...NOTHING,
      articles: ["news/2026-02-09-a.md"],
      problems: ["content/news/link.md content/outside-link"],
    });
    expect(newsroom.diagnostics[0]?.severity).toBe("error");
  });

  it("that leads back to a folder above ends", async () => {
    const { root } = room("news/2026-02-09-a.md", "news/city/2026-02-09-b.md");
    symlinkSync("..", join(root, "content/news/loop"));
    symlinkSync("../../news", join(root, "content/news/city/loop"));
    const { articles, problems } = sorted(await list(root));
    expect(articles).toEqual(["news/2026-02-09-a.md", "news/city/2026-02-09-b.md"]);
    expect(problems).toEqual([
      "content/news/city/loop content/link-loop",
      "content/news/loop content/link-loop",
    ]);
  });

  it("may stand for content/ itself", async () => {
    const { root, remove } = room("news/2026-02-09-a.md");
    execFileSync("mv", [join(root, "content"), join(root, "texts")]);
    symlinkSync("texts", join(root, "content"));
    expect(sorted(await list(root)).articles).toEqual(["news/2026-02-09-a.md"]);
    remove("content");
  });
});

describe("what is no file", () => {
  it("is an error and is not opened", async () => {
    const { root } = room("news/2026-02-09-a.md");
    mkdirSync(join(root, "content/news/2026-02-10-b.md"));
    execFileSync("mkfifo", [join(root, "content/news/2026-02-11-c.md")]);
    expect(sorted(await list(root))).toEqual({
      ...NOTHING,
      articles: ["news/2026-02-09-a.md"],
      problems: ["content/news/2026-02-11-c.md content/not-a-file"],
    });
  });
});
