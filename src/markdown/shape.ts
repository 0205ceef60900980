import type {
  Definition,
  FootnoteDefinition,
  Html,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { reportUnreadBlocks, shapeContainer, shapeLeaf, type UnreadBlocks } from "./blocks.ts";
import { type Context, placeOf } from "./context.ts";
import { reportDefinitions } from "./definitions.ts";
import { reportLostNotes } from "./footnotes.ts";
import { dropIndent, splitAtIndents } from "./indentation.ts";
import { DEEPEST, makeTagGauge } from "./limits.ts";
import { reportLostCells } from "./lostCells.ts";
import { missingAlt } from "./problems.ts";
import { joinSoftBreaks } from "./softBreaks.ts";
import { hasStrayMarks, withoutStrayMarks } from "./strayMarks.ts";
import { reportUnclosedCode, unclosedRawReporter } from "./unclosed.ts";
import { reportUnreadMarks } from "./unreadMarks.ts";
import { splitAtWordTags } from "./wordTags.ts";

/** What one walk over the Markdown tree learned. */
export interface Shape {
  /** Raw HTML stands in the text, so it must be parsed as HTML. */
  readonly hasRaw: boolean;
  /** A heading stands in the text, raw HTML aside. */
  readonly hasHeading: boolean;
  /** The text uses the page's own heading level, so all its headings go one down. */
  readonly hasTopHeading: boolean;
  /** The first node that stands deeper than allowed; the tree is then half shaped and of no use. */
  readonly tooDeep?: Nodes;
}

interface Walk {
  readonly context: Context;
  readonly hasStrayMarks: boolean;
  readonly isTagTooDeep: (markup: string) => boolean;
  readonly reportUnclosedRaw: (node: Html) => void;
  readonly notes: FootnoteDefinition[];
  readonly calledNotes: Set<string>;
  readonly definitions: Definition[];
  readonly calledDefinitions: Set<string>;
  readonly unread: UnreadBlocks;
  hasRaw: boolean;
  hasHeading: boolean;
  hasTopHeading: boolean;
  tooDeep?: Nodes;
}

/** Gives the tree the shape that Chinese writers mean: indents, line breaks, blocks. Changes the tree in place, in one walk. */
export function shapeTree(tree: Root, context: Context): Shape {
  const walk: Walk = {
    context,
    hasStrayMarks: hasStrayMarks(context.source),
    isTagTooDeep: makeTagGauge(),
    reportUnclosedRaw: unclosedRawReporter(context),
    notes: [],
    calledNotes: new Set(),
    definitions: [],
    calledDefinitions: new Set(),
    unread: { isOpen: false },
    hasRaw: false,
    hasHeading: false,
    hasTopHeading: false,
  };
  shapeChildren(tree, walk, 0);
  reportLostNotes(walk.notes, walk.calledNotes, context);
  reportDefinitions(walk.definitions, walk.calledDefinitions, context);
  return walk;
}

function shapeChildren(parent: Parents, walk: Walk, depth: number): void {
  if (depth > DEEPEST) {
    walk.tooDeep ??= parent;
    return;
  }
  const children: Nodes[] = [];
  for (const child of parent.children) children.push(...shapeNode(child, parent, walk, depth));
  // Every rule below replaces a node by nodes that may stand in its place.
  parent.children = children as typeof parent.children;
}

function shapeNode(node: RootContent, parent: Parents, walk: Walk, depth: number): RootContent[] {
  const { context } = walk;
  switch (node.type) {
    case "containerDirective":
      shapeChildren(node, walk, depth + 1);
      return shapeContainer(node, context);
    case "leafDirective":
      shapeChildren(node, walk, depth + 1);
      return shapeLeaf(node, context);
    case "paragraph":
      return shapeParagraph(node, parent, walk, depth);
    case "heading":
      walk.hasHeading = true;
      walk.hasTopHeading ||= node.depth === 1;
      shapeChildren(node, walk, depth);
      joinSoftBreaks(node.children);
      return [node];
    case "html":
      walk.reportUnclosedRaw(node);
      noteRaw(node, walk);
      return [node];
    case "text":
      if (walk.hasStrayMarks) node.value = withoutStrayMarks(node.value);
      return node.value === ""
        ? []
        : splitAtWordTags(node, context).map((piece) => {
            if (piece.type === "html") noteRaw(piece, walk);
            return piece;
          });
    case "code":
      reportUnclosedCode(node, context);
      return [node];
    case "table":
      reportLostCells(node, context);
      shapeChildren(node, walk, depth);
      return [node];
    case "footnoteReference":
      walk.calledNotes.add(node.identifier);
      return [node];
    case "footnoteDefinition":
      walk.notes.push(node);
      shapeChildren(node, walk, depth + 1);
      return [node];
    case "definition":
      walk.definitions.push(node);
      return [node];
    case "linkReference":
      walk.calledDefinitions.add(node.identifier);
      shapeChildren(node, walk, depth + 1);
      return [node];
    case "imageReference":
      walk.calledDefinitions.add(node.identifier);
      noteAlt(node, walk);
      return [node];
    case "image":
      if (walk.hasStrayMarks && node.title) node.title = withoutStrayMarks(node.title);
      noteAlt(node, walk);
      return [node];
    default:
      if ("children" in node) shapeChildren(node, walk, isLevel(node) ? depth + 1 : depth);
      return [node];
  }
}

function shapeParagraph(paragraph: Paragraph, parent: Parents, walk: Walk, depth: number): Paragraph[] {
  shapeChildren(paragraph, walk, depth);
  reportUnreadBlocks(paragraph, walk.unread, walk.context);
  reportUnreadMarks(paragraph, walk.context);
  // A tight list item prints its paragraphs without their tags, so two of them would run together.
  const paragraphs = parent.type === "listItem" ? dropIndent(paragraph) : splitAtIndents(paragraph);
  for (const { children } of paragraphs) joinSoftBreaks(children);
  return paragraphs;
}

function noteRaw(node: Html, walk: Walk): void {
  walk.hasRaw = true;
  walk.hasTopHeading ||= /<h1[\s>/]/i.test(node.value);
  if (walk.isTagTooDeep(node.value)) walk.tooDeep ??= node;
}

function noteAlt(
  image: Extract<PhrasingContent, { type: "image" | "imageReference" }>,
  { context, hasStrayMarks }: Walk,
): void {
  if (hasStrayMarks && image.alt) image.alt = withoutStrayMarks(image.alt);
  if (image.alt?.trim()) return;
  const name = image.type === "image" ? image.url : image.identifier;
  context.diagnostics.push(missingAlt(placeOf(context, image), name));
}

/** Tables, rows and lists add no level of their own: their cells and items do. */
function isLevel(node: RootContent): boolean {
  return node.type !== "list" && node.type !== "tableRow";
}
