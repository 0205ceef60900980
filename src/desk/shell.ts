import type { Diagnostic, Text } from "../model/diagnostic.ts";
import { escapeHtml, type Html, trustedHtml } from "../model/html.ts";
import { encodePath } from "../model/path.ts";
import type { Language } from "../report/language.ts";
import { element, linkTo, textElement } from "./markup.ts";
import { articleOf } from "./rows.ts";
import { DESK_WORDS, moreWords } from "./words.ts";

/** Below this path stands the desk. */
export const DESK_PATH = "/__desk";

const MOST_PROBLEMS = 200;

/** A whole page of the desk. `home` is the site's front page, absent where there is none to see. */
export function deskPage(
  page: { readonly title: string; readonly home?: string; readonly content: readonly Html[] },
  language: Language,
): Html {
  const { title, home, content } = page;
  const head = [
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "robots", content: "noindex" }),
    textElement("title", title),
    element("link", { rel: "stylesheet", href: `${DESK_PATH}/desk.css` }),
    element("link", { rel: "icon", href: "data:," }),
  ];
  const links = [
    linkTo(`${DESK_PATH}/`, DESK_WORDS.desk[language]),
    ...(home === undefined ? [] : [linkTo(home, DESK_WORDS.site[language])]),
  ];
  const body = [
    element("header", {}, element("nav", {}, ...links)),
    element("main", {}, textElement("h1", title), ...content),
  ];
  const root = element(
    "html",
    { lang: language === "zh" ? "zh-CN" : "en" },
    element("head", {}, ...head),
    element("body", {}, ...body),
  );
  return trustedHtml(`<!doctype html>\n${root}\n`);
}

/** The address of an article's page on the desk. */
export function deskHref(id: string): string {
  return `${DESK_PATH}/${encodePath(id)}`;
}

/** A part of a page under its heading. */
export function part(id: string, heading: Text, language: Language, ...content: readonly Html[]): Html {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    textElement("h2", heading[language], { id: `${id}-heading` }),
    ...content,
  );
}

/** A paragraph of the desk's own words. */
export function note(
  text: Text,
  language: Language,
  attributes: Readonly<Record<string, string>> = {},
): Html {
  return textElement("p", text[language], attributes);
}

/** Problems as a list, errors first; those of an article lead to its page. */
export function problemList(diagnostics: readonly Diagnostic[], language: Language): readonly Html[] {
  if (diagnostics.length === 0) return [note(DESK_WORDS.noProblems, language)];
  const having = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted);
  const ordered = [...having("error"), ...having("warning")];
  const shown = ordered.slice(0, MOST_PROBLEMS).map((diagnostic) => problemItem(diagnostic, language));
  const left = ordered.length - shown.length;
  return [
    element("ul", { class: "problems", tabindex: 0 }, ...shown),
    ...(left === 0 ? [] : [note(moreWords(left), language)]),
  ];
}

function problemItem(diagnostic: Diagnostic, language: Language): Html {
  const { severity, file, line, column, code, message, hint } = diagnostic;
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
  const id = articleOf(file);
  const where = id === undefined ? escapeHtml(place.join(":")) : linkTo(deskHref(id), place.join(":"));
  return element(
    "li",
    { class: severity },
    textElement("strong", DESK_WORDS[severity][language]),
    element("span", { class: "where" }, where),
    textElement("code", code),
    textElement("p", message[language]),
    textElement("p", `→ ${hint[language]}`, { class: "hint" }),
  );
}
