import { expect, test } from "vitest";
import { render } from "./render.ts";

const link = (address: string, words = address) =>
  `<a href="${address}" rel="noopener noreferrer">${words}</a>`;

test.each([
  ..."，。；：、）》」！？”…—"
    .split("")
    .map((mark) => [
      `ends before ${mark}`,
      `见https://example.com/a${mark}下文`,
      `见${link("https://example.com/a")}${mark}下文`,
    ]),
  ["ends before Han text", "打开https://example.com查看", `打开${link("https://example.com")}查看`],
  ["ends before rare Han text", "https://example.com/a𠮷", `${link("https://example.com/a")}𠮷`],
  [
    "drops a full stop before Chinese text",
    "https://example.com/a.，好",
    `${link("https://example.com/a")}.，好`,
  ],
  ["in full-width parentheses", "（https://example.com/a）", `（${link("https://example.com/a")}）`],
  ["keeps its balanced parentheses", "https://example.com/(a)，", `${link("https://example.com/(a)")}，`],
  [
    "twice in a sentence",
    "https://a.example，https://b.example。",
    `${link("https://a.example")}，${link("https://b.example")}。`,
  ],
  [
    "leaves the emphasis after it",
    "https://a.example，**要**闻",
    `${link("https://a.example")}，<strong>要</strong>闻`,
  ],
  [
    "as www after Han text",
    "网址www.example.com，",
    `网址${link("http://www.example.com", "www.example.com")}，`,
  ],
  [
    "as www after a full-width mark",
    "：www.example.com。",
    `：${link("http://www.example.com", "www.example.com")}。`,
  ],
  ["keeps query and fragment", "https://example.com/a?b=c#d，", `${link("https://example.com/a?b=c#d")}，`],
])("a bare address %s", (_, markdown, html) => {
  expect(render(markdown).html).toBe(`<p>${html}</p>`);
});

test.each([
  ["邮箱news@example.com，", '邮箱<a href="mailto:news@example.com">news@example.com</a>，'],
  ["（news@example.com）", '（<a href="mailto:news@example.com">news@example.com</a>）'],
])("an e-mail address ends before Chinese text: %s", (markdown, html) => {
  expect(render(markdown).html).toBe(`<p>${html}</p>`);
});

test.each(["https://中文，", "awww.example.com", "http：//example.com"])("%s is no address", (markdown) => {
  expect(render(markdown).html).toBe(`<p>${markdown}</p>`);
});

test("an address in brackets may hold Chinese text", () => {
  expect(render("<https://example.com/新闻>").html).toContain("%E6%96%B0%E9%97%BB");
});
