import { spawnSync } from "node:child_process";
import { mkdtempSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "./builds.ts";
import { runProcess } from "./process.ts";

/** Whether there is a git to make checkouts with. */
export function hasGit(): boolean {
  return spawnSync("git", ["--version"]).status === 0;
}

/** Runs some work while a folder is a git checkout in which everything is committed; afterwards it is none. */
export async function inCheckout<Result>(
  root: string,
  { scratch, stop }: Workbench,
  work: () => Promise<Result>,
): Promise<Result> {
  const identity = ["user.name=bench", "user.email=bench@example.com"];
  const plain = ["commit.gpgSign=false", "core.autocrlf=false", "core.hooksPath=/dev/null"];
  const settings = [...identity, ...plain].flatMap((setting) => ["-c", setting]);
  const git = (...args: string[]) => runProcess("git", [...settings, ...args], stop, root);
  await git("init", "--quiet", "--template=");
  await git("add", "--", "content");
  await git("commit", "--quiet", "--message=articles");
  try {
    return await work();
  } finally {
    renameSync(join(root, ".git"), join(mkdtempSync(join(scratch, "git-")), "git"));
  }
}
