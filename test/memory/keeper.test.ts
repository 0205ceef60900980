import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openKeeper } from "../../src/memory/keeper.ts";
import { temporaryFolder } from "../support/folders.ts";

const placeOf = (isLasting: boolean) => ({
  file: join(temporaryFolder(), "kept"),
  toolId: "t",
  mayWrite: true,
  isLasting,
});

test("a process that lasts holds what it kept, whatever becomes of the file", () => {
  const place = placeOf(true);
  const keeper = openKeeper<{ readonly n: number }>(place);
  const value = { n: 1 };
  keeper.set("a", value);
  rmSync(place.file);
  expect(keeper.get("a")).toBe(value);
  expect(keeper.last()).toBe(value);
});

test("one that does not reads it from the file, as the next one does", () => {
  const place = placeOf(false);
  const keeper = openKeeper<{ readonly n: number }>(place);
  const value = { n: 1 };
  keeper.set("a", value);
  for (const reader of [keeper, openKeeper<{ readonly n: number }>(place)]) {
    expect(reader.get("a")).toEqual(value);
    expect(reader.get("a")).not.toBe(value);
    expect(reader.get("b")).toBeUndefined();
  }
});
