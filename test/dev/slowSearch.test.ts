import type * as ChildProcess from "node:child_process";
import { expect, test, vi } from "vitest";
import { startPreview } from "../../src/commands/dev.ts";
import { article, makeNewsroom, NOW, SITE_YAML } from "../support/newsroom.ts";
import { textOf, until } from "../support/preview.ts";

/** What was started in the place of Pagefind: programs that take what they are given and never answer. */
const started = vi.hoisted(() => [] as ChildProcess.ChildProcess[]);

vi.mock("node:child_process", async (importOriginal) => {
  const original = await importOriginal<typeof ChildProcess>();
  const spawn = (_program: string, _args: readonly string[], options: object) => {
    const child = original.spawn(process.execPath, ["-e", "process.stdin.resume()"], options);
    started.push(child);
    return child;
  };
  return { ...original, spawn };
});

const isRunning = ({ exitCode, signalCode }: ChildProcess.ChildProcess) =>
  exitCode === null && signalCode === null;

test("an index that takes its time delays neither pages nor saves, and is given up when its articles change", async () => {
  const room = makeNewsroom({
    "content/site.yaml": SITE_YAML,
    "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "甲的正文。"),
  });
  const preview = await startPreview({ root: room.root, lang: "zh", now: NOW, port: 0 });
  await preview.ready;
  const page = `${preview.url}2026/0301/a.html`;
  const index = `${preview.url}search/2026/pagefind-entry.json`;
  const asked = fetch(index);
  await until(() => started.length === 1);
  expect(await textOf(page)).toContain("甲的正文");
  room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "改过了。") });
  await until(async () => (await textOf(page)).includes("改过了"));
  expect((await asked).status).toBe(404);
  await until(() => started.every((child) => !isRunning(child)));
  // And so is the next one, when the preview ends.
  const later = fetch(index).catch(() => undefined);
  await until(() => started.length === 2);
  await preview.close();
  await later;
  await until(() => started.every((child) => !isRunning(child)));
}, 120_000);
