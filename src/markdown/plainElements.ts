import type { Element, ElementContent, Root as Elements, Properties, Text } from "hast";
import type { BlockContent, DefinitionContent, Image, Link, Nodes, Root } from "mdast";

/** The elements of a tree that the plain reader made: what the whole bridge and the sanitizer would make of it, without their rules for anything else. */
export function plainElements(tree: Root): Elements {
  return { type: "root", children: onLines(tree.children.map(toElement)) };
}

function toElement(node: Nodes): Element | Text {
  switch (node.type) {
    case "text":
      return { type: "text", value: node.value };
    case "paragraph":
      return element("p", node.children.map(toElement));
    case "heading":
      return element(`h${node.depth}`, node.children.map(toElement));
    case "strong":
      return element("strong", node.children.map(toElement));
    case "link":
      return placed(element("a", node.children.map(toElement), { href: node.url, ...titled(node) }), node);
    case "image":
      return placed(element("img", [], { src: node.url, alt: node.alt ?? "", ...titled(node) }), node);
    case "list": {
      const items = onLines(node.children.map(toElement));
      const start = typeof node.start === "number" && node.start !== 1 ? { start: node.start } : {};
      return element(node.ordered ? "ol" : "ul", [LINE_END, ...items, LINE_END], start);
    }
    case "listItem":
      return element("li", node.children.flatMap(inlineOf));
    default:
      throw new Error(`the plain reader makes no ${node.type}`);
  }
}

/** An item's one paragraph prints without its tags. */
function inlineOf(node: BlockContent | DefinitionContent): (Element | Text)[] {
  return node.type === "paragraph" ? node.children.map(toElement) : [toElement(node)];
}

const LINE_END: Text = { type: "text", value: "\n" };

function onLines(elements: readonly (Element | Text)[]): (Element | Text)[] {
  return elements.flatMap((child, index) => (index === 0 ? [child] : [LINE_END, child]));
}

function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: "element", tagName, properties, children };
}

function titled({ title }: Link | Image): Properties {
  return typeof title === "string" ? { title } : {};
}

/** The address in it is reported by its place. */
function placed(element: Element, { position }: Link | Image): Element {
  return { ...element, position };
}
