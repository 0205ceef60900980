import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  emptyNotes,
  type PictureNotes,
  pictureStore,
  readPictureNotes,
  writePictureNotes,
} from "../../src/cache/pictures.ts";
import { writeCacheFile } from "../../src/cache/shard.ts";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "jianbao-store-"));
});

afterEach(() => rmSync(dir, { recursive: true }));

function build(...names: string[]): void {
  const store = pictureStore(dir);
  for (const name of names) if (store.find(name) === undefined) store.keep(name, Buffer.from(name));
  store.settle(names);
}

const kept = (...names: string[]) => names.filter((name) => pictureStore(dir).find(name) !== undefined);

test("a picture that none of the last three builds used is dropped, and one that came back in time is not", () => {
  build("a", "b");
  build("b", "c");
  build("b", "d");
  expect(kept("a", "b", "c", "d")).toEqual(["a", "b", "c", "d"]);
  build("b", "c", "d");
  expect(kept("a", "b", "c", "d")).toEqual(["b", "c", "d"]);
});

test("builds that use the same pictures count once", () => {
  build("a");
  for (let again = 0; again < 5; again++) build("b");
  expect(kept("a", "b")).toEqual(["a", "b"]);
});

test("a site whose pictures are all gone keeps none for ever", () => {
  build("a");
  build();
  build("b");
  build();
  expect(kept("a", "b")).toEqual(["b"]);
});

test("what is no JSON, under whatever check sum, tells of no picture and of no build", () => {
  const notes: PictureNotes = {
    surveys: new Map([["a", { kind: "attachment", hash: "h" }]]),
    missing: new Map(),
  };
  writePictureNotes(dir, "tool", notes);
  expect(readPictureNotes(dir, "tool")).toEqual(notes);
  for (const name of ["notes", "builds"]) writeCacheFile(join(dir, "pictures", name), Buffer.from("{"));
  expect(readPictureNotes(dir, "tool")).toEqual(emptyNotes());
  build("a");
  expect(kept("a")).toEqual(["a"]);
});
