import type { Element, ElementContent, Root } from "hast";
import { find, hasClass, textOf } from "../support/html.ts";

/*
 * What “empty” means on a page: an element that is there to show something shows nothing, a label says what follows and
 * nothing follows, a heading heads nothing.
 */

const SHOWING = new Set(
  [
    "a abbr address article aside b blockquote button caption code dd div dl dt em fieldset figcaption figure footer form",
    "h1 h2 h3 h4 h5 h6 header i label legend li main nav ol p pre s section span strong sub summary sup table tbody thead",
    "time tr ul",
  ].flatMap((names) => names.split(" ")),
);
const MEDIA = new Set(["audio", "hr", "iframe", "img", "input", "picture", "svg", "textarea", "video"]);
const HEADING = /^h[1-6]$/;

/** Every empty thing on a page, a line each. */
export function emptyThings(page: Root): string[] {
  return [...emptyElements(page), ...idleLabels(page), ...idleHeadings(page)];
}

function emptyElements(page: Root): string[] {
  return find(page, (element) => SHOWING.has(element.tagName) && !showsAnything(element)).map(
    ({ element }) => `empty: ${describe(element)}`,
  );
}

/** A label whose parent holds nothing besides. */
function idleLabels(page: Root): string[] {
  return find(page, (element) => hasClass(element, "label")).flatMap(({ element, around }) => {
    const beside = around.at(-1)?.children.filter((child) => child !== element) ?? [];
    return beside.some(showsAnything) ? [] : [`label of nothing: ${describe(element)} ${textOf(element)}`];
  });
}

function idleHeadings(page: Root): string[] {
  return find(page, ({ tagName }) => HEADING.test(tagName)).flatMap(({ element, around }) =>
    headsSomething(element, around) ? [] : [`heading of nothing: ${describe(element)} ${textOf(element)}`],
  );
}

/** What comes first after a heading: in its parent, or after a `<header>` that ends with it. */
function headsSomething(heading: Element, around: readonly Element[]): boolean {
  const parent = around.at(-1);
  if (parent === undefined) return false;
  const after = parent.children.slice(parent.children.indexOf(heading) + 1);
  const next = after.find(showsAnything);
  if (next === undefined) return parent.tagName === "header" && headsSomething(parent, around.slice(0, -1));
  const isHeading = next.type === "element" && HEADING.test(next.tagName);
  return !isHeading || next.tagName > heading.tagName;
}

function showsAnything(node: ElementContent): boolean {
  if (node.type === "text") return node.value.trim() !== "";
  if (node.type !== "element") return false;
  return MEDIA.has(node.tagName) || textOf(node) !== "" || node.children.some(showsAnything);
}

function describe({ tagName, properties }: Element): string {
  const { className } = properties;
  return `<${[tagName, ...(Array.isArray(className) ? className : [])].join(".")}>`;
}
