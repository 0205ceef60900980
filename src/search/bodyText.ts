import type { Html } from "../model/html.ts";

/** Any tag as the serializer writes it: a `<` that is not inside a quoted value starts one. */
const TAG = /<\/?([a-z][a-z0-9]*)(?: [^\s"=<>/]+(?:="[^"]*")?)*>/g;

const INLINE = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr".split(
    " ",
  ),
);

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** The words of a body's markup, without its tags, a space where a block begins or ends. */
export function bodyText(markup: Html): string {
  return markup
    .replace(TAG, (_, name: string) => (INLINE.has(name) ? "" : " "))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hexadecimal, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      return String.fromCodePoint(Number.parseInt(hexadecimal ?? decimal, hexadecimal ? 16 : 10));
    })
    .replace(/\s+/g, " ")
    .trim();
}
