import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startPreview } from "../../src/commands/dev.ts";
import { describeInBrowser } from "../support/browser.ts";
import { article, makeNewsroom, NOW, SITE_YAML } from "../support/newsroom.ts";
import { answer, ask, FINDS } from "./asking.ts";

const WAIT = 60_000;
const room = makeNewsroom({
  "content/site.yaml": SITE_YAML.replace("https://news.example.com", "https://news.example.com/paper"),
  "content/news/2025-12-30-old.md": article({ 标题: "旧桥" }, "云河大桥要修了。"),
  "content/news/2026-03-01-bridge.md": article({ 标题: "大桥通车" }, "走了三万辆车。"),
  "content/news/2026-03-02-draft.md": article({ 标题: "没写完的", 草稿: "是" }, "大桥的故事。"),
});

async function serveRoom() {
  const { url, ready, close } = await startPreview({ root: room.root, lang: "zh", now: NOW, port: 0 });
  await ready;
  return { origin: new URL(url).origin, close };
}

describeInBrowser(
  "the search of a preview",
  ({ open }) => {
    it(
      "finds what the preview shows, and what was saved a moment ago, and leaves nothing on the disk",
      async () => {
        const { page, complaints } = await open("/paper/search/");
        const found = await ask(page, "大桥");
        expect(found.said).toBe("“大桥”：找到 3 篇");
        expect(found.slugs.toSorted()).toEqual(["bridge", "draft", "old"]);
        room.write({ "content/news/2026-03-03-tower.md": article({ 标题: "塔吊进场" }, "在大桥边上。") });
        // The page comes again by itself, and asks again what stands in its address.
        await page.waitForFunction((finds) => document.querySelectorAll(finds).length === 4, FINDS, {
          timeout: WAIT,
        });
        expect((await answer(page)).slugs).toContain("tower");
        expect((await ask(page, "塔吊")).slugs).toEqual(["tower"]);
        expect(complaints).toEqual([]);
        expect(existsSync(room.outDir)).toBe(false);
        expect(existsSync(join(room.root, ".cache/search"))).toBe(false);
      },
      2 * WAIT,
    );
  },
  serveRoom,
);
