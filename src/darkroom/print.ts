import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { CLEANING, cleanPhoto } from "../assets/clean.ts";
import { developPicture } from "../assets/develop.ts";
import { loadFace } from "../assets/font.ts";
import { drawCard } from "../assets/socialCard.ts";
import { drawingText } from "../assets/survey.ts";
import type { PictureStore } from "../cache/pictures.ts";
import type { Route } from "../model/route.ts";
import { makeTrace } from "../model/trace.ts";
import { keepFile, type Stage, stageFile } from "../output/stage.ts";
import { changedWhileRead, stageCopy } from "../output/stageCopy.ts";
import type { PreparedCard } from "./cards.ts";
import type { PreparedFile } from "./files.ts";
import { inOrder } from "./inOrder.ts";
import type { Negatives } from "./prepare.ts";

/** Told how many of the pictures that have to be made are done. */
export type OnPicture = (done: number, total: number) => void;

/** How pictures are printed. */
export interface PicturePlan {
  /** Whether what was made from the same things stays as it is published. */
  readonly keepFresh: boolean;
  readonly verify: boolean;
  /** Where pictures that were made once are kept; absent: all are made. */
  readonly store?: PictureStore;
  readonly onPicture?: OnPicture;
}

/** Files of the site that are made together, of one original. */
interface Print {
  readonly outputs: readonly Output[];
  /** The bytes of some of the outputs, in their order. */
  readonly make: (outputs: readonly Output[]) => Promise<Buffer[]>;
  /** Whether making them costs so much that they are kept. */
  readonly isCostly: boolean;
}

interface Output {
  readonly route: Route;
  /** Stands for all that the bytes depend on. */
  readonly whole: string;
}

/** Originals developed at a time. Each is decoded whole, on the decoders' own threads. */
const AT_ONCE = 2;

/** Adds the edition's pictures and attachments to the stage. What is published or kept is not made again, nor is its original read. */
export async function printPictures(
  { files, cards }: Negatives,
  stage: Stage,
  { keepFresh, verify, store, onPicture }: PicturePlan,
): Promise<void> {
  for (const file of files.filter(isCopied)) printCopy(file, stage, { keepFresh, verify });
  const seen = new Set<Route>();
  const isDue = ({ route, whole }: Output) => {
    // One picture that lies beside two articles has one name, made of its bytes.
    if (seen.has(route)) return false;
    seen.add(route);
    return !(keepFresh && keepFile(stage, { route, wave: "asset" }, whole, { verify }));
  };
  const made = files.filter((file) => !isCopied(file));
  const prints = [...made.flatMap(printsOf), ...cards.map(printOfCard)];
  const due = prints
    .map((print) => ({ ...print, outputs: print.outputs.filter(isDue) }))
    .filter(({ outputs }) => outputs.length > 0);
  let done = 0;
  await inOrder(
    due,
    AT_ONCE,
    (print) => develop(print, store),
    (bytes, { outputs }) => {
      for (const [n, { route, whole }] of outputs.entries()) {
        const trace = makeTrace(whole, [["bytes", whole]]);
        stageFile(stage, { route, wave: "asset", trace }, bytes[n] ?? Buffer.alloc(0));
      }
      onPicture?.(++done, due.length);
    },
  );
  const costly = prints.filter(({ isCostly }) => isCostly);
  store?.settle(costly.flatMap(({ outputs }) => outputs.map(({ whole }) => whole)));
}

/** An attachment beside a text is published as it is. */
function isCopied({ survey, isPublished }: PreparedFile): boolean {
  return isPublished && survey.kind === "attachment";
}

/** One that lies beside two articles has one name, made of its bytes. */
function printCopy(
  { route, onDisk, survey }: PreparedFile,
  stage: Stage,
  plan: Pick<PicturePlan, "keepFresh" | "verify">,
): void {
  if (stage.files.has(route)) return;
  const learned = hashIn(survey);
  const isStill = (hash: string) => hash === learned;
  stageCopy(stage, { route, onDisk, whole: `copied ${learned}`, isStill }, plan);
}

function hashIn(survey: PreparedFile["survey"]): string {
  return "hash" in survey ? survey.hash : "";
}

/** The pictures of an edition by their routes, each made when it is asked for. */
export function pictureReaders(
  { files, cards }: Negatives,
  store: PictureStore | undefined,
): ReadonlyMap<string, () => Promise<Uint8Array>> {
  const prints = [...files.flatMap(printsOf), ...cards.map(printOfCard)];
  return new Map(
    prints.flatMap((print) =>
      print.outputs.map((output) => {
        const make = async () =>
          (await develop({ ...print, outputs: [output] }, store))[0] ?? Buffer.alloc(0);
        return [String(output.route), make] as const;
      }),
    ),
  );
}

async function develop(print: Print, store: PictureStore | undefined): Promise<Buffer[]> {
  if (!print.isCostly || store === undefined) return print.make(print.outputs);
  const found = print.outputs.map(({ whole }) => store.find(whole));
  const missing = print.outputs.filter((_, n) => found[n] === undefined);
  if (missing.length === 0) return found.filter((bytes) => bytes !== undefined);
  const made = await print.make(missing);
  for (const [n, { whole }] of missing.entries()) store.keep(whole, made[n] ?? Buffer.alloc(0));
  return found.map((bytes) => bytes ?? made.shift() ?? Buffer.alloc(0));
}

function printsOf(file: PreparedFile): Print[] {
  return [
    ...(file.renditions === undefined ? [] : [printOfRenditions(file, file.renditions)]),
    ...(file.isPublished ? [printOfOriginal(file)] : []),
  ];
}

function printOfRenditions(
  file: PreparedFile,
  { plain, webp }: NonNullable<PreparedFile["renditions"]>,
): Print {
  const renditions = [...plain, ...webp];
  return {
    isCostly: true,
    outputs: renditions.map(({ route }) => ({ route, whole: route })),
    make: (outputs) => {
      const wanted = new Set(outputs.map(({ route }) => route));
      const { survey } = file;
      const facts = survey.kind === "photo" ? survey : {};
      return developPicture(
        readOriginal(file),
        facts,
        renditions.filter(({ route }) => wanted.has(route)),
      );
    },
  };
}

function printOfOriginal(file: PreparedFile): Print {
  const { survey, route } = file;
  const make = async () => {
    const bytes = readOriginal(file);
    switch (survey.kind) {
      case "photo":
        return [await cleanPhoto(bytes, survey)];
      case "drawing":
        return [Buffer.from(drawingText(bytes))];
      default:
        return [bytes];
    }
  };
  return { isCostly: false, outputs: [{ route, whole: `cleaned ${CLEANING} ${hashIn(survey)}` }], make };
}

function printOfCard({ route, text }: PreparedCard): Print {
  const make = async () => [await drawCard(text, await loadFace())];
  return { isCostly: true, outputs: [{ route, whole: route }], make };
}

/** Reads the bytes that were surveyed. Throws where the file has changed since: what would be made of it has another name. */
function readOriginal({ onDisk, survey }: PreparedFile): Buffer {
  const bytes = readFileSync(onDisk);
  const content = survey.kind === "drawing" ? drawingText(bytes) : bytes;
  const hash = createHash("sha256").update(content).digest("hex");
  if (hashIn(survey) !== hash) throw changedWhileRead(onDisk);
  return bytes;
}
