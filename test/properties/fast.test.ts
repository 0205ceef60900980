import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { NOW, snapshot } from "../support/newsroom.ts";

const ROOT = join(import.meta.dirname, "../..");

test("the sample site is the same with and without the reader of plain texts", () => {
  const folder = mkdtempSync(join(tmpdir(), "jianbao-fast-"));
  try {
    const [quick, whole] = [[], ["--no-fast"]].map((extra, index) => {
      const out = join(folder, String(index));
      const { code, stderr } = runCli(
        ["build", "--root", ROOT, "--out", out, "--now", NOW, "--no-cache", ...extra],
        {},
      );
      expect(code, stderr).toBe(0);
      return snapshot(out);
    });
    expect(quick?.size).toBeGreaterThan(300);
    expect(
      [...(quick ?? [])].filter(([route, bytes]) => whole?.get(route) !== bytes).map(([route]) => route),
    ).toEqual([]);
    expect(whole?.size).toBe(quick?.size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
