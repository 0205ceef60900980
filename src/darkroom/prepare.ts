import type { KnownContent } from "../cache/gitIndex.ts";
import { emptyNotes, readPictureNotes, writePictureNotes } from "../cache/pictures.ts";
import type { FoundFile } from "../content/discover.ts";
import type { Parsed } from "../model/diagnostic.ts";
import type { WantedFile } from "../pages/files.ts";
import type { WantedCard } from "../pages/social.ts";
import { type PreparedCard, prepareCards } from "./cards.ts";
import { type PreparedFile, prepareFiles } from "./files.ts";
import { findingsOn } from "./findings.ts";

/** What the pages of an edition want of the darkroom. */
export interface PictureOrder {
  /** All files below content/ that are no texts. */
  readonly available: readonly FoundFile[];
  readonly wanted: readonly WantedFile[];
  readonly cards: readonly WantedCard[];
  /** What git's index tells. */
  readonly inGit: KnownContent;
  /** Where notes are kept; absent: everything is learned anew. */
  readonly cache?: { readonly dir: string; readonly toolId: string; readonly mayWrite: boolean };
}

/** All pictures and attachments of an edition, of which nothing is made yet. */
export interface Negatives {
  readonly files: readonly PreparedFile[];
  readonly cards: readonly PreparedCard[];
}

/** Finds out what is to be made and under which names, and every problem of the originals, without encoding anything. */
export async function prepareNegatives(order: PictureOrder): Promise<Parsed<Negatives>> {
  const { available, wanted, cards, inGit, cache } = order;
  const notes = cache === undefined ? emptyNotes() : readPictureNotes(cache.dir, cache.toolId);
  const before = notes.surveys.size + notes.missing.size;
  const files = await prepareFiles(available, wanted, inGit, notes);
  const drawn = await prepareCards(cards, notes);
  if (cache?.mayWrite === true && notes.surveys.size + notes.missing.size > before)
    writePictureNotes(cache.dir, cache.toolId, notes);
  const diagnostics = files.flatMap(({ path, survey }) => findingsOn(path, survey));
  return { value: { files, cards: drawn.value }, diagnostics: [...diagnostics, ...drawn.diagnostics] };
}
