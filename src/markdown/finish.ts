import type { Element, ElementContent, Root } from "hast";
import type { Context, Finish } from "./context.ts";
import { claimId, finishHeading, pointFragments } from "./headings.ts";
import { finishParagraph, finishPicture } from "./images.ts";
import { finishLink } from "./links.ts";
import { finishCell, finishCheckbox, finishTable } from "./tables.ts";
import { finishVideo, finishVideoFigure } from "./videos.ts";

type Rule = (element: Element, finish: Finish) => ElementContent[];

const RULES: Readonly<Record<string, Rule>> = {
  a: finishLink,
  figure: finishVideoFigure,
  h1: finishHeading,
  h2: finishHeading,
  h3: finishHeading,
  h4: finishHeading,
  h5: finishHeading,
  h6: finishHeading,
  img: finishPicture,
  input: finishCheckbox,
  p: finishParagraph,
  table: finishTable,
  td: finishCell,
  th: finishCell,
  video: finishVideo,
};

/** Turns sanitized elements into those of our pages, innermost first: slots, figures, scrolling tables, heading levels, ids. Changes the tree in place, in one walk. */
export function finishTree(tree: Root, context: Context, hasTopHeading: boolean): void {
  const finish: Finish = { context, hasTopHeading, anchors: new Set(), fragmentLinks: [] };
  const children: Root["children"] = [];
  for (const node of tree.children) {
    if (node.type === "element") children.push(...finishElement(node, finish));
    else children.push(node);
  }
  tree.children = children;
  pointFragments(finish);
}

function finishElement(element: Element, finish: Finish): ElementContent[] {
  const children: ElementContent[] = [];
  for (const child of element.children) {
    if (child.type === "element") children.push(...finishElement(child, finish));
    else children.push(child);
  }
  element.children = children;
  claimId(element, finish);
  return RULES[element.tagName]?.(element, finish) ?? [element];
}
