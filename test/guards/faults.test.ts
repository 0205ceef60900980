import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { isLong, SEED, spread } from "../support/amount.ts";
import { withFault } from "../support/faults.ts";
import { article, copyNewsroom, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const FIRST: Files = {
  "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[民生]" }),
  "content/news/2026-03-02-b/index.md": article({ 标题: "乙" }, "![图](p.svg)"),
  "content/news/2026-03-02-b/p.svg": svg(3, 2),
  "content/news/2026-03-03-gone.md": article({ 标题: "要删的" }),
};
const CODES = ["ENOSPC", "EIO", "EACCES", "EMFILE"];

/** What an editor does between the two editions. */
function edit(room: Newsroom): void {
  room.remove("content/news/2026-03-03-gone.md");
  room.write({
    "content/news/2026-03-01-a.md": article({ 标题: "新甲", 标签: "[民生]" }),
    "content/news/2026-03-04-new.md": article({ 标题: "丁" }),
  });
}

let template: Newsroom;
let old: ReadonlyMap<string, string>;
let wanted: ReadonlyMap<string, string>;
let calls = 0;

/** A newsroom with the first edition published and the second one written. */
function edited(): Newsroom {
  const room = copyNewsroom(template);
  edit(room);
  return room;
}

/** The site without what is not published yet. */
const siteOf = (room: Newsroom) =>
  new Map([...room.site()].filter(([route]) => !route.startsWith("/.jianbao")));

beforeAll(async () => {
  template = makeNewsroom(FIRST);
  expect((await template.build()).code).toBe(0);
  old = siteOf(template);
  const room = edited();
  calls = (await withFault(room.root, { at: 0, code: "" }, () => room.build())).calls;
  wanted = siteOf(room);
  expect(wanted).not.toEqual(old);
  expect(calls).toBeGreaterThan(100);
});

test.each([
  ["one call", 1, false],
  // A disk that stays full ends most builds where the first call does: a third of the moments tell enough.
  ["every call from one on", 3, true],
])(
  "where %s to the file system fails, no file is torn, no article is missing, and the next build needs no help",
  async (_, step, forGood) => {
    const moments = spread(
      Array.from({ length: Math.ceil(calls / step) }, (__, at) => step * at + 1),
      6,
      SEED + step,
    );
    const ends = { failed: 0, published: 0, refused: 0 };
    for (const at of moments) {
      const code = CODES[at % CODES.length] ?? "EIO";
      const room = edited();
      const label = `call ${at} of ${calls}, ${code}, SEED=${SEED}`;
      const { result, error } = await withFault(room.root, { at, code, forGood }, () => room.build());
      // A bug of ours would show as an error without a code.
      if (error !== undefined) expect(error.code, `${label}: ${error.stack}`).toBe(code);
      const after = siteOf(room);
      const torn = [...after].filter(
        ([route, bytes]) => bytes !== old.get(route) && bytes !== wanted.get(route),
      );
      expect(
        torn.map(([route]) => route),
        label,
      ).toEqual([]);
      if (result?.code === 0) expect(after, label).toEqual(wanted);
      const isPending = existsSync(join(room.outDir, ".jianbao-staging/journal.json"));
      if (result?.code !== 0 && !isPending) expect([old, wanted], label).toContainEqual(after);
      expect(await room.build(), label).toMatchObject({ code: 0 });
      expect(siteOf(room), label).toEqual(wanted);
      ends[error !== undefined ? "failed" : result?.code === 0 ? "published" : "refused"]++;
      rmSync(room.root, { recursive: true });
    }
    expect(ends.failed).toBeGreaterThan(0);
  },
  isLong ? 3_600_000 : 180_000,
);
