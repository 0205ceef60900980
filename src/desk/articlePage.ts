import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { escapeHtml, type Html, trustedHtml } from "../model/html.ts";
import type { Listing } from "../pages/listings.ts";
import type { Language } from "../report/language.ts";
import type { Dossier, Standings } from "./dossier.ts";
import { articleFacts } from "./facts.ts";
import { lookParts, type Publication } from "./looks.ts";
import { element, linkTo, textElement } from "./markup.ts";
import { stateMark } from "./moment.ts";
import type { DeskRow } from "./rows.ts";
import { deskHref, deskPage, note, part, problemList } from "./shell.ts";
import { hotLines, wordReason, wordScore } from "./whyWords.ts";
import { DESK_WORDS, latestWords, PLACE_WORDS } from "./words.ts";

/** What an article's page on the desk shows. */
export interface ArticleView {
  readonly home?: string;
  readonly row: DeskRow;
  /** Absent for an article that could never be read. */
  readonly dossier?: Dossier;
  readonly site: Publication;
  /** Its own. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One article on the desk: what it says of itself, where it is listed and why, and how it looks. */
export function articlePage(view: ArticleView, language: Language): Html {
  const { home, row, dossier, diagnostics } = view;
  const stale = dossier === undefined ? DESK_WORDS.unread : DESK_WORDS.stale;
  const content = [
    element(
      "p",
      { class: "standing" },
      stateMark(row.state, row.opens, language),
      ...(dossier === undefined ? [] : [linkTo(dossier.href, DESK_WORDS.page[language])]),
    ),
    ...(hasErrors(diagnostics) ? [note(stale, language, { class: "stale" })] : []),
    ...(diagnostics.length === 0
      ? []
      : [part("problems", DESK_WORDS.problems, language, ...problemList(diagnostics, language))]),
    ...(dossier === undefined ? [] : dossierParts(dossier, view.site, language)),
  ];
  return deskPage({ title: row.title ?? row.id, home, content }, language);
}

/** What stands at an address of the desk where there is no article. */
export function missingPage(id: string, home: string | undefined, language: Language): Html {
  const title = DESK_WORDS.notFound[language];
  return deskPage({ title, home, content: [element("p", {}, textElement("code", id))] }, language);
}

function dossierParts(
  { article, tags, lists, looks }: Dossier,
  site: Publication,
  language: Language,
): Html[] {
  const facts = articleFacts(article, tags, language).map(({ label, values }) =>
    element("div", {}, textElement("dt", label), ...values.map((value) => textElement("dd", value))),
  );
  return [
    part("facts", DESK_WORDS.facts, language, element("dl", { class: "facts" }, ...facts)),
    ...(lists === undefined
      ? [part("lists", DESK_WORDS.lists, language, note(DESK_WORDS.unlisted, language))]
      : standingParts(lists, language)),
    ...(looks === undefined
      ? []
      : [part("looks", DESK_WORDS.looks, language, ...lookParts(looks, site, language))]),
  ];
}

function standingParts(lists: Standings, language: Language): Html[] {
  const { isAsRead, related } = lists;
  const items = related.map((entry) =>
    element(
      "li",
      {},
      linkTo(deskHref(entry.id), lists.titleOf(entry.id)),
      textElement("strong", wordReason(entry.reason, language)),
      textElement("p", wordScore(entry, language)),
    ),
  );
  return [
    ...(isAsRead ? [] : [note(DESK_WORDS.asIfPublished, language, { class: "stale" })]),
    part(
      "related",
      DESK_WORDS.related,
      language,
      items.length === 0
        ? note(DESK_WORDS.noRelated, language)
        : element("ol", { class: "reasons" }, ...items),
    ),
    part("lists", DESK_WORDS.lists, language, placeList(lists, language)),
  ];
}

function placeList({ hot, latest, places, titleOf }: Standings, language: Language): Html {
  const [standing = "", ...reasons] = hotLines(hot, { language, titleOf });
  const latestPlace = (latest === undefined ? DESK_WORDS.notLatest : latestWords(latest))[language];
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  const linksOf = (wanted: Listing["kind"]) => {
    const links = places.flatMap(({ kind, link }) => (kind === wanted ? [linkTo(link.url, link.title)] : []));
    return trustedHtml(links.join(" "));
  };
  return element(
    "dl",
    { class: "facts" },
    entry(DESK_WORDS.hot[language], textElement("strong", standing), ...reasons.map(escapeHtml)),
    entry(DESK_WORDS.latest[language], textElement("strong", latestPlace)),
    ...kinds.map((kind) => entry(PLACE_WORDS[kind][language], linksOf(kind))),
  );
}

function entry(label: string, ...values: readonly Html[]): Html {
  return element("div", {}, textElement("dt", label), ...values.map((value) => element("dd", {}, value)));
}
