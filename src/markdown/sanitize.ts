import type { Element, ElementContent, Root } from "hast";
import type { Options as Schema } from "rehype-sanitize";
import { type Context, placeOf } from "./context.ts";
import { removedAttribute, removedElement } from "./problems.ts";

/**
 * What may stand in a body: an allow-list of elements, and of attributes on each. Of all attributes, only `href`, `src`
 * and `poster` hold addresses; the steps after this one read every one of them.
 */
export const schema = {
  tagNames: [
    ..."a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em".split(
      " ",
    ),
    ..."figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp".split(
      " ",
    ),
    ..."section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr".split(
      " ",
    ),
  ],
  strip: [
    ..."applet audio canvas embed frame iframe map math noembed noframes noscript object plaintext script".split(
      " ",
    ),
    ..."select style svg template textarea title xmp".split(" "),
  ],
  attributes: {
    "*": ["dir", "id", "lang", "title"],
    a: ["href", "name", "ariaDescribedBy", "ariaLabel", ["className", "data-footnote-backref"]],
    aside: [["className", "correction"]],
    code: [["className", /^language-./]],
    col: ["span"],
    colgroup: ["span"],
    details: ["open"],
    figure: [["className", "gallery", "video"]],
    h2: [["className", "sr-only"]],
    img: ["alt", "height", "src", "width"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: ["value", ["className", "alone", "task-list-item"]],
    ol: ["reversed", "start", ["className", "contains-task-list"]],
    p: [["className", "correction-label"]],
    section: [["className", "footnotes"]],
    td: ["align", "colSpan", "rowSpan"],
    th: ["align", "colSpan", "rowSpan", "scope"],
    time: ["dateTime"],
    ul: [["className", "contains-task-list"]],
    video: ["poster", "src"],
  },
  ancestors: {
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    input: ["li"],
    li: ["ol", "ul"],
    tbody: ["table"],
    td: ["table"],
    tfoot: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  required: {},
  protocols: {},
  clobber: [],
} satisfies Schema;

type Attribute = string | readonly (string | boolean | RegExp)[];

const TAGS = new Set<string>(schema.tagNames);
const STRIPPED = new Set<string>(schema.strip);
/** Made by the steps before, never by an editor, and taken off without a word. */
const SILENT = new Set(["dataFootnotes", "dataFootnoteRef", "dataFootnoteBackref"]);

/** Tells what the sanitizer is about to take away, once for each kind of element or attribute. */
export function reportRemoved(tree: Root, context: Context): void {
  const told = new Set<string>();
  visit(tree.children, (element) => {
    const { tagName, properties } = element;
    if (!TAGS.has(tagName) || (tagName === "input" && properties.type !== "checkbox")) {
      const isStripped = STRIPPED.has(tagName);
      if (!told.has(`<${tagName}>`)) {
        context.diagnostics.push(removedElement(placeOf(context, element), tagName, isStripped));
      }
      told.add(`<${tagName}>`);
      return !isStripped;
    }
    for (const name of Object.keys(properties)) {
      if (SILENT.has(name) || told.has(name) || isAllowed(tagName, name, properties[name])) continue;
      told.add(name);
      context.diagnostics.push(removedAttribute(placeOf(context, element), attributeName(name), tagName));
    }
    return true;
  });
}

function visit(nodes: Root["children"] | ElementContent[], see: (element: Element) => boolean): void {
  for (const node of nodes) if (node.type === "element" && see(node)) visit(node.children, see);
}

function isAllowed(tag: string, name: string, value: unknown): boolean {
  const attributes: Readonly<Record<string, readonly Attribute[]>> = schema.attributes;
  const own = Object.hasOwn(attributes, tag) ? (attributes[tag] ?? []) : [];
  return [...own, ...schema.attributes["*"]].some((attribute) => {
    if (typeof attribute === "string") return attribute === name;
    const [allowedName, ...allowedValues] = attribute;
    if (allowedName !== name) return false;
    const values = Array.isArray(value) ? value : [value];
    return values.every((one) =>
      allowedValues.some((allowed) =>
        allowed instanceof RegExp ? allowed.test(String(one)) : allowed === one,
      ),
    );
  });
}

/** A property's name as it stands in HTML: `onClick` is `onclick`, `dataFoo` is `data-foo`. */
function attributeName(property: string): string {
  if (property === "className") return "class";
  if (property === "htmlFor") return "for";
  const isDashed = /^(?:data|aria)[A-Z]/.test(property);
  return property.replace(/[A-Z]/g, (letter) => (isDashed ? "-" : "") + letter.toLowerCase());
}
