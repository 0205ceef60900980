import fc from "fast-check";
import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

const deepList = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");

test.each([
  ["100 quotes", `${"> ".repeat(100)}a`],
  ["100 list items in a line", `${"- ".repeat(100)}a`],
  ["100 list items in a hundred lines", deepList(100)],
  ["1 MB", "一".repeat(349_525)],
  ["a long table", `|a|b|\n|-|-|\n${"|[1](x)|2|\n".repeat(300)}`],
  ["a table with thousands of links", `|a|b|\n|-|-|\n${"|[1](x)|[2](y)|\n".repeat(900)}`],
  [
    "a table of 1,000 rows and 8 columns",
    `|${"a|".repeat(8)}\n|${"-|".repeat(8)}\n${`|${"1|".repeat(8)}\n`.repeat(1000)}`,
  ],
  ["a list of 3,000 items", "- a\n".repeat(3000)],
  ["a thousand emphases in a thousand paragraphs", "**a** _b_ [c](d)\n\n".repeat(1000)],
])("%s are read", (_, markdown) => {
  const { html, diagnostics } = render(markdown);
  expect(diagnostics).toEqual([]);
  expect(html).not.toBe("");
});

test.each([
  ["quotes", `${"> ".repeat(101)}a`, "too-deep"],
  ["quotes without blanks", `${">".repeat(5000)}a`, "too-deep"],
  ["list items in a line", `${"* ".repeat(101)}a`, "too-deep"],
  ["ordered items in a line", `${"1. ".repeat(3000)}a`, "too-deep"],
  ["list items in many lines", deepList(150), "too-deep"],
  ["items and quotes", `${"> - ".repeat(60)}a`, "too-deep"],
  ["footnotes in footnotes", `${"[^a]: ".repeat(200)}a`, "too-deep"],
  ["blocks in blocks", ":::更正\n".repeat(200), "too-deep"],
  ["emphasis in emphasis", `${"*a ".repeat(150)}${"b*".repeat(150)}`, "too-deep"],
  ["stars in stars", `${"*".repeat(600)}a${"*".repeat(600)}`, "too-deep"],
  ["raw tags", "<div>".repeat(600), "too-deep"],
  ["raw tags in many blocks", "<div>\n\n".repeat(600), "too-deep"],
  ["more than 1 MB", "一".repeat(349_526), "too-large"],
  ["stars", "*a ".repeat(100_000), "too-tangled"],
  ["closing stars", "a* ".repeat(100_000), "too-tangled"],
  ["brackets", "[a".repeat(100_000), "too-tangled"],
  ["open comments", "a <!-- a".repeat(20_000), "too-tangled"],
  ["underlined lines", "a\n-\n".repeat(20_000), "too-tangled"],
  ["quotes one after the other", ">a\n>b\n\n".repeat(20_000), "too-tangled"],
  ["definitions", "[a]: /u\n".repeat(20_000), "too-tangled"],
  [
    "footnotes",
    Array.from({ length: 8000 }, (_, index) => `a[^${index}]\n\n[^${index}]: b`).join("\n\n"),
    "too-tangled",
  ],
  ["stars below what looks like a table", `|a|b\n|-|-|\n${"|a*|\n".repeat(4000)}`, "too-tangled"],
  ["cells", `|a|b|\n|-|-|\n${"|x|y|\n".repeat(5001)}`, "too-tangled"],
  [
    "short rows under a wide one",
    `|${"a|".repeat(200)}\n|${"-|".repeat(200)}\n${"|x\n".repeat(200)}`,
    "too-tangled",
  ],
  ["lines that fall into a quote", `> a\n${"a\n".repeat(4000)}`, "too-tangled"],
  ["entities behind an address", `https://a.b/${"&a;".repeat(2000)}`, "too-tangled"],
  ["a trail of full stops", `https://a.b${"!".repeat(50_000)}a`, "too-tangled"],
])("too many %s are an error, not a crash", (_, markdown, code) => {
  expect(render(markdown)).toMatchObject({ html: "", text: "", words: 0, references: [] });
  expect(problemsIn(markdown).map((problem) => problem.split(" ")[1])).toEqual([code]);
});

test("whatever is typed, there is a page and no throw", () => {
  const piece = fc.constantFrom(
    ..."> |- |1. |[^a]: |:::更正\n|:::\n|::视频{src=a}|**|*|_|~~|`|```\n|<b>|</b>|<table>|<td>|</table>|<p>|<!--|-->|<script>|[|](a)|![|^a]|\n|\n\n|    |\t|　　|| a | b |\n|-|-|\n|https://a.b|，|www.a.b|&#0;|&emsp;|\0|字|{{|<svg>|<a href=#>|# |===\n".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { html } = render(pieces.join(""));
      expect(html).not.toMatch(/<(?:script|svg|iframe|style)|undefined|\[object/);
    }),
    { seed: 11, numRuns: 500 },
  );
});
