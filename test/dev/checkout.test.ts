import { execFileSync } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { type Preview, startPreview } from "../../src/commands/dev.ts";
import { isLong } from "../support/amount.ts";
import { article, type Files, makeNewsroom, NOW } from "../support/newsroom.ts";
import { expectCleanBuild, until } from "../support/preview.ts";

const COUNT = isLong ? 5000 : 300;
const PATIENCE_SECONDS = isLong ? 600 : 100;

let open: Preview | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** Articles of a branch. Of a hundred, twenty stand on the first branch alone and twenty on the other; the rest differ in their text. */
function articlesOf(branch: "first" | "other"): Files {
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  const own = numbers.filter((n) => n % 5 !== (branch === "first" ? 0 : 1));
  return Object.fromEntries(
    own.map((n) => [
      `content/${n % 2 === 0 ? "news" : "life/county"}/2026-02-${String((n % 28) + 1).padStart(2, "0")}-n${n}.md`,
      article({ 标题: `${branch}第${n}篇`, 标签: `[标签${n % 7}]` }, `${branch}的正文。`),
    ]),
  );
}

it(
  "a checkout of another branch is shown in three runs at most, and ends as a clean build",
  async () => {
    const room = makeNewsroom(articlesOf("first"));
    const git = (...args: readonly string[]) =>
      execFileSync(
        "git",
        ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "core.hooksPath=/dev/null", ...args],
        { cwd: room.root, stdio: "pipe" },
      );
    git("init", "-q");
    const commit = (branch: string) => {
      git("checkout", "-q", "-b", branch);
      git("add", "-A", "content");
      git("commit", "-q", "-m", branch);
    };
    commit("first");
    room.remove("content/news", "content/life");
    room.write(articlesOf("other"));
    commit("other");
    git("checkout", "-q", "first");
    expect(git("diff", "--name-only", "first", "other").toString().trim().split("\n")).toHaveLength(COUNT);

    const preview = await startPreview({ root: room.root, lang: "zh", now: NOW, port: 0 });
    open = preview;
    await preview.ready;
    const titles = () => preview.showing().preview?.forme.desk.copy.articles.map(({ title }) => title) ?? [];
    const isOf = (branch: "first" | "other") => {
      const shown = titles();
      return shown.length === (COUNT * 4) / 5 && shown.every((title) => title.startsWith(branch));
    };
    expect(isOf("first")).toBe(true);
    const { run } = preview.showing();
    git("checkout", "-q", "other");
    await until(() => isOf("other"), PATIENCE_SECONDS);
    // Whatever was still to be told of the checkout is told before what is saved after it.
    room.write({ "content/news/2026-03-05-last.md": article({ 标题: "最后一篇" }) });
    await until(() => titles().includes("最后一篇"), PATIENCE_SECONDS);
    expect(preview.showing().run - run).toBeLessThanOrEqual(3 + 1);
    expect(preview.showing().diagnostics).toEqual([]);
    await expectCleanBuild(room, preview.url);
  },
  3 * PATIENCE_SECONDS * 1000,
);
