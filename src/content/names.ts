import { percentDecoded } from "../model/path.ts";

const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
// A name of 255 bytes is the limit of common file systems; `.html` and a temporary name's ending want room.
const MOST_BYTES = 200;

/** Whether every system can hold a file of this name: what Windows refuses would stop the checkout of every editor there. */
export function isPortableName(name: string): boolean {
  return !/[\\<>:"|?*\u0000-\u001f\u007f]|[. ]$/.test(name) && !WINDOWS_RESERVED.test(name);
}

/** Whether a name can be one segment of a route: on every file system, and in an address without surprises. */
export function isSafeName(name: string): boolean {
  return (
    name !== "" &&
    !/[/\\?#%"<>|*:\u0000-\u001f\u007f]|\s$|^\s|\.$|^\./u.test(name) &&
    !WINDOWS_RESERVED.test(name) &&
    Buffer.byteLength(name) <= MOST_BYTES
  );
}

/** Whether an editor may write a name as an article's address: `.html` is added to it, and a space is not meant for addresses. */
export function isSlug(name: string): boolean {
  return isSafeName(name) && !/\s|\.html?$/i.test(name);
}

/**
 * An old address as a path of the site, NFC. Editors copy it from the browser, percent-encoded: it is read as what it stands
 * for. Undefined where it is no path that a file can have.
 */
export function readOldPath(written: string): string | undefined {
  const path = percentDecoded(written).normalize("NFC");
  if (!/^\/[^?#\\\s\u0000-\u001f\u007f]+$/.test(path)) return undefined;
  // A name that starts with a dot is none of ours, or the list of our own files itself.
  if (/\/\.|\/\//.test(path)) return undefined;
  const names = path.split("/").slice(1);
  return names.every((name) => isPortableName(name) && Buffer.byteLength(name) <= MOST_BYTES)
    ? path
    : undefined;
}
