import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";

const readRaw = rehypeRaw();
const UNSEEN = new Set(["script", "style", "template", "title"]);

/** A page, or a fragment of one, as a browser's parser reads it. */
export function parseHtml(html: string): Root {
  const isPage = /^<!doctype/i.test(html);
  const tree: Root = {
    type: "root",
    children: [...(isPage ? [{ type: "doctype" } as const] : []), { type: "raw", value: html } as never],
  };
  return readRaw(tree, undefined as never) as Root;
}

/** An element with the elements around it, the nearest last. */
export interface Found {
  readonly element: Element;
  readonly around: readonly Element[];
}

/** The elements in a tree that a test accepts, in the order of the text. */
export function find(tree: Nodes, accepts: (element: Element) => boolean): Found[] {
  const found: Found[] = [];
  const walk = (node: Nodes, around: readonly Element[]) => {
    if (node.type === "element" && accepts(node)) found.push({ element: node, around });
    if (!("children" in node)) return;
    const within = node.type === "element" ? [...around, node] : around;
    for (const child of node.children) walk(child, within);
  };
  walk(tree, []);
  return found;
}

/** Those of some names: `findAll(page, "h1", "h2")`. */
export function findAll(tree: Nodes, ...names: readonly string[]): Element[] {
  return find(tree, ({ tagName }) => names.includes(tagName)).map(({ element }) => element);
}

export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

/** An attribute as text; undefined where it is absent. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** The text that stands in a node, spaces trimmed; what is never shown has none. */
export function textOf(tree: Nodes): string {
  return shownText(tree).trim();
}

function shownText(node: Nodes): string {
  if (node.type === "text") return node.value;
  const isUnseen = node.type === "element" && UNSEEN.has(node.tagName);
  return "children" in node && !isUnseen ? node.children.map(shownText).join("") : "";
}

/** The content of a `<meta>` by its name or property. */
export function metaContent(page: Nodes, name: string): string | undefined {
  const [meta] = find(
    page,
    ({ tagName, properties }) =>
      tagName === "meta" && (properties.name === name || properties.property === name),
  );
  return meta && attribute(meta.element, "content");
}

/** The address of a `<link>` by its relation. */
export function linkHref(page: Nodes, rel: string): string | undefined {
  const [link] = find(page, (element) => element.tagName === "link" && attribute(element, "rel") === rel);
  return link && attribute(link.element, "href");
}
