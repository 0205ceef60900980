import { spawnSync } from "node:child_process";
import type { Language } from "../report/language.ts";
import { UsageError } from "./context.ts";

/** The files of a newsroom that differ from a revision, new ones included, by their paths below its root with forward slashes. Throws `UsageError` where git cannot tell. */
export function gitChanges(root: string, revision: string, language: Language): ReadonlySet<string> {
  const changed = runGit(
    root,
    ["diff", "--name-only", "-z", "--relative", "--no-renames", "--end-of-options", revision, "--"],
    language,
  );
  const added = runGit(root, ["ls-files", "--others", "--exclude-standard", "-z"], language);
  return new Set([...changed, ...added].map((path) => path.normalize("NFC")));
}

function runGit(root: string, args: readonly string[], language: Language): string[] {
  const git = spawnSync("git", ["-C", root, ...args], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (git.status === 0) return git.stdout.split("\0").filter((path) => path !== "");
  const said = (git.stderr ?? git.error?.message ?? "").trim().split("\n")[0] ?? "";
  throw new UsageError(
    language === "zh" ? `--changed 要靠 git，git 说：${said}` : `--changed needs git, which says: ${said}`,
  );
}
