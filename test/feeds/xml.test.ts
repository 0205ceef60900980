import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { cdata, element, escapeXml, legalText, textElement, xmlDocument } from "../../src/feeds/xml.ts";

/** What a strict parser reads: the text of the whole document, and its root's attributes. */
function read(xml: string): { readonly text: string; readonly attributes: Readonly<Record<string, string>> } {
  let text = "";
  let inside = false;
  let attributes: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    if (inside) text += piece;
  });
  parser.on("cdata", (piece) => {
    text += piece;
  });
  parser.on("opentag", (tag) => {
    inside = true;
    attributes = tag.attributes;
  });
  parser.on("closetag", () => {
    inside = false;
  });
  parser.write(xml).close();
  return { text, attributes };
}

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) });
const likelyText = fc.string({
  unit: fc.constantFrom("]", "]", ">", "<", "&", '"', "\u0000", "\u001f", "\ud83c", "\udf0a", "字"),
});
/** XML itself makes one line feed of every way to end a line. */
const withLineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");

describe("legalText", () => {
  it.each([
    ["control characters", "a\u0000b\u0008c\u000b\u001fd", "abcd"],
    ["lone surrogates", "a\ud83cb\udf0ac", "abc"],
    ["non-characters", "a\ufffeb\uffffc", "abc"],
  ])("drops %s", (_what, text, legal) => {
    expect(legalText(text)).toBe(legal);
  });

  it("keeps tabs, line breaks, emoji and rare Han characters", () => {
    expect(legalText("\t\r\n🌊𠮷\u0085\ufffd")).toBe("\t\r\n🌊𠮷\u0085\ufffd");
  });
});

describe("a strict parser", () => {
  it.each([
    ["any", anyText],
    ["hostile", likelyText],
  ])("reads %s text back from an element, an attribute and a CDATA section", (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = withLineFeeds(legalText(text));
        expect(read(xmlDocument(element("a", {}, escapeXml(text)))).text).toBe(shown);
        expect(read(xmlDocument(element("a", {}, cdata(text)))).text).toBe(shown);
        const { b } = read(xmlDocument(element("a", { b: text }))).attributes;
        expect(b).toBe(shown.replace(/[\t\n]/g, " "));
      }),
    );
  });
});

describe("element", () => {
  it("stands on a line of its own, with its children inside and attributes in the order given", () => {
    const child = element("c", {}, escapeXml("x"));
    expect(element("a", { z: "1", b: undefined, d: "2" }, [child], child)).toBe(
      '<a z="1" d="2"><c>x</c>\n<c>x</c>\n</a>\n',
    );
  });

  it("closes itself where it has no children", () => {
    expect(element("a", { b: "1" })).toBe('<a b="1"/>\n');
  });
});

describe("textElement", () => {
  it.each([[undefined], [""], ["\u0000"]])("is absent where its text is %j", (text) => {
    expect(textElement("a", text)).toBe("");
  });

  it("holds its text", () => {
    expect(textElement("a", "x<y")).toBe("<a>x&lt;y</a>\n");
  });
});
