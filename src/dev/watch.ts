import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { findCheckout } from "../cache/gitIndex.ts";
import { isPassedOver } from "../content/discover.ts";

/** A save is shown this soon after the last of its events. */
const QUIET_MS = 25;
/** A checkout of many files pauses in between; so many events are taken for one, and it has to be quiet for longer. */
const MANY = 20;
const QUIET_AFTER_MANY_MS = 400;
/** Git holds a lock while it writes files; so often it is waited for, should a git that died have left one. */
const MOST_WAITS = 50;

export interface Watching {
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Watches a newsroom's content/ and templates/, and the default theme. Editors save in several steps, and git writes
 * thousands of files: what comes together is told together, once it is quiet and git is done. `onFault` is told of what the
 * machine does not let us watch, the first of each kind; the rest is watched all the same.
 */
export function watchNewsroom(
  root: string,
  defaultTheme: string,
  onChange: (paths: readonly string[]) => void,
  onFault: (error: NodeJS.ErrnoException) => void,
): Watching {
  // The newsroom's folder itself is watched too, so that content/ may go and come back.
  const watcher = watch([root, defaultTheme], {
    ignoreInitial: true,
    atomic: 60,
    ignored: (path) => !isOfInterest(path, root, defaultTheme),
  });
  const checkout = findCheckout(root);
  const isGitWriting = () => checkout !== undefined && existsSync(join(checkout.gitDir, "index.lock"));
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tellAfter = (quiet: number, waits = 0) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (waits < MOST_WAITS && isGitWriting()) return tellAfter(QUIET_AFTER_MANY_MS, waits + 1);
      const paths = [...gathered];
      gathered.clear();
      onChange(paths);
    }, quiet);
  };
  watcher.on("all", (event, path) => {
    // A folder is nothing of its own: its files are told too.
    if (event === "addDir" || event === "unlinkDir") return;
    gathered.add(path);
    tellAfter(gathered.size < MANY ? QUIET_MS : QUIET_AFTER_MANY_MS);
  });
  const ready = new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
    // Of a folder that it could not list, chokidar awaits the end for ever.
    watcher.on("error", (error) => (error as NodeJS.ErrnoException).syscall === "scandir" && resolve());
  });
  const faults = new Set<string | undefined>();
  watcher.on("error", (error) => {
    const fault = error as NodeJS.ErrnoException;
    // A limit that is reached is reached for every file after it.
    if (!faults.has(fault.code)) onFault(fault);
    faults.add(fault.code);
  });
  return {
    ready,
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

function isOfInterest(path: string, root: string, defaultTheme: string): boolean {
  if (path === root || path === defaultTheme) return true;
  if (path.startsWith(defaultTheme + sep)) return !isPassedOver(basename(path));
  const [first = ""] = relative(root, path).split(sep);
  if (first !== "content" && first !== "templates") return false;
  // By RFC 8615 the one dot-folder of a site.
  return basename(path) === ".well-known" || !isPassedOver(basename(path));
}
