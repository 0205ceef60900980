import { createRequire, syncBuiltinESMExports } from "node:module";

const disk = createRequire(import.meta.url)("node:fs") as Record<string, (...given: unknown[]) => unknown>;

const CALLS = [
  ...[
    "readFileSync",
    "writeFileSync",
    "openSync",
    "chmodSync",
    "mkdirSync",
    "renameSync",
    "rmSync",
    "rmdirSync",
  ],
  ...[
    "readdirSync",
    "statSync",
    "lstatSync",
    "realpathSync",
    "linkSync",
    "writeSync",
    "fsyncSync",
    "readSync",
  ],
];
const PROMISED = ["readFile", "readdir", "realpath", "stat", "lstat"];

/** Which call fails, counted from 1, and with which code; `forGood`: all after it too, as on a full disk. */
export interface Fault {
  readonly at: number;
  readonly code: string;
  readonly forGood?: boolean;
}

/** Runs something while calls to the file system below `root` are counted, and one of them fails. Returns how many there were, too. */
export async function withFault<T>(
  root: string,
  { at, code, forGood = false }: Fault,
  run: () => Promise<T>,
): Promise<{
  readonly calls: number;
  readonly result: T | undefined;
  readonly error: NodeJS.ErrnoException | undefined;
}> {
  let calls = 0;
  const descriptors = new Set<unknown>();
  const isOurs = (first: unknown) =>
    typeof first === "number" ? descriptors.has(first) : String(first).startsWith(root);
  const failing = (name: string, original: (...given: unknown[]) => unknown) =>
    Object.assign((...given: unknown[]) => {
      const ours = isOurs(given[0]);
      if (ours && (++calls === at || (forGood && calls > at))) throw failure(code, name, given[0]);
      const result = original(...given);
      // A number that was ours may be another file's next time.
      if (name === "openSync") descriptors[ours ? "add" : "delete"](result);
      return result;
    }, original);
  const promises = disk.promises as unknown as typeof disk;
  const before = new Map(CALLS.map((name) => [name, disk[name]] as const));
  const promised = new Map(PROMISED.map((name) => [name, promises[name]] as const));
  const put = (make: (name: string, original: (typeof disk)[string]) => (typeof disk)[string]) => {
    for (const [name, original] of before) if (original !== undefined) disk[name] = make(name, original);
    for (const [name, original] of promised)
      if (original !== undefined)
        promises[name] = async (...given: unknown[]) => make(name, original)(...given);
    syncBuiltinESMExports();
  };
  put(failing);
  try {
    return { result: await run(), error: undefined, calls };
  } catch (error) {
    return { result: undefined, error: error as NodeJS.ErrnoException, calls };
  } finally {
    for (const [name, original] of before) if (original !== undefined) disk[name] = original;
    for (const [name, original] of promised) if (original !== undefined) promises[name] = original;
    syncBuiltinESMExports();
  }
}

/** Runs something while just before the `at`-th reading of a file, counted from 1, something else happens. Returns how often the file was read, too. */
export async function withSurprise<T>(
  file: string,
  at: number,
  surprise: () => void,
  run: () => Promise<T>,
): Promise<{ readonly readings: number; readonly result: T }> {
  const original = disk.readFileSync;
  let readings = 0;
  const surprising = (...given: unknown[]) => {
    if (given[0] === file && ++readings === at) surprise();
    return original?.(...given);
  };
  disk.readFileSync = surprising;
  syncBuiltinESMExports();
  try {
    const result = await run();
    return { readings, result };
  } finally {
    if (original !== undefined) disk.readFileSync = original;
    syncBuiltinESMExports();
  }
}

function failure(code: string, name: string, path: unknown): NodeJS.ErrnoException {
  const syscall = name.replace(/Sync$|File.*$/g, "");
  return Object.assign(new Error(`${code}: injected, ${syscall} '${String(path)}'`), {
    code,
    syscall,
    path: typeof path === "string" ? path : undefined,
  });
}
