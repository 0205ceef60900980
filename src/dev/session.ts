import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import type { Forme } from "../press.ts";
import { openPreview, type Preview } from "./preview.ts";
import { openSearchFiles, type SearchFiles } from "./searchFiles.ts";

/** What is shown now. */
export interface Showing {
  /** Grows with every edition. A broken newsroom keeps the number of the last one, which is still shown. */
  readonly version: number;
  /** Grows with every run, also one that found errors. */
  readonly run: number;
  /** Absent until there is a first edition: whole, or without the texts that have errors. */
  readonly preview?: Preview;
  readonly diagnostics: readonly Diagnostic[];
  /** Where nothing but stylesheets changed: the version before, and their old and new URLs. */
  readonly restyled?: { readonly from: number; readonly urls: readonly (readonly [string, string])[] };
}

export interface Session {
  readonly showing: () => Showing;
  /** Told of every change of what is shown; returns how to listen no longer. */
  readonly listen: (listener: (showing: Showing) => void) => () => void;
  /** Composes anew because of these files. What comes in meanwhile is taken together into one more run. */
  readonly refresh: (paths: readonly string[]) => Promise<void>;
  /** Stops what is being made for readers. */
  readonly close: () => void;
}

export interface SessionPlan {
  readonly compose: () => Promise<Parsed<Forme | undefined>>;
  /** The same as long as there is nothing to show yet: it may give an edition with errors. */
  readonly composeFirst: () => Promise<Parsed<Forme | undefined>>;
  /** Told of a fault that is not the editor's. */
  readonly onFault: (error: unknown) => void;
  /** The number of the first edition: another one after every start, or pages left open would not see the difference. */
  readonly firstVersion: number;
}

const TRIES = 5;
const PAUSE_MS = 100;

/** Starts a session; nothing is composed before it is first refreshed. */
export function openSession({ compose, composeFirst, onFault, firstVersion }: SessionPlan): Session {
  let showing: Showing = { version: firstVersion, run: firstVersion, diagnostics: [] };
  let running: Promise<void> | undefined;
  let isWanted = false;
  const pending = new Set<string>();
  const search = openSearchFiles();
  const listeners = new Set<(showing: Showing) => void>();

  const runOnce = async (paths: readonly string[]) => {
    const run = showing.preview === undefined ? composeFirst : compose;
    try {
      showing.preview?.hold(paths);
      showing = shownNext(showing, await withPatience(run), paths, search);
    } catch (error) {
      onFault(error);
      return;
    }
    for (const listener of listeners) listener(showing);
  };
  const runAll = async () => {
    while (isWanted) {
      const paths = [...pending];
      pending.clear();
      isWanted = false;
      await runOnce(paths);
    }
    running = undefined;
  };
  return {
    showing: () => showing,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: (paths) => {
      for (const path of paths) pending.add(path);
      isWanted = true;
      running ??= runAll();
      return running;
    },
    close: search.close,
  };
}

/** Files come and go while they are read: during a checkout, the machine's complaint is of the moment. */
async function withPatience<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (tries === TRIES || (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EISDIR")) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

function shownNext(
  before: Showing,
  { value: forme, diagnostics }: Parsed<Forme | undefined>,
  paths: readonly string[],
  search: SearchFiles,
): Showing {
  const run = before.run + 1;
  if (forme === undefined) return { version: before.version, run, preview: before.preview, diagnostics };
  const preview = openPreview(forme, search);
  const version = before.version + 1;
  const isStyle = paths.length > 0 && paths.every((path) => path.endsWith(".css"));
  const urls = isStyle && before.preview !== undefined ? restyledUrls(before.preview, preview) : undefined;
  const restyled = urls === undefined ? undefined : { from: before.version, urls };
  return { version, run, preview, diagnostics, restyled };
}

function restyledUrls(before: Preview, after: Preview): (readonly [string, string])[] {
  return [...before.assetUrls].flatMap(([name, old]) => {
    const fresh = after.assetUrls.get(name);
    return fresh === undefined || fresh === old ? [] : [[old, fresh] as const];
  });
}
