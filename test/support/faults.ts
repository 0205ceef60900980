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
    "copyFileSync",
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

/** Runs something while just before the `at`-th reading of a file that others wait for, counted from 1, something else happens. Returns how many there were, too. */
export async function withSurprise<T>(
  file: string,
  at: number,
  surprise: () => void,
  run: () => Promise<T>,
): Promise<{ readonly readings: number; readonly result: T }> {
  let readings = 0;
  const onRead = (path: unknown, how: string) => {
    if (path === file && how !== "readFile" && ++readings === at) surprise();
  };
  const result = await withReader(onRead, run);
  return { readings, result };
}

/** Runs something while it is told which files are read or copied, before they are, and how. */
export async function withReader<T>(
  onRead: (path: unknown, how: string) => void,
  run: () => Promise<T>,
): Promise<T> {
  const watched = [
    ...["readFileSync", "openSync", "copyFileSync"].map((name) => ({ name, room: disk })),
    { name: "readFile", room: disk.promises as unknown as typeof disk },
  ];
  const before = watched.map(({ name, room }) => room[name]);
  const put = (make: (name: string, at: number) => (typeof disk)[string] | undefined) => {
    for (const [at, { name, room }] of watched.entries()) room[name] = make(name, at) ?? (() => undefined);
    syncBuiltinESMExports();
  };
  let isWithin = false;
  put((name, at) => (...given) => {
    // To read a file, Node opens it.
    if (isWithin) return before[at]?.(...given);
    onRead(given[0], name);
    isWithin = true;
    try {
      return before[at]?.(...given);
    } finally {
      isWithin = false;
    }
  });
  try {
    return await run();
  } finally {
    put((_, at) => before[at]);
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
