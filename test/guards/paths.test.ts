import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectRefused, type Told, type Trial, tryFiles } from "../support/guard.ts";
import { article, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

const text = (frontMatter: Readonly<Record<string, string>> = {}) => article({ 标题: "甲", ...frontMatter });

/** Slugs that could lead out of the site, or that some file system or address cannot hold. */
const SLUGS = [
  "../x",
  "..",
  "a/b",
  "/etc/passwd",
  "'a\\b'",
  "con",
  "NUL",
  "nul.txt",
  "com1",
  "a.",
  "'a?b'",
  "'a#b'",
  "'a%b'",
  "'%2e%2e%2f'",
  "'a\"b'",
  "'a:b'",
  "'a*b'",
  "长".repeat(90),
  ".hidden",
];

const ALIASES = [
  "/../../etc/passwd",
  "/a/./b",
  "'//x'",
  "'C:\\x'",
  "'/a?b'",
  "/con/x.html",
  "/.jianbao-files",
  "/.jianbao-staging/a.html",
];

const bad: Record<string, readonly [content: string, told: Told]> = {};
for (const [at, slug] of SLUGS.entries())
  bad[`content/news/2026-03-10-s${at}.md`] = [text({ 网址: slug }), ["E 3:5 content/slug"]];
for (const name of ["con", "aux", "nul", "lpt1"])
  bad[`content/${name}/2026-03-10-x.md`] = [text(), [`E content/path`]];
for (const name of ["a?b", "a#b", "a%41b", 'a"b', "a:b"])
  bad[`content/${name}/2026-03-10-y.md`] = [text(), []];
Object.assign(bad, {
  "content/news/2026-03-10-aux.md": [text(), ["E 1:1 content/slug"]],
  [`content/news/2026-03-10-${"长".repeat(70)}.md`]: [text(), ["E 1:1 content/slug"]],
  "content/news/a\\b.md": [text(), ["E content/path"]],
  "content/news/2026-03-10-dot.md.": [text(), ["E content/path"]],
  "content/static/aux.txt": ["x", ["E content/path"]],
  "content/static/a:b.txt": ["x", ["E content/path"]],
  "content/life/2026-03-02-two.md": [text({ 日期: "2026-03-02" }), []],
  "content/news/2026-03-02-two.md": [text(), ["E 1:1 pages/route-clash"]],
  "content/life/2026-03-03-case.md": [text(), []],
  "content/news/2026-03-03-Case.md": [text(), ["E 1:1 pages/route-clash"]],
  "content/life/2026-03-04-caf\u00e9.md": [text(), []],
  "content/news/2026-03-04-cafe\u0301.md": [text(), ["E 1:1 pages/route-clash"]],
  "content/news/2026-03-05-name.md": [text({ 网址: "other" }), []],
  "content/news/2026-03-05-named.md": [text({ 网址: "other" }), ["E 3:5 pages/route-clash"]],
  "content/pages/index.md": [text(), ["E 1:1 pages/route-clash"]],
  "content/pages/404.md": [text(), ["E 1:1 pages/route-clash"]],
  "content/static/feed.xml": ["x", ["E pages/route-clash"]],
  "content/tags/2026-03-06-a.md": [text(), []],
  "content/news/2026-03-09-aliases.md": [
    text({ 旧网址: `[${ALIASES.join(", ")}]` }),
    ALIASES.map(
      (_, at) => `E 3:${7 + ALIASES.slice(0, at).join(", ").length + (at > 0 ? 2 : 0)} content/alias`,
    ),
  ],
} satisfies Record<string, readonly [string, Told]>);

const files = Object.fromEntries(Object.entries(bad).map(([path, [content]]) => [path, content]));

/** Only the superuser makes a device: one that never ends, and one that eats all. */
const DEVICES = process.getuid?.() === 0 ? ["news/2026-03-07-zero.md", "static/null.png"] : [];

async function addSpecialFiles({ root }: Newsroom): Promise<void> {
  const link = (target: string, path: string) => symlinkSync(target, join(root, "content", path));
  mkdirSync(join(root, "secret"));
  link("../../secret", "news/out");
  link("/etc/passwd", "static/passwd");
  link("../../secret/x.md", "news/2026-03-07-out.md");
  link("nothing.md", "news/2026-03-07-nowhere.md");
  execFileSync("mkfifo", [join(root, "content/news/2026-03-07-pipe.md")]);
  for (const [at, path] of DEVICES.entries())
    execFileSync("mknod", [join(root, "content", path), "c", "1", at === 0 ? "5" : "3"]);
  // Node takes a socket's file away when it stops listening; a link to it keeps it.
  const socket = createServer().listen(join(root, "content/static/listening"));
  await once(socket, "listening");
  linkSync(join(root, "content/static/listening"), join(root, "content/static/socket"));
  socket.close();
}

describe("in one build of a newsroom in which every path is bad in its own way", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryFiles(files, addSpecialFiles);
  });

  const placed = Object.entries(bad).filter(
    ([path, [, told]]) => told.length > 0 && !/^content\/[^/]+\/2026-03-10-x/.test(path),
  );
  test.each(placed.map(([path, [, told]]) => [path, told] as const))(
    "%s is told at its place",
    (path, told) => {
      expect(trial.toldOf(path.normalize("NFC"))).toEqual(told);
    },
  );

  test.each(["con", "aux", "nul", "lpt1", "a?b", "a#b", "a%41b", 'a"b', "a:b"])(
    "a folder called %s is told",
    (name) => {
      expect(trial.toldOf(`content/${name}`)).toEqual(["E content/path"]);
    },
  );

  test("a section with a name of the site's own is told", () => {
    expect(trial.toldOf("content/tags")).toEqual(["E pages/reserved-section"]);
  });

  test.each(["news/out", "static/passwd", "news/2026-03-07-out.md", "news/2026-03-07-nowhere.md"])(
    "the link %s, which leads out of content/ or nowhere, is told and not followed",
    (path) => {
      expect(trial.toldOf(`content/${path}`)).toEqual(["E content/outside-link"]);
    },
  );

  test.each(["news/2026-03-07-pipe.md", "static/socket", ...DEVICES])(
    "%s, which is no file, is told and not opened",
    (path) => {
      expect(trial.toldOf(`content/${path}`)).toEqual(["E content/not-a-file"]);
    },
  );

  test("nothing is published", () => expectRefused(trial));
});

test.each(["site.yaml", "tags.yaml", "sources.yaml"])(
  "a %s that leads out of content/ shows nobody what it leads to",
  async (name) => {
    const trial = await tryFiles({ "secret.txt": "SECRET: [1\n" }, (room) => {
      room.remove(`content/${name}`);
      symlinkSync("../secret.txt", join(room.root, "content", name));
    });
    expect(trial.told).toContain(`content/${name} E content/outside-link`);
    expect(trial.terminal.stderr).not.toContain("SECRET");
    expectRefused(trial, 2);
  },
);

test("a link that leads back to a folder above is a warning, and is followed no further", async () => {
  const trial = await tryFiles({}, ({ root }) => symlinkSync("..", join(root, "content/news/loop")));
  expect(trial.code).toBe(0);
  expect(trial.toldOf("content/news/loop")).toEqual(["W content/link-loop"]);
});

test("dot-files and editors' backups are passed over without a word", async () => {
  const names = [
    ".DS_Store",
    ".#lock",
    "a.md~",
    ".a.md.swp",
    "#a.md#",
    "a.md.bak",
    "a.md.orig",
    "Thumbs.db",
    "~$a.docx",
  ];
  const room = makeNewsroom({
    "content/news/2026-03-10-a.md": text(),
    ...Object.fromEntries(names.map((name) => [`content/news/${name}`, "x"])),
  });
  expect(await room.build({ strict: true })).toMatchObject({ code: 0 });
});

test("a slug that is one of the site's own pages, or a page's, is told where addresses are slugs alone", async () => {
  const at = (name: string) => `content/news/2026-03-10-${name}.md`;
  const trial = await tryFiles({
    "content/site.yaml": "title: 报\nurl: https://x.example.com\npermalinks: {article: '/:slug.html'}\n",
    "content/pages/about.md": text(),
    [at("404")]: text(),
    [at("about")]: text(),
    [at("front")]: text({ 网址: "index" }),
  });
  for (const [name, place] of [
    ["404", "1:1"],
    ["about", "1:1"],
    ["front", "3:5"],
  ] as const)
    expect(trial.toldOf(at(name))).toEqual([`E ${place} pages/route-clash`]);
  expectRefused(trial);
});

test("tags and authors that no folder can be called have pages all the same, each its own and inside the site", async () => {
  const names = ["..", ".", "con", "a/b", "'a\\b'", "'a?b#c%d'", "index.html", "x.", "../../etc"];
  const list = `[${names.join(", ")}]`;
  const room = makeNewsroom({ "content/news/2026-03-10-a.md": text({ 标签: list, 记者: list }) });
  expect(await room.build()).toMatchObject({ code: 0 });
  for (const kind of ["tags", "authors"]) {
    const folders = [...room.site().keys()].flatMap(
      (route) => new RegExp(`^/${kind}/(.+)/index\\.html$`).exec(route)?.[1] ?? [],
    );
    expect(new Set(folders.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(folders.filter((name) => /[/\\?#%]|^\.+$|\.$/.test(name))).toEqual([]);
  }
});

test("a tag or an author that is too long for a file's name is told", async () => {
  const trial = await tryFiles({
    "content/news/2026-03-10-a.md": text({ 标签: `[${"长".repeat(90)}]`, 记者: "长".repeat(90) }),
  });
  expect(trial.toldOf("content/news/2026-03-10-a.md")).toEqual([
    "E 3:6 yaml/too-long",
    "E 4:5 yaml/too-long",
  ]);
  expectRefused(trial);
});
