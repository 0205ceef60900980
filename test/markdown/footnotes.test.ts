import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

test("a second footnote of one name, which is not shown, is told", () => {
  const text = "甲[^1]乙[^1]\n\n[^1]: 注一\n\n[^1]: 注二";
  expect(problemsIn(text)).toEqual(["5 repeated-footnote"]);
  expect(render(text).diagnostics[0]?.message.zh).toBe("脚注 [^1] 在第 3 行已经有注文，这一条不会显示");
});

test("each footnote that nothing calls is told, whatever its name", () => {
  expect(problemsIn("甲\n\n[^1]: 注一\n\n[^1]: 注二")).toEqual(["3 unused-footnote", "5 unused-footnote"]);
});

test("footnotes that are called stay silent, also twice", () => {
  expect(problemsIn("甲[^1]乙[^2]丙[^1]\n\n[^1]: 注一\n\n[^2]: 注二")).toEqual([]);
});
