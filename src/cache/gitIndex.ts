import { type BigIntStats, existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type ContentId, gitContentId } from "./contentId.ts";

/**
 * Tells what an unchanged file of a git checkout holds without reading it; undefined for any other file. `status` is what `lstat`
 * says of it, where it was asked already.
 */
export type KnownContent = (file: string, status?: BigIntStats) => ContentId | undefined;

/** An index, of which an entry is read when it is asked for. */
interface Index {
  readonly bytes: Buffer;
  /** Where the entry of each path begins. */
  readonly places: ReadonlyMap<string, number>;
}

interface IndexEntry {
  readonly oid: ContentId;
  readonly ctime: bigint;
  readonly mtime: bigint;
  readonly inode: number;
  readonly size: number;
}

const NOTHING_KNOWN: KnownContent = () => undefined;
const NANOSECONDS = 1_000_000_000n;
/** How many bytes of facts an entry has before its path. */
const FACTS = 62;

/**
 * Reads the index of the checkout that holds `folder` (git's index format, versions 2 to 4). A file counts as unchanged
 * where its size, inode and times are those of the index and it is older than the index itself, which is git's own rule.
 * Outside a checkout, and for an index of another form, nothing is known.
 */
export function readGitIndex(folder: string): KnownContent {
  const checkout = findCheckout(folder);
  if (checkout === undefined) return NOTHING_KNOWN;
  const file = join(checkout.gitDir, "index");
  const written = statSync(file, { bigint: true, throwIfNoEntry: false });
  const index = written === undefined ? undefined : tryParseIndex(readFileSync(file));
  if (written === undefined || index === undefined) return NOTHING_KNOWN;
  const root = checkout.workTree + sep;
  return (path, status) => {
    const below = path.startsWith(root) ? path.slice(root.length) : relative(checkout.workTree, path);
    const at = index.places.get(below.split(sep).join("/"));
    if (at === undefined) return undefined;
    const entry = readEntry(index.bytes, at);
    const now = status ?? lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return now !== undefined && isUnchanged(entry, now, written.mtimeNs) ? entry.oid : undefined;
  };
}

function isUnchanged(entry: IndexEntry, now: BigIntStats, indexWritten: bigint): boolean {
  return (
    now.isFile() &&
    now.mtimeNs === entry.mtime &&
    now.ctimeNs === entry.ctime &&
    Number(now.size & 0xffffffffn) === entry.size &&
    Number(now.ino & 0xffffffffn) === entry.inode &&
    now.mtimeNs < indexWritten
  );
}

/** A git checkout: the folder that holds its files, and git's own folder. */
interface Checkout {
  readonly workTree: string;
  readonly gitDir: string;
}

/** The checkout that holds a folder; undefined where there is none. */
export function findCheckout(folder: string): Checkout | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const git = join(current, ".git");
    if (existsSync(git)) return { workTree: current, gitDir: gitDirOf(git, current) };
    if (dirname(current) === current) return undefined;
  }
}

/** In a linked work tree `.git` is a file that names the folder. */
function gitDirOf(git: string, workTree: string): string {
  if (statSync(git).isDirectory()) return git;
  return resolve(
    workTree,
    readFileSync(git, "utf8")
      .replace(/^gitdir:\s*/, "")
      .trim(),
  );
}

/** An index that was cut short, or holds longer hashes than SHA-1's, leads out of its own bytes. */
function tryParseIndex(bytes: Buffer): Index | undefined {
  try {
    return parseIndex(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function parseIndex(bytes: Buffer): Index | undefined {
  const version = bytes.length > 12 && bytes.toString("latin1", 0, 4) === "DIRC" ? bytes.readUInt32BE(4) : 0;
  if (version < 2 || version > 4) return undefined;
  const places = new Map<string, number>();
  const count = bytes.readUInt32BE(8);
  let at = 12;
  let path: Buffer = Buffer.alloc(0);
  for (let n = 0; n < count; n++) {
    // The facts, two bytes more where the extended flag is set, then the path, ended by NUL.
    const isExtended = (bytes.readUInt16BE(at + 60) & 0x4000) !== 0;
    let name = at + (isExtended ? FACTS + 2 : FACTS);
    let kept = 0;
    if (version === 4) {
      const strip = readOffset(bytes, name);
      kept = path.length - strip.value;
      name = strip.next;
    }
    const end = bytes.indexOf(0, name);
    if (end < 0) throw new RangeError("the index ends in the midst of an entry");
    const rest = bytes.subarray(name, end);
    path = kept === 0 ? rest : Buffer.concat([path.subarray(0, kept), rest]);
    places.set(path.toString("utf8"), at);
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return { bytes, places };
}

function readEntry(bytes: Buffer, at: number): IndexEntry {
  const time = (offset: number) =>
    BigInt(bytes.readUInt32BE(at + offset)) * NANOSECONDS + BigInt(bytes.readUInt32BE(at + offset + 4));
  return {
    ctime: time(0),
    mtime: time(8),
    inode: bytes.readUInt32BE(at + 20),
    size: bytes.readUInt32BE(at + 36),
    oid: gitContentId(bytes.toString("hex", at + 40, at + 60)),
  };
}

/** The variable-length number of index version 4, as in git's pack offsets. */
function readOffset(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let at = start;
  let byte = bytes.readUInt8(at++);
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes.readUInt8(at++);
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, next: at };
}
