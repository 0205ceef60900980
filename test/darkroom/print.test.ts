import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyNotes, type PictureStore, pictureStore } from "../../src/cache/pictures.ts";
import { prepareFiles } from "../../src/darkroom/files.ts";
import { type PicturePlan, printPictures } from "../../src/darkroom/print.ts";
import { publishStage } from "../../src/output/publish.ts";
import { openStage } from "../../src/output/stage.ts";
import { makeNewsroom, snapshot } from "../support/newsroom.ts";
import { photo } from "../support/photos.ts";

const PATH = "news/2026-03-29-bridge/p.jpg";

async function makeDarkroom() {
  const room = makeNewsroom({ [`content/${PATH}`]: await photo(900, 600) });
  const onDisk = join(room.root, "content", PATH);
  const wanted = [{ path: PATH, isShown: true, isLinked: false }];
  const notes = emptyNotes();
  const prepare = () => prepareFiles([{ path: PATH, onDisk }], wanted, () => undefined, notes);
  const print = async (plan: Partial<PicturePlan> = {}) => {
    const progress: string[] = [];
    const stage = openStage(room.outDir, join(room.root, "manifest.json"));
    const onPicture = (done: number, total: number) => progress.push(`${done}/${total}`);
    const negatives = { files: await prepare(), cards: [] };
    await printPictures(negatives, stage, { keepFresh: true, verify: false, onPicture, ...plan });
    publishStage(stage);
    return progress;
  };
  return { room, onDisk, notes, prepare, print };
}

test("what is published already is not made again", async () => {
  const { room, print } = await makeDarkroom();
  expect(await print()).toEqual(["1/1"]);
  const before = room.site();
  expect(await print()).toEqual([]);
  expect(room.site()).toEqual(before);
  expect(await print({ keepFresh: false })).toEqual(["1/1"]);
});

test("what was made once is taken from the store, and only what is missing there is made", async () => {
  const { room, print } = await makeDarkroom();
  const store = pictureStore(join(room.root, ".cache"));
  await print({ store });
  const routes = [...room.site().keys()];
  const [first = "", ...others] = routes;
  const made: string[] = [];
  const forgetful: PictureStore = {
    find: (name) => (name === first ? undefined : Buffer.from(`stored ${name}`)),
    keep: (name) => made.push(name),
    settle: () => {},
  };
  room.remove("dist");
  await print({ store: forgetful });
  expect(made).toEqual([first]);
  for (const route of others) expect(room.page(route)).toBe(`stored ${route}`);
  expect(room.page(first)).not.toContain("stored");
});

test("a damaged file of the store is no file", async () => {
  const { room } = await makeDarkroom();
  const dir = join(room.root, ".cache");
  pictureStore(dir).keep("a", Buffer.from("bytes"));
  expect(pictureStore(dir).find("a")?.toString()).toBe("bytes");
  for (const path of snapshot(dir).keys()) writeFileSync(join(dir, path), "x");
  expect(pictureStore(dir).find("a")).toBeUndefined();
});

test("a picture of which something is noted is not read", async () => {
  const { notes, onDisk } = await makeDarkroom();
  const wanted = [{ path: PATH, isShown: true, isLinked: false }];
  const known = () => "0123" as never;
  const [read] = await prepareFiles([{ path: PATH, onDisk }], wanted, known, notes);
  writeFileSync(onDisk, "not even a picture");
  const [noted] = await prepareFiles([{ path: PATH, onDisk }], wanted, known, notes);
  expect(noted).toEqual(read);
});

test("a file that changes between the survey and the making is a failure, not a wrong picture", async () => {
  const { room, onDisk, prepare } = await makeDarkroom();
  const files = await prepare();
  writeFileSync(onDisk, await photo(901, 600));
  const stage = openStage(room.outDir, join(room.root, "manifest.json"));
  const printing = printPictures({ files, cards: [] }, stage, { keepFresh: true, verify: false });
  await expect(printing).rejects.toThrow("changed while it was read");
});
