import { mkdirSync, rmSync, truncateSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { beforeAll, expect, test } from "vitest";
import { type Inventory, takeInventory } from "../../src/output/inventory.ts";
import { manifestPath } from "../../src/output/manifest.ts";
import { runCli } from "../support/cli.ts";
import { article, type Files, makeNewsroom, type Newsroom, NOW, SITE_YAML } from "../support/newsroom.ts";

/** So many that the published files are looked at in a thread. */
const MANY = 1700;
const ROUTES = ["a7", "a8", "a9"].map((slug) => `/2026/0301/${slug}.html`);

let room: Newsroom;

/** The routes that a build wrote. */
function build(...more: readonly string[]): readonly string[] {
  const { stdout, stderr, code } = runCli([
    "build",
    ...["--root", room.root, "--now", NOW, "--report", "json"],
    ...more,
  ]);
  expect([code, stderr]).toEqual([0, ""]);
  return (JSON.parse(stdout) as { files: { written: string[] } }).files.written;
}

/** One file gone, one cut, one that has become a folder. */
function spoil(): void {
  const [gone = "", cut = "", folder = ""] = ROUTES.map((route) => join(room.outDir, route));
  unlinkSync(gone);
  truncateSync(cut, 10);
  unlinkSync(folder);
  mkdirSync(folder);
}

beforeAll(() => {
  const texts: Files = Object.fromEntries(
    Array.from({ length: MANY }, (_, at) => [
      `content/news/2026-03-01-a${at}.md`,
      article({ 标题: `第${at}篇` }),
    ]),
  );
  room = makeNewsroom({
    ...texts,
    "content/site.yaml": `${SITE_YAML}search: {index: false}\nlists: {rails: fetch}\n`,
  });
  build();
}, 120_000);

test("files that are gone or cut are written again, and nothing else", () => {
  expect(build()).toEqual([]);
  spoil();
  rmSync(join(room.outDir, ROUTES[2] ?? ""), { recursive: true });
  expect([...build()].sort()).toEqual(ROUTES);
  expect(build()).toEqual([]);
});

test("the thread finds what is found without one", async () => {
  spoil();
  const place = { outDir: room.outDir, manifestFile: manifestPath(room.root, room.outDir) };
  const worker = new Worker(join(import.meta.dirname, "../../lib/workers/inventoryWorker.js"), {
    workerData: place,
  });
  const found = await new Promise<Inventory>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  expect(found).toEqual(takeInventory(place.outDir, place.manifestFile));
  expect(found.count).toBeGreaterThan(MANY);
  expect([...found.lost].sort()).toEqual(ROUTES);
});
