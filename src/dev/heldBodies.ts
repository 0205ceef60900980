import { hashText } from "../content/hashText.ts";
import type { Html } from "../model/html.ts";
import type { Desk } from "../press.ts";
import { openBodies } from "../workers/recoverBodies.ts";

/** The markups of one edition, which have to last while its files change beneath it. */
export interface HeldBodies {
  readonly get: (hash: string) => Html | undefined;
  /** Takes the markups of these files, by where they are on the disk, into memory: they are about to be read anew, and the cache keeps only what was last read. */
  readonly hold: (files: readonly string[]) => void;
}

/** Holds the bodies of a desk. A body that the cache has lost is read from its file again, where by then another text may stand: only what has its hash is given out. */
export function holdBodies({ newsroom, copy }: Desk): HeldBodies {
  const held = new Map<string, Html>();
  const hashes = hashesByFile({ newsroom, copy });
  const bodies = openBodies(copy.bodies);
  const get = (hash: string) => {
    const markup = held.get(hash) ?? bodies.get(hash);
    return markup !== undefined && hashText(markup) === hash ? markup : undefined;
  };
  return {
    get,
    hold: (files) => {
      for (const file of files) {
        const hash = hashes.get(file);
        const markup = hash === undefined ? undefined : get(hash);
        if (hash !== undefined && markup !== undefined) held.set(hash, markup);
      }
    },
  };
}

function hashesByFile({ newsroom, copy }: Pick<Desk, "newsroom" | "copy">): ReadonlyMap<string, string> {
  const texts = [
    ...[...copy.articles, ...copy.plainPages].map(({ path, body }) => [path, body.hash] as const),
    ...copy.sections.flatMap(({ path, body }) =>
      body === undefined ? [] : [[`${path}/_index.md`, body.hash] as const],
    ),
  ];
  const hashes = new Map(texts);
  return new Map(
    [...newsroom.articles, ...newsroom.sections, ...newsroom.plainPages].flatMap(({ path, onDisk }) => {
      const hash = hashes.get(path);
      return hash === undefined ? [] : [[onDisk, hash] as const];
    }),
  );
}
