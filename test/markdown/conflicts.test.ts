import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

const CONFLICT = "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> branch";

test.each([
  [CONFLICT, ["1 merge-conflict"]],
  [`文\n\n${CONFLICT}\n\n${CONFLICT}`, ["3 merge-conflict", "9 merge-conflict"]],
  ["<<<<<<<\n甲\n||||||| base\n丙\n=======\n乙\n>>>>>>>", ["1 merge-conflict"]],
  ["甲\n=======\n乙\n>>>>>>> branch", ["2 merge-conflict"]],
  ["甲\n\n>>>>>>> branch\n\n乙", ["3 merge-conflict"]],
  [`${CONFLICT}\n\n>>>>>>> 1a2b3c4 (改标题)`, ["1 merge-conflict", "7 merge-conflict"]],
  [CONFLICT.replaceAll("\n", "\r\n"), ["1 merge-conflict"]],
])("an unfinished merge is an error, told once at its first line: %s", (markdown, problems) => {
  expect(problemsIn(markdown)).toEqual(problems);
  expect(render(markdown).diagnostics[0]).toMatchObject({ severity: "error", column: 1 });
});

test.each([
  `~~~\n${CONFLICT}\n~~~`,
  "题\n=======",
  "~~~\n>>>>>>> branch\n~~~",
  ">>>>>>>",
  "> > > > > > > 七层",
  "<<<<<<<<",
  " <<<<<<< 甲",
  "甲 <<<<<<< 乙",
])("what is none stays silent: %s", (markdown) => {
  expect(problemsIn(markdown)).toEqual([]);
});
