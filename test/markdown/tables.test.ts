import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

test.each([
  ["zh-CN", "表格"],
  ["en", "Table"],
])("a table in %s scrolls in a box that the keyboard reaches", (language, label) => {
  const { html } = render("| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |", { language });
  expect(html.replaceAll("\n", "")).toBe(
    `<div class="table-scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>` +
      '<th scope="col" class="align-center">甲</th><th scope="col" class="align-right">乙</th></tr></thead>' +
      '<tbody><tr><td class="align-center">1</td><td class="align-right">2</td></tr></tbody></table></div>',
  );
});

test("an unknown alignment of a raw cell goes", () => {
  expect(render("<table><tr><td align='x\"y'>1</td></tr></table>").html).toContain("<td>1</td>");
});

test.each([
  ["| 甲 | 乙 |\n| - | - |\n| 1 | 2 | 3 |", 3, 9],
  ["| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n| a|b | c |", 4, 7],
  ["甲 | 乙\n--|--\n`a|b` | c", 3, 7],
])("cells that a row has more than the first are told, as nobody sees them: %s", (markdown, line, column) => {
  const message = { zh: "这一行有 3 格，表头只有 2 格，从这里往后的格子不会显示" };
  expect(render(markdown).diagnostics).toMatchObject([
    { code: "markdown/lost-cells", severity: "warning", line, column, message },
  ]);
});

test.each([
  "| 甲 | 乙 |\n| - | - |\n| a\\|b | c |",
  "| 甲 | 乙 |\n| - | - |\n| 1 |",
  "| 甲 | 乙 |\n| - | - |\n| 1 | 2 | |",
])("a row of which nothing is lost stays silent: %s", (markdown) => {
  expect(problemsIn(markdown)).toEqual([]);
});

test("tasks say whether they are done, and nobody can tick them", () => {
  expect(render("- [ ] 甲\n- [x] 乙").html.replaceAll("\n", "")).toBe(
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled aria-label="未完成"> 甲</li>' +
      '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="已完成"> 乙</li></ul>',
  );
});

test.each([
  ["3~5元，8~9元", "<p>3~5元，8~9元</p>"],
  ["~~作废~~的", "<p><del>作废</del>的</p>"],
  ["**“引语”**他说", "<p><strong>“引语”</strong>他说</p>"],
  ["他说**“引语”**。", "<p>他说<strong>“引语”</strong>。</p>"],
  ['"引语"...', '<p>"引语"...</p>'],
])("%s reads as written", (markdown, html) => {
  expect(render(markdown).html).toBe(html);
});
