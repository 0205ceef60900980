const OPENING = "“‘「『";
const CLOSING = "”’」』";
const SIGNS = /[“”‘’「」『』]/g;

/** The quotes that are still open behind a text, outermost first, where those of `before` were open at its start. One that is closed but was not opened stands there too: what it ends began out of sight. */
export function openQuotes(text: string, before: string): string {
  return (text.match(SIGNS) ?? []).reduce((open, sign) => {
    const fellow = OPENING[CLOSING.indexOf(sign)];
    return fellow !== undefined && open.at(-1) === fellow ? open.slice(0, -1) : open + sign;
  }, before);
}
