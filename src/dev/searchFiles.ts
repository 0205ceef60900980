import { fixedRoutes } from "../pages/routes.ts";
import { readIndex } from "../search/indexCache.ts";
import type { SearchPart } from "../search/parts.ts";

/** The site's own search while it is being written: made when it is asked for, in memory, and made again only where articles changed. */
export interface SearchFiles {
  /** Turns to another edition, whose parts are told only when they are needed. What is being made of the one before and is not part of this one is stopped. */
  readonly turnTo: (edition: SearchEdition) => void;
  /** The file of the edition's search at a route; undefined where there is none, or the edition has changed meanwhile. */
  readonly read: (route: string) => Promise<Uint8Array | undefined>;
  /** Stops what is being made. */
  readonly close: () => void;
}

interface SearchEdition {
  readonly parts: () => readonly SearchPart[];
  /** Where a build may have left the same index. It is read, and never written: what a build left there would be lost. */
  readonly cacheDir: string | undefined;
}

/** A part that is made or being made. */
interface Making {
  readonly key: string;
  readonly files: Promise<ReadonlyMap<string, Uint8Array>>;
  readonly controller: AbortController;
  state: "running" | "made" | "failed";
}

/** Opens the search of a preview, which has no edition yet. */
export function openSearchFiles(): SearchFiles {
  const makings = new Map<string, Making>();
  let edition: SearchEdition = { parts: () => [], cacheDir: undefined };
  let parts: readonly SearchPart[] | undefined;
  // A year may take a gigabyte of memory, so Pagefind runs once at a time.
  let last: Promise<unknown> = Promise.resolve();

  const partNamed = (name: string) => {
    parts ??= edition.parts();
    return parts.find((part) => part.name === name);
  };
  const makingOf = (part: SearchPart): Making => {
    const known = makings.get(part.name);
    if (known?.key === part.key && known.state !== "failed") return known;
    const making = beginPart(part, edition.cacheDir, last);
    last = making.files.catch(() => {});
    makings.set(part.name, making);
    return making;
  };
  const stopRunning = (isWanted: (name: string, key: string) => boolean) => {
    for (const [name, { key, state, controller }] of makings) {
      if (state !== "running" || isWanted(name, key)) continue;
      controller.abort();
      makings.delete(name);
    }
  };
  return {
    turnTo: (next) => {
      edition = next;
      parts = undefined;
      stopRunning((name, key) => partNamed(name)?.key === key);
    },
    read: async (route) => {
      const [, name, path] = ROUTE.exec(route) ?? [];
      const part = name === undefined ? undefined : partNamed(name);
      return part === undefined || path === undefined
        ? undefined
        : (await filesOf(makingOf(part)))?.get(path);
    },
    close: () => stopRunning(() => false),
  };
}

/** `/search/2026/index/und-2026_1a2b.pf_index`. No page is part of a search, and asking for one must not start it. */
const ROUTE = new RegExp(`^${fixedRoutes.search.replace(/[^/]+$/, "")}([^/]+)/(.+)(?<!\\.html)$`);

function beginPart(part: SearchPart, cacheDir: string | undefined, before: Promise<unknown>): Making {
  const controller = new AbortController();
  const { signal } = controller;
  const make = async () => {
    signal.throwIfAborted();
    const known = cacheDir === undefined ? undefined : readIndex(cacheDir, part.name, part.key);
    const files = known ?? (await part.make(signal));
    return new Map(files.map(({ path, content }) => [path, content]));
  };
  const making: Making = { key: part.key, files: before.then(make), controller, state: "running" };
  making.files.then(
    () => {
      making.state = "made";
    },
    () => {
      making.state = "failed";
    },
  );
  return making;
}

/** Undefined where the making was stopped: the page that asked is of an edition that is gone, and comes again. */
async function filesOf({ files, controller }: Making): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  try {
    return await files;
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}
