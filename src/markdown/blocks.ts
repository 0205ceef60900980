import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import { type ContainerDirective, directiveFromMarkdown, type LeafDirective } from "mdast-util-directive";
import { directive } from "micromark-extension-directive";
import type { Processor } from "unified";
import type { Place } from "../model/diagnostic.ts";
import { nearestName } from "../model/suggest.ts";
import { isEnglish } from "../model/words.ts";
import { type Context, placeOf } from "./context.ts";
import {
  correctionDate,
  galleryContent,
  unclosedBlock,
  unknownBlock,
  unknownBlockKey,
  unreadBlock,
  videoAddress,
} from "./problems.ts";
import { type Shaped, shaped } from "./shaped.ts";

type Block = BlockContent | DefinitionContent;
type Directive = ContainerDirective | LeafDirective;

const KINDS: ReadonlyMap<string, "correction" | "gallery" | "video"> = new Map([
  ["更正", "correction"],
  ["correction", "correction"],
  ["图集", "gallery"],
  ["gallery", "gallery"],
  ["视频", "video"],
  ["video", "video"],
]);
const WAYS_TO_WRITE = [":::更正", ":::correction", ":::图集", ":::gallery", "::视频", "::video"];
const UNREAD =
  /(?:^|\n)([:：]{2,}[ \t\u3000]*(?:更正|图集|视频|correction|gallery|video)[^\n]*|[:：]{3,})[ \t]*(?=\n|$)/gi;

/** Registers `:::name` and `::name`. The inline form stays out: it would eat `9:30` and `比分3:2`. */
export function blockDirectives(this: Processor): void {
  const data = this.data();
  const { flow } = directive();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), flow === undefined ? {} : { flow }];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown({ verbose: true }),
  ];
}

/** What a `:::name` block becomes: one element, or its own content where the name is not known. */
export function shapeContainer(node: ContainerDirective, context: Context): RootContent[] {
  if (node.data?.position?.closing === undefined) {
    context.diagnostics.push(unclosedBlock(placeOf(context, node), node.name));
  }
  switch (KINDS.get(node.name.toLowerCase())) {
    case "correction":
      return [shapeCorrection(node, context)];
    case "gallery":
      return shapeGallery(node, context);
    case "video": {
      const { label, content } = splitLabel(node.children);
      return [...shapeVideo(node, label, context), ...content];
    }
    default:
      reportUnknown(node, ":::", context);
      return node.children;
  }
}

/** What a `::name` line becomes; one whose name is not known stays as it was typed. */
export function shapeLeaf(node: LeafDirective, context: Context): RootContent[] {
  if (KINDS.get(node.name.toLowerCase()) === "video") return shapeVideo(node, node.children, context);
  reportUnknown(node, "::", context);
  const { start, end } = node.position ?? {};
  const typed = context.source.slice(start?.offset, end?.offset);
  return [{ type: "paragraph", children: [{ type: "text", value: typed }] }];
}

/** Whether a block that was told as unread still waits for its closing line. */
export interface UnreadBlocks {
  isOpen: boolean;
}

/** Tells of lines in a paragraph that were meant as a block: full-width colons, a space before the name, a stray `:::`. The line that closes a told one is not told again. */
export function reportUnreadBlocks(paragraph: Paragraph, unread: UnreadBlocks, context: Context): void {
  for (const child of paragraph.children) {
    if (child.type !== "text" || !/[:：]{2}/.test(child.value)) continue;
    const { start, end } = child.position ?? {};
    const typed = context.source.slice(start?.offset, end?.offset).split("\n");
    let counted = 0;
    let linesAbove = 0;
    for (const { 1: line = "", index } of child.value.matchAll(UNREAD)) {
      linesAbove += child.value.slice(counted, index + 1).split("\n").length - 1;
      counted = index + 1;
      const isClosing = /^[:：]+$/.test(line);
      const isTold = isClosing && unread.isOpen;
      unread.isOpen = !isClosing && /^[:：]{3}/.test(line);
      if (isTold) continue;
      const before = typed[linesAbove]?.indexOf(line) ?? 0;
      context.diagnostics.push(unreadBlock(placeInText(child, linesAbove, before, context), line));
    }
  }
}

/** Where words stand in a text; before them in their line may stand an indent or the sign of a quote. */
function placeInText(text: Text, linesAbove: number, before: number, context: Context): Place {
  const { file, line, column = 1 } = placeOf(context, text);
  if (line === undefined) return { file };
  return { file, line: line + linesAbove, column: Math.max(0, before) + (linesAbove === 0 ? column : 1) };
}

function reportUnknown(node: Directive, colons: string, context: Context): void {
  const nearest = nearestName(colons + node.name, WAYS_TO_WRITE);
  context.diagnostics.push(unknownBlock(placeOf(context, node), node.name, nearest));
}

function shapeCorrection(node: ContainerDirective, context: Context): Shaped {
  const { date: written } = readKeys(node, { date: "date", 日期: "date" }, context);
  const { label, content } = splitLabel(node.children);
  const { language } = context.options;
  const heading: PhrasingContent[] = [text(isEnglish(language) ? "Correction" : "更正")];
  if (label.length > 0) heading.push(text(isEnglish(language) ? ": " : "："), ...label);
  const date = written === undefined ? undefined : readDay(written);
  if (date !== undefined) heading.push(text(" "), timeOf(date));
  else if (written !== undefined) {
    context.diagnostics.push(correctionDate(placeOf(context, node), written));
  }
  const title = shaped("p", { className: ["correction-label"] }, heading);
  return shaped("aside", { className: ["correction"] }, [title, ...content], node);
}

/** An inline node that knows its element: the tree has none for `<time>`. */
function timeOf(date: string): PhrasingContent {
  const data = { hName: "time", hProperties: { dateTime: date } };
  return { type: "emphasis", data, children: [text(date)] };
}

function readDay(written: string): string | undefined {
  const match = /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/.exec(written.trim());
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = new Date(`${iso}T00:00:00Z`);
  // A day that does not exist, such as 30 February, is moved or refused.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : undefined;
}

function shapeGallery(node: ContainerDirective, context: Context): RootContent[] {
  readKeys(node, {}, context);
  const { label, content } = splitLabel(node.children);
  const pictures: PhrasingContent[] = [];
  const others = content.flatMap((child) => takePictures(child, pictures));
  if (pictures.length === 0 || others.length > 0) {
    context.diagnostics.push(galleryContent(placeOf(context, node), pictures.length === 0));
  }
  if (pictures.length === 0) return others;
  // The last of an odd number has a row for itself. A style sheet would know it only once the whole list has come.
  const alone = pictures.length % 2 === 1 ? pictures.at(-1) : undefined;
  const items = pictures.map((picture) => {
    const properties: Shaped["data"]["hProperties"] = picture === alone ? { className: ["alone"] } : {};
    return shaped("li", properties, [{ type: "paragraph", children: [picture] }], picture);
  });
  const caption = label.length === 0 ? [] : [shaped("figcaption", {}, label)];
  return [
    shaped("figure", { className: ["gallery"] }, [shaped("ul", {}, items), ...caption], node),
    ...others,
  ];
}

/** Moves a block's pictures to the list; gives back what else it held. */
function takePictures(block: Block, pictures: PhrasingContent[]): Block[] {
  if (block.type === "list") {
    return block.children.flatMap((item) => item.children.flatMap((child) => takePictures(child, pictures)));
  }
  if (block.type !== "paragraph") return [block];
  const others = block.children.filter((child) => {
    if (isPicture(child)) pictures.push(child);
    return !isPicture(child);
  });
  const isBlank = others.every(
    (child) => child.type === "break" || (child.type === "text" && !child.value.trim()),
  );
  return isBlank ? [] : [{ ...block, children: others }];
}

function isPicture(node: PhrasingContent): boolean {
  const only = node.type === "link" && node.children.length === 1 ? node.children[0] : node;
  return only?.type === "image" || only?.type === "imageReference";
}

function shapeVideo(node: Directive, label: readonly PhrasingContent[], context: Context): Shaped[] {
  const keys = { src: "src", 地址: "src", title: "title", 标题: "title", poster: "poster", 封面: "poster" };
  const { src, title, poster } = readKeys(node, keys, context);
  if (src === undefined || src === "") {
    context.diagnostics.push(videoAddress(placeOf(context, node)));
    return [];
  }
  const caption = title || plainText(label) || (isEnglish(context.options.language) ? "Video" : "视频");
  const video = shaped("video", { src, title: caption, ...(poster ? { poster } : {}) }, [], node);
  return [
    shaped("figure", { className: ["video"] }, [video, shaped("figcaption", {}, [text(caption)])], node),
  ];
}

/** The values in the braces, by the one name of each; Chinese quotes around a value are taken off. */
function readKeys<Key extends string>(
  { attributes, name, position }: Directive,
  names: Readonly<Record<string, Key>>,
  context: Context,
): Partial<Record<Key, string>> {
  const values: Partial<Record<Key, string>> = {};
  for (const [written, value] of Object.entries(attributes ?? {})) {
    const key = Object.hasOwn(names, written) ? names[written] : undefined;
    if (key !== undefined) values[key] = (value ?? "").replace(/^[“”]|[“”]$/g, "");
    else context.diagnostics.push(unknownBlockKey(placeOf(context, { position }), written, name));
  }
  return values;
}

function splitLabel(children: readonly Block[]): { label: PhrasingContent[]; content: Block[] } {
  const [first, ...rest] = children;
  const isLabel = first?.type === "paragraph" && first.data !== undefined && "directiveLabel" in first.data;
  return isLabel ? { label: first.children, content: rest } : { label: [], content: [...children] };
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ("value" in node ? node.value : "children" in node ? plainText(node.children) : ""))
    .join("");
}

function text(value: string): Text {
  return { type: "text", value };
}
