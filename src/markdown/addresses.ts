import { percentDecoded } from "../model/path.ts";

/** What an address in a body points at. */
export type Address =
  | { readonly kind: "none" }
  | { readonly kind: "unsafe"; readonly scheme: string }
  /** A place in the same text; the fragment is as written. */
  | { readonly kind: "fragment"; readonly fragment: string }
  /** Inside the site, percent-decoded: relative, or from the site's root. */
  | { readonly kind: "internal"; readonly target: string }
  | { readonly kind: "external"; readonly url: string; readonly host: string }
  /** `mailto:` or `tel:`. */
  | { readonly kind: "contact"; readonly url: string };

/** The site's own address. */
export interface Home {
  readonly origin: string;
  readonly basePath: string;
}

/** Reads an address the way a browser would: blanks around it and line ends inside it do not count, nor does a scheme's case. */
export function readAddress(written: string, home: Home): Address {
  const address = written.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
  if (address === "") return { kind: "none" };
  if (address.startsWith("#")) return { kind: "fragment", fragment: address.slice(1) };
  if (/^(?:https?:[\\/]*|[\\/]{2,})$/i.test(address)) return { kind: "none" };
  if (/^[\\/]{2}/.test(address)) return readWeb(`//${address.slice(2)}`, home);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return { kind: "internal", target: decodeTarget(address) };
    case "http":
    case "https":
      return readWeb(address, home);
    case "mailto":
    case "tel":
      return { kind: "contact", url: address };
    default:
      return { kind: "unsafe", scheme };
  }
}

function readWeb(url: string, { origin, basePath }: Home): Address {
  const parsed = parseUrl(url);
  if (parsed === undefined) return { kind: "external", url, host: "" };
  const isHome = parsed.origin === origin && `${parsed.pathname}/`.startsWith(`${basePath}/`);
  if (!isHome) return { kind: "external", url, host: parsed.host };
  const path = parsed.pathname.slice(basePath.length) || "/";
  return { kind: "internal", target: decodeTarget(path + parsed.search + parsed.hash) };
}

function parseUrl(url: string): URL | undefined {
  const absolute = url.startsWith("//") ? `https:${url}` : url;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/** Decodes path and fragment; an encoded `#` or `?` of a file name stays encoded, or it would start a fragment. A backslash is a Windows hand's slash. */
function decodeTarget(address: string): string {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  const plain = percentDecoded(path).replaceAll("\\", "/").replaceAll("#", "%23").replaceAll("?", "%3F");
  return plain + query + percentDecoded(fragment);
}
