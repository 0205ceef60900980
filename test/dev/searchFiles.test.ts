import { expect, test } from "vitest";
import { openSearchFiles } from "../../src/dev/searchFiles.ts";
import type { SearchPart } from "../../src/search/parts.ts";

/** A part whose making ends when it is told to, and how often it began. */
function makePart(name: string, key: string) {
  const made = { starts: 0, stopped: 0, end: (_error?: Error) => {} };
  const part: SearchPart = {
    name,
    key,
    make: (signal) => {
      made.starts += 1;
      return new Promise((resolve, reject) => {
        made.end = (error) =>
          error === undefined ? resolve([{ path: "a/b", content: Buffer.from(key) }]) : reject(error);
        signal?.addEventListener("abort", () => {
          made.stopped += 1;
          reject(signal.reason);
        });
      });
    },
  };
  return { part, made };
}

const editionOf = (...parts: readonly { readonly part: SearchPart }[]) => ({
  parts: () => parts.map(({ part }) => part),
  cacheDir: undefined,
});
const read = async (files: ReturnType<typeof openSearchFiles>, route: string) => {
  const bytes = await files.read(route);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
};
const moment = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a part is made once, when one of its files is first asked for, and kept while its articles are the same", async () => {
  const files = openSearchFiles();
  const [old, now] = [makePart("2025", "x"), makePart("2026", "y")];
  files.turnTo(editionOf(old, now));
  const asked = Promise.all([read(files, "/search/2026/a/b"), read(files, "/search/2026/none")]);
  await moment();
  now.made.end();
  expect(await asked).toEqual(["y", undefined]);
  files.turnTo(editionOf(old, makePart("2026", "y")));
  expect(await read(files, "/search/2026/a/b")).toBe("y");
  expect([old.made.starts, now.made.starts]).toEqual([0, 1]);
  for (const route of [
    "/search/index.html",
    "/search/2024/a/b",
    "/index.html",
    "/search/constructor/a",
    "/search/2025/index.html",
  ])
    expect(await read(files, route)).toBeUndefined();
});

test("no two parts are made at once", async () => {
  const files = openSearchFiles();
  const [old, now] = [makePart("2025", "x"), makePart("2026", "y")];
  files.turnTo(editionOf(old, now));
  const asked = Promise.all([read(files, "/search/2026/a/b"), read(files, "/search/2025/a/b")]);
  await moment();
  expect([old.made.starts, now.made.starts]).toEqual([0, 1]);
  now.made.end();
  await moment();
  old.made.end();
  expect(await asked).toEqual(["y", "x"]);
});

test("an edition with other articles stops what is being made, and one with the same does not", async () => {
  const files = openSearchFiles();
  const [before, after] = [makePart("2026", "y"), makePart("2026", "z")];
  files.turnTo(editionOf(before));
  const late = read(files, "/search/2026/a/b");
  await moment();
  files.turnTo(editionOf(makePart("2026", "y")));
  expect(before.made.stopped).toBe(0);
  files.turnTo(editionOf(after));
  expect(before.made.stopped).toBe(1);
  expect(await late).toBeUndefined();
  const asked = read(files, "/search/2026/a/b");
  await moment();
  after.made.end();
  expect(await asked).toBe("z");
});

test("what failed is told to who asked, and made again for who asks again", async () => {
  const files = openSearchFiles();
  const { part, made } = makePart("2026", "y");
  files.turnTo(editionOf({ part }));
  const failing = read(files, "/search/2026/a/b");
  await moment();
  made.end(new Error("no memory"));
  await expect(failing).rejects.toThrow("no memory");
  const asked = read(files, "/search/2026/a/b");
  await moment();
  made.end();
  expect(await asked).toBe("y");
});
