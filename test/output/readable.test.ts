import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { article, makeNewsroom } from "../support/newsroom.ts";

test.each([0o077, 0o002, 0o022])("every server may read the site, whatever the umask: %o", async (umask) => {
  const before = process.umask(umask);
  try {
    const room = makeNewsroom({ "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[民生]" }) });
    expect((await room.build({ out: join(room.root, "www/site") })).code).toBe(0);
    const paths = readdirSync(join(room.root, "www"), { recursive: true, encoding: "utf8" });
    const modes = ["", ...paths].map((path) => {
      const status = statSync(join(room.root, "www", path));
      return `${status.isFile() ? "file" : "folder"} ${(status.mode & 0o777).toString(8)}`;
    });
    expect(modes.length).toBeGreaterThan(30);
    expect([...new Set(modes)].sort()).toEqual(["file 644", "folder 755"]);
  } finally {
    process.umask(before);
  }
});
