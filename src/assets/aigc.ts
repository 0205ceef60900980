/*
 * China's rule for labelling AI-made content (GB 45438-2025) wants a field `AIGC` in a picture's metadata: a JSON object,
 * in XMP under TC260's name, in an EXIF comment, or in a PNG's text. It is the one thing that our pictures keep.
 */

const NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";
const MOST = 8192;

/** The parts of a picture's metadata in which the label may stand. */
export interface LabelSources {
  readonly xmp?: Uint8Array | undefined;
  readonly exif?: Uint8Array | undefined;
  /** The texts of a PNG. */
  readonly texts?: readonly { readonly keyword: string; readonly text: string }[] | undefined;
}

/** The AIGC label, as it was written; undefined where there is none. */
export function aigcLabel({ xmp, exif, texts }: LabelSources): string | undefined {
  const found = [
    xmp === undefined ? undefined : labelInXmp(new TextDecoder().decode(xmp)),
    ...(exif === undefined ? [] : ENCODINGS.map((name) => labelInText(new TextDecoder(name).decode(exif)))),
    ...(texts ?? []).map(({ keyword, text }) => (keyword === "AIGC" ? text : labelInText(text))),
  ];
  return found.find((label) => label !== undefined && label !== "" && label.length <= MOST);
}

/** Of the texts in EXIF, whose byte order need not be that of the whole. */
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be"];

/** An XMP packet that holds the label and nothing else. */
export function aigcXmp(label: string): string {
  const value = label.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" xmlns:TC260="${NAMESPACE}" TC260:AIGC="${value}"/></rdf:RDF></x:xmpmeta>`
  );
}

function labelInXmp(xmp: string): string | undefined {
  const attribute = /\s(?:[\w-]+:)?AIGC\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(xmp);
  const element = /<([\w-]+:)?AIGC(?:\s[^>]*)?>([^<]*)<\/\1?AIGC>/.exec(xmp);
  const value = attribute?.[1] ?? attribute?.[2] ?? element?.[2];
  return value === undefined ? undefined : unescapeXml(value).trim();
}

/** `{"AIGC":{…}}`, with whatever around it: the inner object. */
function labelInText(text: string): string | undefined {
  const start = /"AIGC"\s*:\s*\{/.exec(text);
  if (start === null) return undefined;
  const open = start.index + start[0].length - 1;
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + MOST); at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(open, at + 1);
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Turns the references of XML into characters; one that XML does not know stays as it is. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
