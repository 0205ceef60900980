import { createHash } from "node:crypto";
import { type Route, toRoute } from "../model/route.ts";
import { CARD_SIZE, type CardText } from "./cardText.ts";
import { type Face, faceVersion } from "./font.ts";
import { breakLines } from "./lines.ts";
import { loadSharp, SHARP_VERSION } from "./sharp.ts";

/** Change it with anything below that changes what is drawn. */
const DESIGN = 1;

/** Makes the function that tells where a card is published: its name holds all that its bytes depend on. */
export function cardRoutes(): (text: CardText) => Route {
  const tools = `${DESIGN}\0${faceVersion()}\0${SHARP_VERSION}`;
  return ({ title, kicker = "", site }) => {
    const hash = createHash("sha256").update([tools, title, kicker, site].join("\0")).digest("hex");
    return toRoute(`assets/social/${hash.slice(0, 16)}.png`);
  };
}

/** The characters of a card that the face lacks, each once. */
export function missingCharacters({ title, kicker = "", site }: CardText, face: Face): string {
  const all = new Set(title + kicker + site);
  return [...all]
    .filter((character) => !/\s|\p{Cf}|\p{Mn}/u.test(character) && !face.has(character))
    .join("");
}

/** Draws a card as PNG. */
export async function drawCard(text: CardText, face: Face): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(cardSvg(text, face)))
    .flatten({ background: PAPER })
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
}

const PAPER = "#fffefb";
const INK = "#211e1a";
const RED = "#b3261e";
const LEFT = 96;
const MEASURE = CARD_SIZE.width - 2 * LEFT;
const TITLE_MIDDLE = 330;
/** Type sizes, and how many lines of each find room: the first that holds the title is taken. */
const SETTINGS = [
  { size: 168, lines: 1 },
  { size: 104, lines: 2 },
  { size: 84, lines: 3 },
  { size: 64, lines: 4 },
];

function cardSvg({ title, kicker, site }: CardText, face: Face): string {
  const { size, lines } = setTitle(title, face);
  const leading = size * 1.28;
  // The middle of a Han character lies 0.38 of its size above the baseline.
  const first = TITLE_MIDDLE + size * 0.38 - ((lines.length - 1) * leading) / 2;
  const shapes = [
    rectangle(0, 0, 32, CARD_SIZE.height, RED),
    rectangle(LEFT, 530, MEASURE, 3, RED),
    ...(kicker === undefined ? [] : [textPath(kicker, LEFT, 130, 44, RED, face)]),
    ...lines.map((line, n) => textPath(line, LEFT, first + n * leading, size, INK, face)),
    textPath(oneLine(site, 40, face), LEFT, 588, 40, INK, face),
  ];
  const { width, height } = CARD_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
}

function setTitle(title: string, face: Face): { readonly size: number; readonly lines: readonly string[] } {
  const broken = SETTINGS.map(({ size, lines: room }) => ({
    size,
    room,
    lines: breakLines(title, MEASURE / size, face.advance),
  }));
  const found = broken.find(({ lines, room }) => lines.length <= room);
  if (found !== undefined) return found;
  const { size, lines, room } = broken.at(-1) ?? { size: 64, lines: [title], room: 4 };
  const shown = lines.slice(0, room);
  return { size, lines: [...shown.slice(0, -1), `${[...(shown.at(-1) ?? "")].slice(0, -1).join("")}…`] };
}

/** The beginning of a text that fits on one line. */
function oneLine(text: string, size: number, face: Face): string {
  return breakLines(text, MEASURE / size, face.advance)[0] ?? "";
}

function textPath(text: string, x: number, y: number, size: number, colour: string, face: Face): string {
  let at = x;
  const outlines = [...text].map((character) => {
    const outline = face.outline(character, at, y, size);
    at += face.advance(character) * size;
    return outline;
  });
  return `<path fill="${colour}" d="${outlines.join("")}"/>`;
}

function rectangle(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}
