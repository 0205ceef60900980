import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Wave } from "../../src/model/page.ts";
import { type Route, toRoute } from "../../src/model/route.ts";
import { writeJournal } from "../../src/output/journal.ts";
import { manifestPath, readManifest } from "../../src/output/manifest.ts";
import { type Published, publishStage, recoverPublishing } from "../../src/output/publish.ts";
import { discardStage, openStage, stageFile } from "../../src/output/stage.ts";
import { snapshot } from "../support/newsroom.ts";

let root: string;
let outDir: string;
let manifestFile: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jianbao-output-"));
  outDir = join(root, "dist");
  manifestFile = manifestPath(root, outDir);
});

afterEach(() => rmSync(root, { recursive: true }));

type Edition = Readonly<Record<string, string>>;

function stage(edition: Edition, wave: Wave = "article") {
  const stage = openStage(outDir, manifestFile);
  for (const [path, content] of Object.entries(edition))
    stageFile(stage, { route: toRoute(path), wave }, content);
  return stage;
}

function publish(edition: Edition): Published {
  return publishStage(stage(edition));
}

function write(path: string, content: string): void {
  mkdirSync(dirname(join(outDir, path)), { recursive: true });
  writeFileSync(join(outDir, path), content);
}

const site = () => Object.fromEntries(snapshot(outDir));

describe("publishing", () => {
  test("writes the first edition whole", () => {
    expect(publish({ "index.html": "front", "news/a.html": "a" })).toMatchObject({
      written: ["/index.html", "/news/a.html"],
      removed: [],
      kept: 0,
    });
    expect(site()).toEqual({ "/index.html": "front", "/news/a.html": "a" });
  });

  test("writes only what differs, byte for byte", () => {
    publish({ "a.html": "a", "b.html": "b" });
    const old = new Date(1_000_000_000_000);
    utimesSync(join(outDir, "a.html"), old, old);
    utimesSync(join(outDir, "b.html"), old, old);
    expect(publish({ "a.html": "a", "b.html": "B" })).toMatchObject({
      written: ["/b.html"],
      removed: [],
      kept: 1,
    });
    expect(statSync(join(outDir, "a.html")).mtimeMs).toBe(old.getTime());
    expect(statSync(join(outDir, "b.html")).mtimeMs).not.toBe(old.getTime());
    expect(site()).toEqual({ "/a.html": "a", "/b.html": "B" });
  });

  test("writes again what somebody changed or removed, though nothing new came", () => {
    publish({ "a.html": "aaaa", "b.html": "b", "c.html": "c" });
    write("a.html", "AAAA");
    rmSync(join(outDir, "b.html"));
    expect(publish({ "a.html": "aaaa", "b.html": "b", "c.html": "c" }).written).toEqual([
      "/a.html",
      "/b.html",
    ]);
    expect(site()).toEqual({ "/a.html": "aaaa", "/b.html": "b", "/c.html": "c" });
  });

  test("writes the whole site again when dist/ is gone and the manifest is not", () => {
    publish({ "a.html": "a" });
    rmSync(outDir, { recursive: true });
    expect(publish({ "a.html": "a" })).toMatchObject({ written: ["/a.html"], removed: [], kept: 0 });
    expect(site()).toEqual({ "/a.html": "a" });
  });

  test("removes what the last edition had and this one has not, and the folders that this empties", () => {
    publish({ "a.html": "a", "2026/02/x/b.html": "b", "2026/c.html": "c" });
    expect(publish({ "a.html": "a", "2026/c.html": "c" })).toMatchObject({
      written: [],
      removed: ["/2026/02/x/b.html"],
      kept: 2,
    });
    expect(site()).toEqual({ "/a.html": "a", "/2026/c.html": "c" });
    expect(readdirSync(join(outDir, "2026"))).toEqual(["c.html"]);
  });

  test("puts a folder where a file of the last edition stood, and the other way round", () => {
    publish({ story: "file", "index.html": "front" });
    expect(publish({ "story/index.html": "page", "index.html": "front" }).removed).toEqual(["/story"]);
    expect(site()).toEqual({ "/index.html": "front", "/story/index.html": "page" });
    publish({ story: "file", "index.html": "front" });
    expect(site()).toEqual({ "/index.html": "front", "/story": "file" });
  });

  test.each([
    ["story/theirs.txt", "story"],
    ["story", "story/index.html"],
  ])("changes nothing where somebody's %s stands in the place of %s", (theirs, ours) => {
    publish({ "index.html": "front" });
    write(theirs, "theirs");
    expect(() => publish({ "index.html": "new", [ours]: "ours" })).toThrow("EEXIST");
    expect(recoverPublishing(outDir, manifestFile)).toBe(false);
    expect(site()).toEqual({ "/index.html": "front", [`/${theirs}`]: "theirs" });
  });

  test("leaves the site's own folder, when all of it goes", () => {
    publish({ "a/b.html": "b" });
    publish({});
    expect(readdirSync(outDir)).toEqual([]);
  });

  test("never removes a file that Jianbao did not write, nor its folder", () => {
    write("CNAME", "news.example.com");
    publish({ "2026/a.html": "a" });
    write("2026/theirs.txt", "theirs");
    expect(publish({}).removed).toEqual(["/2026/a.html"]);
    expect(site()).toEqual({ "/CNAME": "news.example.com", "/2026/theirs.txt": "theirs" });
  });

  test("does not report as removed what was already gone", () => {
    publish({ "a.html": "a", "b.html": "b" });
    rmSync(join(outDir, "b.html"));
    expect(publish({ "a.html": "a" })).toMatchObject({ written: [], removed: [], kept: 1 });
  });

  test("renames a page by case alone, on disks that know no case and on those that do", () => {
    publish({ "A.html": "a" });
    // Two names of one file are what a disk without case shows.
    linkSync(join(outDir, "A.html"), join(outDir, "a.html"));
    expect(publish({ "a.html": "a" })).toMatchObject({ written: [], removed: [], kept: 1 });
    expect(existsSync(join(outDir, "a.html"))).toBe(true);
    publish({ "B.html": "b" });
    expect(publish({ "b.html": "b" })).toMatchObject({ written: ["/b.html"], removed: ["/B.html"], kept: 0 });
  });

  test("moves what pages link to into place before the pages", () => {
    const staged = openStage(outDir, manifestFile);
    stageFile(staged, { route: toRoute("feed.xml"), wave: "feed" }, "f");
    stageFile(staged, { route: toRoute("index.html"), wave: "list" }, "l");
    stageFile(staged, { route: toRoute("a.html"), wave: "article" }, "a");
    stageFile(staged, { route: toRoute("p.png"), wave: "asset" }, new Uint8Array([0, 255]));
    expect(publishStage(staged).written).toEqual(["/p.png", "/a.html", "/index.html", "/feed.xml"]);
    expect(readFileSync(join(outDir, "p.png"))).toEqual(Buffer.from([0, 255]));
  });

  test("takes a second page at one route for a fault of its own", () => {
    const staged = stage({ "a.html": "a" });
    expect(() => stageFile(staged, { route: toRoute("a.html"), wave: "list" }, "b")).toThrow("/a.html");
  });
});

describe("the staging folder", () => {
  test("is gone after publishing", () => {
    publish({ "a.html": "a" });
    expect(readdirSync(outDir)).toEqual([".jianbao-files", "a.html"]);
    publish({ "a.html": "b" });
    expect(readdirSync(outDir)).toEqual([".jianbao-files", "a.html"]);
  });

  test("is gone after discarding, which changes nothing else", () => {
    publish({ "a.html": "a" });
    const before = readFileSync(manifestFile, "utf8");
    discardStage(stage({ "a.html": "b", "c.html": "c" }));
    expect(readdirSync(outDir)).toEqual([".jianbao-files", "a.html"]);
    expect(site()).toEqual({ "/a.html": "a" });
    expect(readFileSync(manifestFile, "utf8")).toBe(before);
  });

  test("of a build that was killed is dropped by the next", () => {
    publish({ "a.html": "a" });
    stage({ "a.html": "from the dead", "b.html": "from the dead" });
    publish({ "a.html": "a" });
    expect(readdirSync(outDir)).toEqual([".jianbao-files", "a.html"]);
    expect(site()).toEqual({ "/a.html": "a" });
  });
});

describe("the manifest", () => {
  test("tells each file's hash, size and wave, in code-unit order", () => {
    publish({ "b.html": "bb", "a.html": "", "B.html": "x" });
    expect(readManifest(manifestFile).map(({ route, size, wave }) => [route, size, wave])).toEqual([
      ["/B.html", 1, "article"],
      ["/a.html", 0, "article"],
      ["/b.html", 2, "article"],
    ]);
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(readManifest(manifestFile)[1]?.hash).toBe(empty);
  });

  test("is the same bytes whatever the order of the pages", () => {
    publish({ "a.html": "a", "b.html": "b" });
    const first = readFileSync(manifestFile, "utf8");
    publish({ "b.html": "b", "a.html": "a" });
    expect(readFileSync(manifestFile, "utf8")).toBe(first);
  });

  test("is one for each output folder", () => {
    expect(manifestPath(root, join(root, "preview"))).not.toBe(manifestFile);
    publish({ "a.html": "a" });
    const other = openStage(join(root, "preview"), manifestPath(root, join(root, "preview")));
    expect(publishStage(other).removed).toEqual([]);
    expect(site()).toEqual({ "/a.html": "a" });
  });

  const entry = (route: unknown) => [route, "0", 1, "article"];
  const manifest = (files: readonly unknown[] | undefined, version = 3) =>
    JSON.stringify({ version, names: [], files });
  const DAMAGED: Readonly<Record<string, string>> = {
    "cut short": manifest([entry("/a.html")]).slice(0, -20),
    empty: "",
    "not a map": "null",
    "of another version": manifest([entry("/c.html")], 99),
    "without files": manifest(undefined),
    "with a hole": manifest([entry("/c.html"), null]),
    "with a file without a name": manifest([entry("/c.html"), entry(undefined)]),
    "with a file above the site": manifest([entry("/../theirs.txt")]),
  };

  test("of these files, undamaged, is believed", () => {
    publish({ "a.html": "a" });
    writeFileSync(manifestFile, manifest([entry("/c.html")]));
    expect(readManifest(manifestFile).map(({ route }) => route)).toEqual(["/c.html" as Route]);
  });

  test.each(Object.entries(DAMAGED))(
    "that is damaged, %s, is replaced by the list in the site",
    (_, text) => {
      publish({ "a.html": "a", "b.html": "b" });
      writeFileSync(join(root, "theirs.txt"), "theirs");
      writeFileSync(manifestFile, text);
      expect(publish({ "b.html": "b" })).toMatchObject({ written: [], removed: ["/a.html"], kept: 1 });
      expect(site()).toEqual({ "/b.html": "b" });
      expect(existsSync(join(root, "theirs.txt"))).toBe(true);
      expect(readManifest(manifestFile).map(({ route }) => route)).toEqual(["/b.html" as Route]);
    },
  );
});

describe("a publishing that was killed", () => {
  test("is completed by the next command, whatever was done of it", () => {
    publish({ "a.html": "a", "gone.html": "x" });
    const staged = stage({ "a.html": "new a", "b.html": "b" });
    // As publishStage leaves things when it dies after the journal: here even before the first move.
    const files = [...staged.files.values()];
    const moves = files.map(({ route, waiting }) => ({ route, waiting: waiting ?? "" }));
    writeJournal(outDir, { moves, removals: [{ route: toRoute("gone.html") }] }, files);
    expect(recoverPublishing(outDir, manifestFile)).toBe(true);
    expect(site()).toEqual({ "/a.html": "new a", "/b.html": "b" });
    expect(readManifest(manifestFile).map(({ route }) => route)).toEqual(["/a.html", "/b.html"]);
    expect(recoverPublishing(outDir, manifestFile)).toBe(false);
  });

  test("is dropped where it died before its journal was whole", () => {
    publish({ "a.html": "a" });
    stage({ "a.html": "new a" });
    writeFileSync(join(outDir, ".jianbao-staging", "journal.draft"), '{"moves":[');
    expect(recoverPublishing(outDir, manifestFile)).toBe(false);
    expect(site()).toEqual({ "/a.html": "a" });
  });

  const move = { route: "/b.html", waiting: "file-0" };
  const STRANGE: Readonly<Record<string, unknown>> = {
    "no journal": {},
    nothing: null,
    "a text": "moves",
    "moves that are no list": { moves: { route: "/b.html" }, removals: [] },
    "a hole": { moves: [null], removals: [] },
    "a move without a file": { moves: [{ route: "/b.html" }], removals: [] },
    "a move out of the site": { moves: [move, { ...move, route: "/../theirs.txt" }], removals: [] },
    "a move from outside": { moves: [{ ...move, waiting: "../../theirs.txt" }], removals: [] },
    "a removal outside of the site": { moves: [move], removals: [{ route: "/../theirs.txt" }] },
    "a twin outside of the site": { moves: [move], removals: [{ route: "/a.html", twin: "/../theirs.txt" }] },
    "no removals": { moves: [move] },
  };

  test.each(Object.entries(STRANGE))("is dropped where its journal is none: %s", (_, journal) => {
    publish({ "a.html": "a" });
    writeFileSync(join(root, "theirs.txt"), "theirs");
    stage({ "b.html": "b" });
    writeFileSync(join(outDir, ".jianbao-staging", "journal.json"), JSON.stringify(journal));
    expect(recoverPublishing(outDir, manifestFile)).toBe(false);
    expect(readdirSync(outDir)).toEqual([".jianbao-files", "a.html"]);
    expect(readFileSync(join(root, "theirs.txt"), "utf8")).toBe("theirs");
  });
});

describe("a lost cache", () => {
  test("does not keep what is taken down from going", () => {
    publish({ "a.html": "a", "draft.html": "x" });
    write("foreign.txt", "f");
    rmSync(manifestFile);
    expect(publish({ "a.html": "a" }).removed).toEqual(["/draft.html"]);
    expect(site()).toEqual({ "/a.html": "a", "/foreign.txt": "f" });
  });

  test("with a list that leads out of the site removes nothing there", () => {
    publish({ "a.html": "a" });
    writeFileSync(join(root, "outside.txt"), "o");
    writeFileSync(join(outDir, ".jianbao-files"), "/a.html\n/../outside.txt\n\n//x\n");
    rmSync(manifestFile);
    publish({ "b.html": "b" });
    expect(readFileSync(join(root, "outside.txt"), "utf8")).toBe("o");
    expect(site()).toEqual({ "/b.html": "b" });
  });
});
