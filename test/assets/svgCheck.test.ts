import { describe, expect, test } from "vitest";
import { faultOfDrawing } from "../../src/assets/svgCheck.ts";

const around = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

describe("the check of drawings", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script under a prefix", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ["a script in capitals", "<SCRIPT>alert(1)</SCRIPT>"],
    ["HTML", "<foreignObject><p/></foreignObject>"],
    ["a frame", '<iframe src="/"/>'],
    ["a handler", '<g onload="alert(1)"/>'],
    ["a handler over lines", "<g\n  onclick\n =\n 'alert(1)'/>"],
    ["a handler under a prefix", '<g ev:onload="x"/>'],
    ["a javascript: link", '<a href="javascript:alert(1)"/>'],
    ["a javascript: link in XLink", '<a xlink:href="JavaScript:alert(1)"/>'],
    ["one in references and spaces", '<a href=" java&#x73;c&#114;ipt&#58;alert(1)"/>'],
    ["one with a line break in it", '<a href="java\nscript:alert(1)"/>'],
    ["data that is a page", '<use href="data:text/html,x"/>'],
    ["data that is a drawing", '<use href="data:image/svg+xml,x"/>'],
    ["an address that is set later", '<set attributeName="xlink:href" to="javascript:alert(1)"/>'],
    ["a handler that is set later", '<animate attributeName="onclick" to="x"/>'],
    ["an attribute without quotes", "<g onload=alert(1)/>"],
    ["an attribute without a value", "<g onload/>"],
    ["a tag that does not end", "<g"],
    ["a comment that does not end", "<!-- <g/>"],
    ["a tag inside a value", '<g id="<script>"/>'],
  ])("refuses %s", (_, inner) => {
    expect(faultOfDrawing(around(inner))).toBeDefined();
  });

  test.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "b">]>'],
    ["a stylesheet that may be a program", '<?xml-stylesheet href="a.xsl" type="text/xsl"?>'],
  ])("refuses %s before the drawing", (_, before) => {
    expect(faultOfDrawing(before + around(""))).toBeDefined();
  });

  test.each([
    [
      "what drawing programs write",
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><!-- <script> --><style><![CDATA[ .a > .b {fill:red} ]]></style><g id=\'a\'><path d="M0 0"/></g></svg>',
    ],
    [
      "links and pictures",
      around(
        '<a href="https://example.com/"><use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/></a>',
      ),
    ],
    ["words that only look bad", around('<text font-family="onyx">script onload=1 javascript:</text>')],
    ["animation of what is seen", around('<animate attributeName="opacity" values="0;1"/>')],
  ])("lets %s pass", (_, svg) => {
    expect(faultOfDrawing(svg)).toBeUndefined();
  });

  test("is quick with a long drawing of one bad kind", () => {
    const long = around(`<g ${'a="b" '.repeat(50_000)}`);
    expect(faultOfDrawing(long)?.what).toBe("<g");
  });
});
