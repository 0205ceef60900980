import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { PACKAGE } from "../model/package.ts";
import type { Page } from "../model/page.ts";
import type { Trace } from "../model/trace.ts";
import type { OutputFile, StagedBytes } from "../output/stage.ts";
import { type BodyStore, pickBodies } from "./bodyStore.ts";
import { CAN_USE_WORKERS } from "./canUseWorkers.ts";
import { batchPrinter, type PrintBatch, type PrintSetup } from "./printBatch.ts";
import { openBodies } from "./recoverBodies.ts";
import { openThreads } from "./threads.ts";

/** So many pages are printed here sooner than threads start. */
const FEW = 768;
const BATCH = 48;
/** Far more than a batch needs; without a limit, a thread leaves what it no longer needs lying about. */
const MEMORY_MIB = 512;
/** Batches for each thread that are planned ahead: a large site's pages are never all in memory. */
const AHEAD = 3;

/** How pages are printed. */
export interface PrintOrder {
  readonly setup: PrintSetup;
  readonly bodies: BodyStore;
  /** With one, the pages are printed in this thread. */
  readonly threads: number;
}

/** A page that is to be printed, with what it is made from. */
export interface StalePage {
  readonly page: Page;
  readonly trace: Trace;
}

/** A printed page, whose bytes wait beside the published site. */
export interface PrintedPage {
  readonly file: OutputFile;
  readonly bytes: StagedBytes;
}

/** Prints pages while they are planned, in worker threads where there are many. They come back in the order of the plan. */
export async function printPages(stale: Iterable<StalePage>, order: PrintOrder): Promise<PrintedPage[]> {
  const sent: { readonly files: readonly OutputFile[]; readonly printed: Promise<readonly StagedBytes[]> }[] =
    [];
  const waiting: StalePage[] = [];
  let press: Press | undefined;
  const send = (to: Press) => {
    const items = waiting.splice(0, BATCH);
    const pages = items.map(({ page }) => page);
    const bodies = pickBodies(order.bodies, pages.flatMap(bodiesIn));
    const files = items.map(({ page: { route, wave }, trace }) => ({ route, wave, trace }));
    sent.push({ files, printed: to.print({ pages, bodies, number: sent.length }) });
  };
  try {
    for (const item of stale) {
      waiting.push(item);
      if (waiting.length < (press === undefined ? FEW : BATCH)) continue;
      press ??= await openPress(order);
      while (waiting.length >= BATCH) send(press);
      await press.room();
    }
    press ??= pressHere(order);
    while (waiting.length > 0) send(press);
    return (await Promise.all(sent.map(pairUp))).flat();
  } finally {
    await press?.close();
  }
}

async function pairUp(batch: {
  readonly files: readonly OutputFile[];
  readonly printed: Promise<readonly StagedBytes[]>;
}): Promise<PrintedPage[]> {
  const printed = await batch.printed;
  return printed.flatMap((bytes, index) => {
    const file = batch.files[index];
    return file === undefined ? [] : [{ file, bytes }];
  });
}

/** Where batches are printed. */
interface Press {
  readonly print: (batch: PrintBatch) => Promise<StagedBytes[]>;
  /** Waits until more may be planned. */
  readonly room: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openPress(order: PrintOrder): Promise<Press> {
  return order.threads > 1 && CAN_USE_WORKERS ? pressInThreads(order) : pressHere(order);
}

function pressHere({ setup, bodies }: PrintOrder): Press {
  const found = openBodies(bodies);
  const printBatch = batchPrinter(setup, () => found);
  return {
    print: async (batch) => printBatch(batch).map((bytes, index) => bytes ?? failure(batch.pages[index])),
    room: async () => {},
    close: async () => {},
  };
}

function failure(page: Page | undefined): never {
  throw new Error(`the body of ${page?.route} is not to be found`);
}

async function pressInThreads(order: PrintOrder): Promise<Press> {
  const { setup, threads } = order;
  const filename = join(PACKAGE, "lib/workers/printWorker.js");
  const pool = await openThreads<PrintBatch, (StagedBytes | undefined)[]>({
    filename,
    name: "print",
    threads,
    workerData: setup,
    memoryMiB: MEMORY_MIB,
    tasksAtOnce: 2,
  });
  let here: Press | undefined;
  const printBatch = async (batch: PrintBatch): Promise<StagedBytes[]> => {
    const printed = await pool.run(batch);
    if (printed.every((bytes) => bytes !== undefined)) return printed;
    // The cache has lost a body, which is made again here.
    here ??= pressHere(order);
    return here.print(batch);
  };
  const running = new Set<Promise<unknown>>();
  return {
    print: (batch) => {
      const printed = printBatch(batch);
      const settle = () => running.delete(printed);
      running.add(printed);
      // A failure is met where the batch is waited for.
      printed.then(settle, settle);
      return printed;
    },
    room: async () => {
      await breathe();
      while (running.size >= threads * AHEAD) await Promise.race(running).catch(() => {});
    },
    close: pool.close,
  };
}

function bodiesIn(page: Page): string[] {
  switch (page.kind) {
    case "template":
      return page.body === undefined ? [] : [page.body.hash];
    case "feed":
      return page.feed.entries.map(({ body }) => body.hash);
    case "text":
      return [];
  }
}
