import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { IndexFile } from "pagefind";
import { pagefindFailed, pagefindMissing } from "./problems.ts";
import type { SearchRecord } from "./records.ts";

/** Articles whose excerpts share a file: fewer files to publish, more bytes for a reader to fetch for one result. */
const ARTICLES_A_FILE = 4;

/**
 * Indexes records, in their order, in a process of Pagefind's that ends with the call, come what may. Same records, same
 * bytes. Throws an error of the machine where the process cannot be started or fails, or where `signal` ends it.
 */
export async function indexRecords(
  records: Iterable<SearchRecord>,
  count: number,
  language: string,
  signal?: AbortSignal,
): Promise<IndexFile[]> {
  const service = startService(signal);
  try {
    const maxFragments = Math.ceil(count / ARTICLES_A_FILE);
    const config = { force_language: language, max_fragments: maxFragments };
    const { index_id = 0 } = await service.ask({ type: "NewIndex", config });
    for (const { url, html } of records) {
      // One at a time: the order of the pages is the order of the answers.
      await service.ask({ type: "AddFile", index_id, url, file_contents: html });
    }
    const { files = [] } = await service.ask({ type: "GetFiles", index_id });
    return files.map(({ path, content }) => ({ path, content: Buffer.from(content, "base64") }));
  } finally {
    await service.end();
  }
}

/** A question to the service, as pagefind's types/internal.d.ts has them. Its package asks in the same way, but never learns that the process died. */
type Request =
  | { readonly type: "NewIndex"; readonly config: object }
  | {
      readonly type: "AddFile";
      readonly index_id: number;
      readonly url: string;
      readonly file_contents: string;
    }
  | { readonly type: "GetFiles"; readonly index_id: number };

interface Answer {
  readonly type: string;
  readonly message?: string;
  readonly index_id?: number;
  readonly files?: readonly { readonly path: string; readonly content: string }[];
}

interface Service {
  /** One question at a time. */
  readonly ask: (request: Request) => Promise<Answer>;
  readonly end: () => Promise<void>;
}

/** Starts the service. It ends by itself where its input ends, so not even a killed build leaves it behind. */
function startService(signal: AbortSignal | undefined): Service {
  const child = spawn(findProgram(), ["--service"], { windowsHide: true, signal });
  const kill = () => void child.kill();
  process.once("exit", kill);
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const died = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(pagefindFailed(error.message)));
    child.once("close", (code, signal) =>
      reject(pagefindFailed(`${signal ?? `exit ${code}`} ${Buffer.concat(said)}`.trim())),
    );
  });
  died.catch(() => {});
  child.stdin.on("error", () => {});
  const messages = readMessages(child);
  return {
    ask: async (request) => {
      child.stdin.write(
        `${Buffer.from(JSON.stringify({ message_id: 1, payload: request })).toString("base64")},`,
      );
      const { value } = await Promise.race([messages.next(), died]);
      // The output ends a moment before the process is known to have died.
      if (value === undefined) return died;
      const { payload } = JSON.parse(value) as { readonly payload: Answer };
      if (payload.type === "Error") throw pagefindFailed(payload.message ?? "");
      return payload;
    },
    end: async () => {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

/** The service's answers: base64, each ended by a comma. */
async function* readMessages({ stdout }: ChildProcessWithoutNullStreams): AsyncGenerator<string, undefined> {
  let parts: string[] = [];
  for await (const chunk of stdout.setEncoding("latin1")) {
    const [first = "", ...rest] = String(chunk).split(",");
    parts.push(first);
    for (const next of rest) {
      yield Buffer.from(parts.join(""), "base64").toString("utf8");
      parts = [next];
    }
  }
  return undefined;
}

/** The program comes in a package of its own for each kind of machine. */
function findProgram(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = process.platform === "win32" ? "pagefind_extended.exe" : "pagefind_extended";
  const { resolve } = createRequire(import.meta.url);
  try {
    return resolve(`@pagefind/${system}-${process.arch}/bin/${name}`);
  } catch {
    throw pagefindMissing(`${system}-${process.arch}`);
  }
}
