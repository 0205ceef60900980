import { spawnSync } from "node:child_process";
import type { Language } from "../report/language.ts";
import { UsageError } from "./context.ts";

/**
 * The files of a newsroom that differ from a revision (absent: from the last commit; before the first, all of them), new ones
 * included, by their paths below its root with forward slashes. Throws `UsageError` where git cannot tell.
 */
export function gitChanges(
  root: string,
  revision: string | undefined,
  language: Language,
): ReadonlySet<string> {
  const ask = (trouble: Trouble, ...args: string[]) => {
    const { output, said } = runGit(root, args);
    if (output === undefined) throw new UsageError(trouble[language](said));
    return output;
  };
  ask(OUTSIDE, "rev-parse", "--is-inside-work-tree");
  const hasCommits = runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]).output !== undefined;
  const since =
    revision ?? (hasCommits ? "HEAD" : ask(OUTSIDE, "hash-object", "-t", "tree", "--stdin").trim());
  const options = ["--name-only", "-z", "--relative", "--no-renames", "--end-of-options"];
  const changed = ask(unknownRevision(since), "diff", ...options, since, "--");
  const added = ask(OUTSIDE, "ls-files", "--others", "--exclude-standard", "-z");
  const paths = (changed + added).split("\0").filter((path) => path !== "");
  return new Set(paths.map((path) => path.normalize("NFC")));
}

type Trouble = Readonly<Record<Language, (said: string) => string>>;

const OUTSIDE: Trouble = {
  zh: (said) => `--changed 要靠 git，而这里问不到：没有装 git，或者这个目录不在 git 仓库里（${said}）`,
  en: (said) =>
    `--changed needs git, which is not installed, or this folder is in no git repository (${said})`,
};

function unknownRevision(revision: string): Trouble {
  return {
    zh: (said) => `git 里没有“${revision}”这个版本：写提交的编号、分支名，或 HEAD~1 这样的写法（${said}）`,
    en: (said) => `git knows no revision “${revision}”: give a commit, a branch, or such as HEAD~1 (${said})`,
  };
}

/** What git prints, the standard input being empty; where it fails only what it says of that, in a line. */
function runGit(root: string, args: readonly string[]): { readonly output?: string; readonly said: string } {
  const git = spawnSync("git", ["-C", root, ...args], {
    encoding: "utf8",
    input: "",
    maxBuffer: 256 * 1024 * 1024,
  });
  const said = (git.error?.message ?? git.stderr ?? "").trim().split("\n")[0] ?? "";
  return git.status === 0 ? { output: git.stdout, said } : { said };
}
