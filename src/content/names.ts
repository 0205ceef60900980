const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
// A name of 255 bytes is the limit of common file systems; `.html` and a temporary name's ending want room.
const MOST_BYTES = 200;

/** Whether a name can be one segment of a route: on every file system, and in an address without surprises. */
export function isSafeName(name: string): boolean {
  return (
    name !== "" &&
    !/[/\\?#%"<>|*:\u0000-\u001f\u007f]|\s$|^\s|\.$|^\./u.test(name) &&
    !WINDOWS_RESERVED.test(name) &&
    Buffer.byteLength(name) <= MOST_BYTES
  );
}
