import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { article, makeNewsroom, type Newsroom, SITE_YAML, snapshot } from "../support/newsroom.ts";
import { textOf, until } from "../support/preview.ts";

const CLI = join(import.meta.dirname, "../../lib/cli.js");

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** A published newsroom, and a folder of its own for what is temporary. */
async function makeRoom(): Promise<{ readonly room: Newsroom; readonly temporary: string }> {
  const room = makeNewsroom({
    "content/site.yaml": SITE_YAML,
    "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "甲的正文。"),
    "content/news/2026-03-02-b.md": article({ 标题: "乙", 草稿: "是" }),
  });
  expect((await room.build()).code).toBe(0);
  const temporary = join(room.root, "temporary");
  mkdirSync(temporary);
  return { room, temporary };
}

function startDev({ root }: Newsroom, temporary: string): ChildProcess & { readonly said: () => string } {
  const env = { LANG: "zh_CN.UTF-8", TMPDIR: temporary };
  const started = spawn(process.execPath, [CLI, "dev", "--root", root, "--port", "0"], { env });
  const parts: string[] = [];
  started.stdout.on("data", (part) => parts.push(String(part)));
  child = started;
  return Object.assign(started, { said: () => parts.join("") });
}

/** Interrupts it as Ctrl-C does; gives the exit code and how long it took. */
async function interrupt(process: ChildProcess) {
  const start = performance.now();
  const ended = once(process, "exit");
  process.kill("SIGINT");
  const [code] = await ended;
  return { code, milliseconds: performance.now() - start };
}

/** An event stream that stays open until the server ends it. */
function openStream(url: string) {
  let isOpen = false;
  const request = get(url, (response) => {
    isOpen = true;
    response.on("data", () => {});
    response.on("error", () => {});
    response.on("close", () => {
      isOpen = false;
    });
  });
  request.on("error", () => {});
  return () => isOpen;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const state = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  await new Promise((resolve) => server.close(resolve));
  return state;
}

const cacheFiles = (room: Newsroom) =>
  readdirSync(join(room.root, ".cache"), { recursive: true, encoding: "utf8" });

// How soon it ends is measured, so a busy machine gets another try.
describe.skipIf(process.platform === "win32")("Ctrl-C in dev", { timeout: 120_000, retry: 2 }, () => {
  it("ends it within a second, with a page, an event stream and a search under way, and leaves nothing", async () => {
    const { room, temporary } = await makeRoom();
    const site = snapshot(room.outDir);
    const dev = startDev(room, temporary);
    await until(() => dev.said().includes("__desk"));
    const [url = "", port] = /http:\/\/localhost:(\d+)\//.exec(dev.said()) ?? [];
    expect(await textOf(`${url}2026/0301/a.html`)).toContain("甲的正文");
    const isStreaming = openStream(`${url}__jianbao/events`);
    await until(isStreaming);
    get(`${url}search/2026/pagefind-entry.json`).on("error", () => {});

    const { code, milliseconds } = await interrupt(dev);
    expect(code).toBe(130);
    expect(milliseconds).toBeLessThan(1000);
    await until(() => !isStreaming());
    expect(await isFree(Number(port))).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
    expect(cacheFiles(room).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(snapshot(room.outDir)).toEqual(site);
  });

  it("gives the newsroom's lock back, also while the first edition is being composed", async () => {
    const { room, temporary } = await makeRoom();
    const dev = startDev(room, temporary);
    await until(() => readdirSync(temporary).some((name) => name.endsWith(".lock")) || dev.said() !== "");
    expect((await interrupt(dev)).code).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(room.outDir, ".jianbao-staging"))).toBe(false);
  });
});
