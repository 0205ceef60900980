import { stampAt } from "../content/dates.ts";
import { toIso } from "../model/time.ts";
import { nextNewsExit } from "../pages/machine.ts";
import type { Desk, Forme } from "../press.ts";
import type { Status } from "../ranking/status.ts";

/**
 * How many articles there are of each status; `failed` have errors, and so have those that are published `asBefore`. The sum
 * is the number of articles' files.
 */
export type Ledger = Readonly<Record<Status | "asBefore" | "failed", number>>;

/** What a build says of its edition. */
export interface Facts {
  /** When an article appears, is unpinned or leaves by time alone: RFC 3339 with the site's offset. */
  readonly nextDue: string | null;
  /** Up to when, in epoch milliseconds, the edition is the same: `nextDue`, or sooner where the news sitemap's window moves on. */
  readonly until: number | null;
}

/** What is to be said of an edition that is ready for printing. */
export function factsOf({ desk, edition }: Forme): Facts {
  const { library, config } = desk;
  const due = library.nextDue;
  const moments = [due, nextNewsExit(edition)].filter((moment) => moment !== undefined);
  return {
    nextDue: due === undefined ? null : toIso(stampAt(due, config.site.timeZone)),
    until: moments.length === 0 ? null : Math.min(...moments),
  };
}

/** Counts the articles that were read. */
export function ledgerOf({ library, copy }: Desk): Ledger {
  const ledger = {
    published: 0,
    asBefore: 0,
    draft: 0,
    scheduled: 0,
    expired: 0,
    withdrawn: 0,
    failed: copy.failed.length,
  };
  const asBefore = new Set(copy.passedOver.asBefore);
  for (const { id, path } of copy.articles) {
    const status = library.status.get(id) ?? "published";
    ledger[status === "published" && asBefore.has(path) ? "asBefore" : status]++;
  }
  return ledger;
}
