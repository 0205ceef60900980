import { createHash } from "node:crypto";
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** A lock that was got, or who holds it. */
export type LockAttempt = { readonly release: () => void } | { readonly holder: Holder };

/** Where the lock of a newsroom stands: on this machine, not in the cache, which CI carries from one machine to another. */
export function lockPath(root: string): string {
  const key = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 16);
  return join(tmpdir(), `jianbao-${key}.lock`);
}

/**
 * Tries to get the lock at `file`. A lock whose holder has died on this machine is taken over; one of another machine
 * cannot be judged and stands.
 */
export function tryLock(file: string): LockAttempt {
  const own: Holder = { pid: process.pid, host: hostname() };
  for (;;) {
    if (claim(file, own)) return { release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder, own)) return { holder };
    removeDead(file, own);
  }
}

/** A link is made whole or not at all, so that nobody ever reads half a lock. */
function claim(file: string, own: Holder): boolean {
  const draft = `${file}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead holder's lock away. If somebody was quicker and it is a living one's by now, it is put back. */
function removeDead(file: string, own: Holder): void {
  const taken = `${file}.${own.pid}.dead`;
  try {
    renameSync(file, taken);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const holder = readHolder(taken);
  if (holder !== undefined && isAlive(holder, own)) claim(file, holder);
  rmSync(taken, { force: true });
}

/** Undefined for a lock that has just gone. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder, own: Holder): boolean {
  if (host !== own.host) return true;
  // A container that was started anew may give the same number again.
  if (pid === own.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
