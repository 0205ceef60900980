import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { renderMarkdown } from "../../src/markdown/processor.ts";
import { fillSlots } from "../../src/markdown/slots.ts";
import type { Reference, Slot } from "../../src/model/article.ts";

const parser = unified().use(rehypeRaw).freeze();
const printer = unified().use(rehypeStringify).freeze();

/** What we make of an example, with everything undone that we do to every text alike. */
export function ours(markdown: string): string {
  const { html, references } = renderMarkdown(markdown, {
    file: "example.md",
    firstLine: 1,
    mediaHosts: [],
    origin: "https://site.invalid",
    basePath: "",
    language: "en",
  });
  return normalise(fillSlots(html, references.map(slotOf)), false);
}

/** The specification's HTML in the same form. */
export function theirs(html: string): string {
  // A line end after the last tag would make the parser open unclosed tags again.
  return normalise(html.trimEnd(), /<h1>/.test(html));
}

function slotOf({ kind, target }: Reference): Slot {
  if (kind === "link") return { kind, href: target };
  return kind === "picture" ? { kind, src: target, lazy: true } : { kind, src: target };
}

function normalise(html: string, isShifted: boolean): string {
  const raw = { type: "raw", value: html } as unknown as RootContent;
  const tree = parser.runSync({ type: "root", children: [raw] }) as Root;
  tree.children = tree.children.flatMap((node) => (node.type === "doctype" ? [] : undo(node, isShifted)));
  return printer.stringify(dropBlanks(tree)).trim();
}

/** The differences that every text has: each line undoes one. */
function undo(node: ElementContent, isShifted: boolean): ElementContent[] {
  if (node.type !== "element") return [node];
  const children = node.children.flatMap((child) => undo(child, isShifted));
  const { href, src, alt, title, align, className, type, checked, start, disabled, ...others } =
    node.properties;
  const kept = { alt, title, type, checked, start, disabled };
  const classes = Array.isArray(className) ? className : [];
  const { tagName } = node;
  // A table stands in a box that scrolls.
  if (classes.includes("table-scroll")) return children;
  // A cell's alignment is a class.
  const aligned = classes.find((name) => String(name).startsWith("align-"));
  const cell = { align: align ?? (aligned === undefined ? undefined : String(aligned).slice(6)) };
  // The page's own heading is the only h1.
  const level = isShifted && /^h[1-5]$/.test(tagName) ? `h${Number(tagName.slice(1)) + 1}` : tagName;
  // Internal addresses are kept decoded; links out carry rel, pictures loading and decoding, headings ids, tasks labels.
  const properties = {
    href: decode(href),
    src: decode(src),
    ...kept,
    ...cell,
    ...language(tagName, classes),
  };
  const known = /^(?:rel|loading|decoding|id|ariaLabel|scope|tabIndex|role)$/;
  const unknown = Object.fromEntries(Object.entries(others).filter(([name]) => !known.test(name)));
  const element: Element = {
    type: "element",
    tagName: level,
    properties: { ...properties, ...unknown },
    children,
  };
  return tagName === "figure" ? undoFigure(element) : [element];
}

/** A picture alone in its paragraph is a figure, and its title the caption. */
function undoFigure(figure: Element): ElementContent[] {
  const [only, caption] = figure.children.filter((child) => child.type === "element");
  const image = only?.tagName === "a" ? only.children[0] : only;
  const text = caption?.children[0];
  if (image?.type === "element" && text?.type === "text") image.properties.title = text.value;
  return [{ ...figure, tagName: "p", children: only === undefined ? figure.children : [only] }];
}

function language(tagName: string, classes: readonly (string | number)[]): Element["properties"] {
  return tagName === "code" && classes.length > 0 ? { className: classes.map(String) } : {};
}

function decode(address: Element["properties"][string]): string | undefined {
  if (address === undefined) return undefined;
  try {
    return decodeURIComponent(String(address));
  } catch {
    return String(address);
  }
}

/** Line ends between blocks carry no meaning, nor does the order of attributes. */
function dropBlanks(tree: Root): Root {
  const clean = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === "text")
        return /^\n+$/.test(node.value) ? [] : [{ ...node, value: node.value.replace(/^\n|\n$/g, "") }];
      if (node.type !== "element" || node.tagName === "pre") return [node];
      const entries = Object.entries(node.properties).sort(([a], [b]) => (a < b ? -1 : 1));
      return [{ ...node, properties: Object.fromEntries(entries), children: clean(node.children) }];
    });
  return { ...tree, children: clean(tree.children as ElementContent[]) };
}
