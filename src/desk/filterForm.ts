import { compareText, type Text } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import type { Language } from "../report/language.ts";
import type { DeskFilter } from "./filter.ts";
import { element, linkTo, textElement } from "./markup.ts";
import { DESK_STATES, type DeskRow } from "./rows.ts";
import { DESK_PATH } from "./shell.ts";
import { DESK_WORDS, STATE_WORDS } from "./words.ts";

/** What the form offers to choose from. */
interface Choices {
  readonly rows: readonly DeskRow[];
  readonly sections: ReadonlyMap<string, { readonly title: string }>;
  readonly tagLabel: (key: DeskRow["tags"][number]) => string;
}

const MOST_TAGS = 300;

/** The form that filters, filled in as it was asked. A tag is typed: there can be thousands. */
export function filterForm(choices: Choices, filter: DeskFilter, language: Language): Html {
  const { rows, sections } = choices;
  const states = countBy(rows.map(({ state }) => state));
  const editors = countBy(rows.flatMap(({ editor }) => editor ?? []));
  return element(
    "form",
    { method: "get", action: `${DESK_PATH}/#articles`, "aria-label": DESK_WORDS.filter[language] },
    select("section", DESK_WORDS.section, sectionOptions(sections), filter.section, language),
    tagInput(filter.tag, language),
    tagOffers(choices),
    select(
      "editor",
      DESK_WORDS.editor,
      [...editors].sort(byCount).map(([name, count]) => [name, `${name} ${count}`]),
      filter.editor,
      language,
    ),
    select(
      "state",
      DESK_WORDS.state,
      DESK_STATES.map((state) => [state, `${STATE_WORDS[state][language]} ${states.get(state) ?? 0}`]),
      filter.state,
      language,
    ),
    textElement("button", DESK_WORDS.show[language]),
    linkTo(`${DESK_PATH}/`, DESK_WORDS.clear[language]),
  );
}

type Option = readonly [value: string, label: string];

function select(
  name: string,
  label: Text,
  options: readonly Option[],
  chosen: string | undefined,
  language: Language,
): Html {
  // What an old address asks for stays chosen, though nothing has it any more.
  const isThere = chosen === undefined || options.some(([value]) => value === chosen);
  const offered: readonly Option[] = isThere ? options : [[chosen, chosen], ...options];
  return element(
    "label",
    {},
    textElement("span", label[language]),
    element(
      "select",
      { name },
      textElement("option", DESK_WORDS.all[language], { value: "" }),
      ...offered.map(([value, words]) => textElement("option", words, { value, selected: value === chosen })),
    ),
  );
}

function tagInput(chosen: string | undefined, language: Language): Html {
  return element(
    "label",
    {},
    textElement("span", DESK_WORDS.tag[language]),
    element("input", { name: "tag", list: "tags", value: chosen ?? "", autocomplete: "off" }),
  );
}

function tagOffers({ rows, tagLabel }: Choices): Html {
  const tags = [...countBy(rows.flatMap(({ tags }) => tags))].sort(byCount).slice(0, MOST_TAGS);
  return element(
    "datalist",
    { id: "tags" },
    ...tags.map(([key]) => element("option", { value: tagLabel(key) })),
  );
}

/** A sub-section stands under its section, with all its names. */
function sectionOptions(sections: Choices["sections"]): Option[] {
  return [...sections.keys()].sort(compareText).map((path) => {
    const names = path.split("/").map((_, depth, parts) => parts.slice(0, depth + 1).join("/"));
    return [path, names.map((name) => sections.get(name)?.title ?? name).join(" › ")];
  });
}

function countBy<T extends string>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}
