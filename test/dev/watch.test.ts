import { createRequire, syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Preview, startPreview } from "../../src/commands/dev.ts";
import { watchWords } from "../../src/commands/watchWords.ts";
import { article, makeNewsroom, NOW } from "../support/newsroom.ts";
import { textOf, until } from "../support/preview.ts";

type Call = (path: unknown, ...rest: unknown[]) => unknown;
const disk = createRequire(import.meta.url)("node:fs") as { watch: Call; promises: { readdir: Call } };
const { watch } = disk;
const { readdir } = disk.promises;

const NEWS = {
  "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "甲的正文。"),
  "content/life/2026-03-02-b.md": article({ 标题: "乙" }, "乙的正文。"),
  "content/life/2026-03-03-c.md": article({ 标题: "丙" }, "丙的正文。"),
};

let open: Preview | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  disk.watch = watch;
  disk.promises.readdir = readdir;
  syncBuiltinESMExports();
  vi.restoreAllMocks();
});

const failing =
  (original: Call, code: string, syscall: string, isFailing: (path: string) => boolean): Call =>
  (path, ...rest) => {
    if (!isFailing(String(path))) return original(path, ...rest);
    throw Object.assign(new Error(`${code}: injected`), { code, syscall, path });
  };

/** Starts a preview while the machine refuses something; what it says is gathered. */
async function startRefused(refuse: () => void) {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  refuse();
  syncBuiltinESMExports();
  const room = makeNewsroom(NEWS);
  const preview = await startPreview({ root: room.root, lang: "zh", now: NOW, port: 0 });
  open = preview;
  await preview.ready;
  return { room, url: preview.url, said };
}

describe("jianbao dev, where the machine lets it watch only a part", { timeout: 60_000 }, () => {
  it.each([
    ["EACCES", /没有权限.*重新运行 dev/],
    ["ENOSPC", /fs\.inotify\.max_user_watches.*重新运行 dev/],
    ["EMFILE", /ulimit -n.*重新运行 dev/],
  ])("says so in one line for %s, and shows what is saved in the rest", async (code, words) => {
    const { room, url, said } = await startRefused(() => {
      disk.watch = failing(watch, code, "watch", (path) => /\bcontent\/life/.test(path));
    });
    const told = said.filter((text) => text.includes(code));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(words);
    expect(told[0]).toContain(join(room.root, "content/life"));
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "改过了。") });
    await until(async () => (await textOf(`${url}2026/0301/a.html`)).includes("改过了"));
  });

  it("is ready, too, where a folder could not be listed", async () => {
    const { said } = await startRefused(() => {
      disk.promises.readdir = failing(readdir, "EMFILE", "scandir", (path) => path.endsWith("content/life"));
    });
    expect(said.filter((text) => text.startsWith("看不到"))).toHaveLength(1);
  });
});

it("a preview's words on a disk that is not full do not speak of the disk", () => {
  const error = Object.assign(new Error("x"), { code: "ENOSPC", syscall: "watch", path: "/a" });
  expect(watchWords(error, "en")).toBe(
    "Changes of /a, and perhaps elsewhere, are not seen: the system can watch no more files. The preview goes on; raise fs.inotify.max_user_watches, then start dev again. (ENOSPC)",
  );
});
