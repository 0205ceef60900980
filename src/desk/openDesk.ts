import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { hrefOf } from "../model/route.ts";
import { emptyTaxonomy } from "../model/taxonomy.ts";
import { fixedRoutes } from "../pages/routes.ts";
import type { Forme } from "../press.ts";
import { tagLabel } from "../ranking/library.ts";
import type { Language } from "../report/language.ts";
import { agendaOf } from "./agenda.ts";
import { articlePage, missingPage } from "./articlePage.ts";
import { dossierOf } from "./dossier.ts";
import { readFilter } from "./filter.ts";
import { indexPage } from "./indexPage.ts";
import { articleOf, type DeskRow, deskRows } from "./rows.ts";

/** What the desk is laid out from. */
export interface DeskSources {
  /** The last edition without errors, if there was one. */
  readonly forme?: Forme;
  /** Those of now. */
  readonly diagnostics: readonly Diagnostic[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: Language;
}

/** The desk's first page, as a query asks for it. */
export function deskIndex({ forme, diagnostics, now, language }: DeskSources, query: URLSearchParams): Html {
  const library = forme?.desk.library;
  const view = {
    home: homeOf(forme),
    rows: rowsOf({ forme, diagnostics, now, language }),
    agenda: agendaOf(forme?.desk.copy.articles ?? [], now),
    diagnostics: diagnostics.toSorted(compareDiagnostics),
    taxonomy: forme?.desk.config.taxonomy ?? emptyTaxonomy,
    sections: forme?.edition.sections ?? new Map(),
    tagLabel: (key: DeskRow["tags"][number]) => (library === undefined ? key : tagLabel(library, key)),
  };
  return indexPage(view, query, readFilter(query), language);
}

/** An article's page on the desk. `found` is false where there is no such article, and the page says so. */
export function deskArticle(
  sources: DeskSources,
  id: string,
): { readonly found: boolean; readonly page: Html } {
  const { forme, diagnostics, now, language } = sources;
  const row = rowsOf(sources).find((candidate) => candidate.id === id);
  if (row === undefined) return { found: false, page: missingPage(id, homeOf(forme), language) };
  const view = {
    home: homeOf(forme),
    row,
    dossier: forme && dossierOf(row.id, forme, now),
    site: forme?.edition.site ?? { title: "", origin: "" },
    diagnostics: diagnostics.filter(({ file }) => articleOf(file) === row.id).sort(compareDiagnostics),
  };
  return { found: true, page: articlePage(view, language) };
}

function rowsOf({ forme, diagnostics, now }: DeskSources): DeskRow[] {
  const taxonomy = forme?.desk.config.taxonomy ?? emptyTaxonomy;
  return deskRows(forme?.desk.copy.articles ?? [], taxonomy, now, diagnostics);
}

function homeOf(forme: Forme | undefined): string | undefined {
  return forme && hrefOf(forme.edition.site.basePath, fixedRoutes.front);
}
