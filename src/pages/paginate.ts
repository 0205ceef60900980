import { type Route, toRoute } from "../model/route.ts";

/** A list cut into an index and older pages, newest first in each. */
export interface Pagination<T> {
  readonly index: readonly T[];
  /** `older[0]` is page 1, the oldest; it never changes while its articles stay. */
  readonly older: readonly (readonly T[])[];
}

/**
 * Numbers pages from the oldest, so that a new article changes only the index: page 1 holds the oldest `perPage`, and the
 * index what is left, from `perPage` to `2 × perPage − 1` where there are as many. `items` is newest first.
 */
export function paginate<T>(items: readonly T[], perPage: number): Pagination<T> {
  const count = olderPages(items.length, perPage);
  const indexLength = items.length - count * perPage;
  const older = Array.from({ length: count }, (_, page) => {
    const end = items.length - page * perPage;
    return items.slice(end - perPage, end);
  });
  return { index: items.slice(0, indexLength), older };
}

/** How many older pages a list of so many items has. */
export function olderPages(length: number, perPage: number): number {
  return Math.max(0, Math.floor(length / perPage) - 1);
}

/** `/economy/index.html`, and `/economy/page/3.html` for an older page. */
export function listingRoute(base: string, page?: number): Route {
  return toRoute(page === undefined ? `${base}/index.html` : `${base}/page/${page}.html`);
}
