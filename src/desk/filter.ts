import { canonicalTags, type Taxonomy } from "../model/taxonomy.ts";
import { DESK_STATES, type DeskRow, type DeskState } from "./rows.ts";

/** Which articles are wanted. What is absent is not asked for. */
export interface DeskFilter {
  /** A section's path: its sub-sections count too. */
  readonly section?: string;
  /** A tag in any of its spellings. */
  readonly tag?: string;
  readonly editor?: string;
  readonly state?: DeskState;
}

/** The fields of the form, by their names in an address. */
const FIELDS = ["section", "tag", "editor", "state"] as const;

/** One page of a long list. */
export interface Leaf<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** What the query of an address asks for. A state that there is not is not asked for. */
export function readFilter(query: URLSearchParams): DeskFilter {
  const given = (name: string) => query.get(name)?.normalize("NFC").trim() || undefined;
  return {
    section: given("section"),
    tag: given("tag"),
    editor: given("editor"),
    state: DESK_STATES.find((state) => state === given("state")),
  };
}

/** The query that asks for a filter and a page; empty for the first page of everything. */
export function queryOf(filter: DeskFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** The rows that a filter lets through, in their order. */
export function filterRows(rows: readonly DeskRow[], filter: DeskFilter, taxonomy: Taxonomy): DeskRow[] {
  const { section, editor, state } = filter;
  const tag = filter.tag === undefined ? undefined : canonicalTags([filter.tag], taxonomy)[0];
  return rows.filter(
    (row) =>
      (section === undefined || `${row.section}/`.startsWith(`${section}/`)) &&
      (tag === undefined || row.tags.includes(tag)) &&
      (editor === undefined || row.editor === editor) &&
      (state === undefined || row.state === state),
  );
}

/** Cuts a page out of a list; the nearest one where the asked one is not there. */
export function leafOf<T>(items: readonly T[], asked: number, perPage: number): Leaf<T> {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { items: items.slice((page - 1) * perPage, page * perPage), page, pages, total: items.length };
}
