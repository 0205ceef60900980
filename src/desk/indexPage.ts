import { type Diagnostic, hasErrors, type Text } from "../model/diagnostic.ts";
import { escapeHtml, type Html } from "../model/html.ts";
import type { Taxonomy } from "../model/taxonomy.ts";
import { toDisplay } from "../model/time.ts";
import type { Language } from "../report/language.ts";
import type { Event } from "./agenda.ts";
import { type DeskFilter, filterRows, leafOf, queryOf } from "./filter.ts";
import { filterForm } from "./filterForm.ts";
import { element, linkTo, textElement } from "./markup.ts";
import { clockOf, stateMark } from "./moment.ts";
import type { DeskRow } from "./rows.ts";
import { DESK_PATH, deskHref, deskPage, note, part, problemList } from "./shell.ts";
import { countWords, DESK_WORDS, EVENT_WORDS, moreWords } from "./words.ts";

/** What the desk's first page shows. */
export interface DeskView {
  /** Absent until there was an edition without errors. */
  readonly home?: string;
  readonly rows: readonly DeskRow[];
  readonly agenda: readonly Event[];
  readonly diagnostics: readonly Diagnostic[];
  readonly taxonomy: Taxonomy;
  readonly sections: ReadonlyMap<string, { readonly title: string }>;
  readonly tagLabel: (key: DeskRow["tags"][number]) => string;
}

const PER_PAGE = 200;
const MOST_EVENTS = 50;

/** The desk's first page: what is wrong, what will change, and the articles that a filter lets through. */
export function indexPage(
  view: DeskView,
  query: URLSearchParams,
  filter: DeskFilter,
  language: Language,
): Html {
  const { home, diagnostics, agenda } = view;
  const page = Number(query.get("page") ?? 1);
  const standing = standingNote(view);
  return deskPage(
    {
      title: DESK_WORDS.desk[language],
      home,
      content: [
        ...(standing === undefined ? [] : [note(standing, language, { class: "stale" })]),
        part("problems", DESK_WORDS.problems, language, ...problemList(diagnostics, language)),
        part("agenda", DESK_WORDS.agenda, language, ...agendaList(agenda, language)),
        part("articles", DESK_WORDS.articles, language, ...articleList(view, filter, page, language)),
      ],
    },
    language,
  );
}

/** What the page is of, where it is not the newsroom as it is now. */
function standingNote({ home, diagnostics }: DeskView): Text | undefined {
  if (hasErrors(diagnostics)) return home === undefined ? DESK_WORDS.empty : DESK_WORDS.stale;
  return home === undefined ? DESK_WORDS.reading : undefined;
}

function agendaList(agenda: readonly Event[], language: Language): readonly Html[] {
  if (agenda.length === 0) return [note(DESK_WORDS.noAgenda, language)];
  const items = agenda
    .slice(0, MOST_EVENTS)
    .map(({ at, kind, id, title }) =>
      element(
        "li",
        {},
        textElement("time", clockOf(at), { datetime: `${at.local}${at.offset}` }),
        textElement("span", EVENT_WORDS[kind][language], { class: `event ${kind}` }),
        linkTo(deskHref(id), title),
      ),
    );
  const left = agenda.length - items.length;
  return [
    element("ol", { class: "agenda", tabindex: 0 }, ...items),
    ...(left === 0 ? [] : [note(moreWords(left), language)]),
  ];
}

function articleList(view: DeskView, filter: DeskFilter, asked: number, language: Language): readonly Html[] {
  const found = filterRows(view.rows, filter, view.taxonomy);
  const { items, page, pages, total } = leafOf(found, asked, PER_PAGE);
  const rows = items.map((row) => rowItem(row, view, language));
  return [
    filterForm(view, filter, language),
    note(countWords(total, page, pages), language, { role: "status" }),
    total === 0 ? note(DESK_WORDS.none, language) : element("ul", { class: "rows" }, ...rows),
    ...(pages === 1 ? [] : [pager(filter, page, pages, language)]),
  ];
}

function rowItem(row: DeskRow, view: DeskView, language: Language): Html {
  const { id, title, state, date, opens, section, tags, editor, errors, warnings } = row;
  const facts: readonly (string | undefined)[] = [
    date && toDisplay(date),
    view.sections.get(section)?.title ?? section,
    tags.map(view.tagLabel).join(language === "zh" ? "、" : ", ") || undefined,
    editor && `${DESK_WORDS.editor[language]} ${editor}`,
    errors === 0 ? undefined : `${DESK_WORDS.error[language]} ${errors}`,
    warnings === 0 ? undefined : `${DESK_WORDS.warning[language]} ${warnings}`,
  ];
  return element(
    "li",
    {},
    stateMark(state, opens, language),
    linkTo(deskHref(id), title ?? id),
    element(
      "span",
      { class: "facts" },
      ...facts.flatMap((fact) => (fact === undefined ? [] : [textElement("span", fact)])),
    ),
  );
}

function pager(filter: DeskFilter, page: number, pages: number, language: Language): Html {
  const to = (target: number) => `${DESK_PATH}/${queryOf(filter, target)}#articles`;
  return element(
    "nav",
    { class: "pager", "aria-label": DESK_WORDS.pages[language] },
    ...(page > 1 ? [linkTo(to(page - 1), DESK_WORDS.newer[language])] : []),
    escapeHtml(`${page} / ${pages}`),
    ...(page < pages ? [linkTo(to(page + 1), DESK_WORDS.older[language])] : []),
  );
}
