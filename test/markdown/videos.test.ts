import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

const figure = (attributes: string, caption: string) =>
  `<figure class="video"><video ${attributes} controls preload="none" aria-label="${caption}"></video>` +
  `<figcaption>${caption}</figcaption></figure>`;

test.each([
  ["::视频{src=a.mp4 title=大桥 poster=p.jpg}", figure('data-slot="0" data-poster-slot="1"', "大桥")],
  ["::视频{地址=a.mp4 标题=大桥 封面=p.jpg}", figure('data-slot="0" data-poster-slot="1"', "大桥")],
  ["::video[Bridge]{src=/v/a.mp4}", figure('data-slot="0"', "Bridge")],
  [":::视频{src=a.mp4}\n:::", figure('data-slot="0"', "视频")],
  ["::视频{src=https://cdn.example.com/a.mp4 title=桥}", figure('src="https://cdn.example.com/a.mp4"', "桥")],
  [
    "::视频{src=https://cdn.example.com/a.mp4 title=桥 poster=p.jpg}",
    figure('src="https://cdn.example.com/a.mp4" data-poster-slot="0"', "桥"),
  ],
])("%s is a figure with a player that loads nothing by itself", (markdown, html) => {
  expect(render(markdown)).toMatchObject({ html, diagnostics: [] });
});

test("slots of a video are files", () => {
  expect(render("::视频{src=a.mp4 poster=p.jpg}").references).toEqual([
    { kind: "file", target: "a.mp4", place: { file: "content/a.md", line: 1, column: 1 } },
    { kind: "file", target: "p.jpg", place: { file: "content/a.md", line: 1, column: 1 } },
  ]);
});

test.each([
  [
    "from a host that is not listed",
    "::视频{src=https://evil.example/a.mp4 title=桥}",
    '<p class="video"><a href="https://evil.example/a.mp4" rel="noopener noreferrer">桥</a></p>',
    "1 foreign-media",
  ],
  [
    "with an unsafe address",
    "::视频{src=javascript:alert(1) title=桥}",
    '<p class="video">桥</p>',
    "1 unsafe-address",
  ],
  ["without an address", "::视频{title=桥}", "", "1 video-address"],
  ["with an empty address", '::视频{src="" title=桥}', "", "1 video-address"],
])("a video %s is none", (_, markdown, html, problem) => {
  expect(render(markdown).html).toBe(html);
  expect(problemsIn(markdown)).toEqual([problem]);
});

test("a poster from elsewhere goes, the video stays", () => {
  const markdown = "::视频{src=a.mp4 title=桥 poster=https://evil.example/p.jpg}";
  expect(render(markdown).html).toBe(figure('data-slot="0"', "桥"));
  expect(problemsIn(markdown)).toEqual(["1 foreign-media"]);
});

test("a raw video is read by the same rules, and never starts by itself", () => {
  const { html, diagnostics } = render('<video src="a.mp4" autoplay onerror="x()"></video>');
  expect(html).toBe('<p><video data-slot="0" controls preload="none"></video></p>');
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "markdown/removed-attribute",
    "markdown/removed-attribute",
  ]);
});
