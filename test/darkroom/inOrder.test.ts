import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inOrder } from "../../src/darkroom/inOrder.ts";

test("runs so many at a time and tells the results in the order of the items, however long each takes", async () => {
  let running = 0;
  let most = 0;
  const told: number[] = [];
  const run = async (item: number) => {
    most = Math.max(most, ++running);
    await sleep(item % 2 === 0 ? 15 : 1);
    running--;
    return item * 10;
  };
  expect(await inOrder([0, 1, 2, 3, 4], 2, run, (result) => told.push(result))).toEqual([0, 10, 20, 30, 40]);
  expect(told).toEqual([0, 10, 20, 30, 40]);
  expect(most).toBe(2);
});

test("fails with the first failure in order, and leaves none unheard", async () => {
  const run = async (item: number) => {
    if (item > 0) throw new Error(`item ${item}`);
    await sleep(10);
  };
  await expect(inOrder([0, 1, 2, 3], 3, run)).rejects.toThrow("item 1");
});
