import { describe, expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

describe("a correction", () => {
  const body =
    '<p class="correction-label">更正 <time datetime="2026-02-09">2026-02-09</time></p><p>数字有误。</p>';

  test.each([
    ":::更正{日期=2026-02-09}\n数字有误。\n:::",
    ":::correction{date=2026-2-9}\n数字有误。\n:::",
    ":::更正{日期=2026年2月9日}\n数字有误。\n:::",
    ":::更正{日期=“2026/2/9”}\n数字有误。\n:::",
  ])("is an aside with its label and date: %s", (markdown) => {
    expect(render(markdown)).toMatchObject({
      html: `<aside class="correction">${body}</aside>`,
      diagnostics: [],
    });
  });

  test("needs no date and may have words of its own", () => {
    expect(render(":::更正[标题有误]\n已改。\n:::").html).toBe(
      '<aside class="correction"><p class="correction-label">更正：标题有误</p><p>已改。</p></aside>',
    );
  });

  test("is labelled in English on an English site", () => {
    expect(render(":::correction\nFixed.\n:::", { language: "en" }).html).toContain(">Correction</p>");
  });

  test.each(["2026-02-30", "昨天", "2026-13-01"])("does not show a date that cannot be: %s", (date) => {
    const markdown = `:::更正{日期=${date}}\n一\n:::`;
    expect(render(markdown).html).not.toContain("<time");
    expect(problemsIn(markdown)).toEqual(["1 correction-date"]);
  });
});

describe("a gallery", () => {
  const item = (number: number, alt: string, caption: string) =>
    `<li><figure><img data-slot="${number}" alt="${alt}" decoding="async">${caption}</figure></li>`;
  const list = `<ul>${item(0, "甲", "<figcaption>甲图</figcaption>")}${item(1, "乙", "")}</ul>`;

  test.each([
    ["a line each", ':::图集\n![甲](a.jpg "甲图")\n![乙](b.jpg)\n:::'],
    ["a paragraph each", ':::图集\n![甲](a.jpg "甲图")\n\n![乙](b.jpg)\n:::'],
    ["a list", ':::gallery\n- ![甲](a.jpg "甲图")\n- ![乙](b.jpg)\n:::'],
  ])("is a list of figures, written as %s", (_, markdown) => {
    expect(render(markdown)).toMatchObject({
      html: `<figure class="gallery">${list}</figure>`,
      diagnostics: [],
    });
  });

  test("gives the last of an odd number a row for itself", () => {
    const pictures = (count: number) => `:::图集\n${"![甲](a.jpg)\n".repeat(count)}:::`;
    expect(render(pictures(3)).html.match(/<li[^>]*>/g)).toEqual(["<li>", "<li>", '<li class="alone">']);
    expect(render(pictures(4)).html).not.toContain("alone");
  });

  test("has its label as caption", () => {
    expect(render(":::图集[春天]\n![甲](a.jpg)\n:::").html).toMatch(
      /<figcaption>春天<\/figcaption><\/figure>$/,
    );
  });

  test("puts what is not a picture behind it and says so", () => {
    const markdown = ":::图集\n![甲](a.jpg)\n\n一段话\n:::";
    expect(render(markdown).html).toMatch(/<\/figure>\n<p>一段话<\/p>$/);
    expect(problemsIn(markdown)).toEqual(["1 gallery-content"]);
  });

  test("without pictures is nothing but a warning", () => {
    expect(render(":::图集\n:::").html).toBe("");
    expect(problemsIn(":::图集\n:::")).toEqual(["1 gallery-content"]);
  });
});

describe("names and fences", () => {
  test.each(["9:30开始，比分3:2", "时间:9:30", "a::b", "他说:“好”"])("%s stays text", (markdown) => {
    expect(render(markdown)).toMatchObject({ html: `<p>${markdown}</p>`, diagnostics: [] });
  });

  test.each([
    [":::更政\n内容\n:::", "<p>内容</p>", "是想写 :::更正 吗"],
    [":::galery\n内容\n:::", "<p>内容</p>", "是想写 :::gallery 吗"],
    ["::视屏{src=a.mp4}", "<p>::视屏{src=a.mp4}</p>", "是想写 ::视频 吗"],
    [":::天气预报[明天]\n晴\n:::", "<p>明天</p>\n<p>晴</p>", "可以写的有"],
  ])("an unknown block keeps its content and suggests a name: %s", (markdown, html, hint) => {
    const rendered = render(markdown);
    expect(rendered.html).toBe(html);
    expect(rendered.diagnostics.map(({ code }) => code)).toEqual(["markdown/unknown-block"]);
    expect(rendered.diagnostics[0]?.hint.zh).toContain(hint);
  });

  test("a block that is never closed is told at its opening", () => {
    expect(problemsIn("一\n\n:::更正\n二\n\n三")).toEqual(["3 unclosed-block"]);
  });

  test.each([
    ["full-width colons", "：：：更正\n一", "1 unread-block"],
    ["a blank before the name", "一\n::: 更正\n二", "2 unread-block"],
    ["full-width braces", ":::更正｛日期=2026-02-09｝\n一", "1 unread-block"],
    ["Chinese quotes around a blank", "::视频{src=a.mp4 title=“大 桥”}", "1 unread-block"],
    ["a fence that closes nothing", "一\n\n:::", "3 unclosed-block"],
  ])("a line that was meant as a block is told: %s", (_, markdown, problem) => {
    expect(problemsIn(markdown)).toContain(problem.replace("3 unclosed-block", "3 unread-block"));
  });

  test("an unknown name in the braces is told", () => {
    expect(problemsIn(":::更正{时间=2026-02-09}\n一\n:::")).toEqual(["1 unknown-block-key"]);
  });

  test("names of Object's own properties are unknown like any other", () => {
    expect(problemsIn(":::constructor{__proto__=1 toString=2}\n一\n:::")).toEqual(["1 unknown-block"]);
    expect(problemsIn(":::更正{toString=2}\n一\n:::")).toEqual(["1 unknown-block-key"]);
  });
});
