import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillSlots } from "../../src/markdown/slots.ts";
import type { Slot } from "../../src/model/article.ts";
import { trustedHtml } from "../../src/model/html.ts";
import { render } from "./render.ts";

const fill = (markdown: string, ...slots: (Slot | undefined)[]) => fillSlots(render(markdown).html, slots);

describe("a link", () => {
  test("gets its address and keeps its title", () => {
    expect(fill('[词](a.md "题")', { kind: "link", href: '/a"b&c.html' })).toBe(
      '<p><a href="/a&quot;b&amp;c.html" title="题">词</a></p>',
    );
  });

  test("that is dead leaves its words", () => {
    expect(fill('一[**词**](a.md "x > y")二<https://example.org>', undefined)).toBe(
      '<p>一<strong>词</strong>二<a href="https://example.org" rel="noopener noreferrer">https://example.org</a></p>',
    );
  });

  test("that is dead does not take the end tag of one that lives", () => {
    const html = trustedHtml('<a data-slot="0">一<sup><a href="#x">1</a></sup></a><a data-slot="1">二</a>');
    expect(fillSlots(html, [undefined, { kind: "link", href: "/b" }])).toBe(
      '一<sup><a href="#x">1</a></sup><a href="/b">二</a>',
    );
  });
});

describe("a picture", () => {
  test("gets its address, size and loading", () => {
    const slot: Slot = { kind: "picture", src: "/a.jpg", width: 8, height: 6, lazy: true };
    expect(fill("看![桥](a.jpg)", slot)).toBe(
      '<p>看<img src="/a.jpg" width="8" height="6" loading="lazy" alt="桥" decoding="async"></p>',
    );
  });

  test("may lack a size and be loaded at once", () => {
    expect(fill("看![桥](a.svg)", { kind: "picture", src: "/a.svg", lazy: false })).toBe(
      '<p>看<img src="/a.svg" alt="桥" decoding="async"></p>',
    );
  });

  test("in several widths lets the browser choose, among kinds too", () => {
    const srcset = "/a-240.webp 240w, /a-400.webp 400w";
    const slot: Slot = { kind: "picture", src: "/a.webp", srcset, sizes: "100vw", lazy: true };
    expect(fill("看![桥](a.webp)", slot)).toBe(
      `<p>看<img src="/a.webp" srcset="${srcset}" sizes="100vw" loading="lazy" alt="桥" decoding="async"></p>`,
    );
    const sources = [{ type: "image/webp", srcset }];
    const mixed: Slot = { kind: "picture", src: "/a.jpg", sources, sizes: "100vw", lazy: false };
    expect(fill("看![桥](a.jpg)", mixed)).toBe(
      `<p>看<picture><source type="image/webp" srcset="${srcset}" sizes="100vw"><img src="/a.jpg" alt="桥" decoding="async"></picture></p>`,
    );
  });

  test("that is dead leaves its alt text, as text", () => {
    expect(fill('![a "b" & <script>x</script>](a.jpg)', undefined)).toBe(
      "<figure>a &quot;b&quot; &amp; &lt;script&gt;x&lt;/script&gt;</figure>",
    );
  });
});

describe("a video", () => {
  const file = (src: string): Slot => ({ kind: "file", src });
  const markdown = "::视频{src=a.mp4 poster=p.jpg title=桥}";
  const rest = 'controls preload="none" aria-label="桥"></video><figcaption>桥</figcaption></figure>';

  test.each([
    [
      "alive",
      [file("/a.mp4"), file("/p.jpg")],
      `<figure class="video"><video src="/a.mp4" poster="/p.jpg" ${rest}`,
    ],
    ["without its poster", [file("/a.mp4"), undefined], `<figure class="video"><video src="/a.mp4" ${rest}`],
    ["dead", [undefined, file("/p.jpg")], '<figure class="video"><figcaption>桥</figcaption></figure>'],
  ])("%s", (_, slots, html) => {
    expect(fill(markdown, ...slots)).toBe(html);
  });

  test("from elsewhere gets its poster", () => {
    expect(fill("::视频{src=https://cdn.example.com/a.mp4 poster=p.jpg title=桥}", file("/p.jpg"))).toBe(
      `<figure class="video"><video src="https://cdn.example.com/a.mp4" poster="/p.jpg" ${rest}`,
    );
  });
});

test("a slot filled with another kind of thing is dead", () => {
  expect(fill("[词](a.md)", { kind: "file", src: "/x" })).toBe("<p>词</p>");
});

test.each([
  '`<a data-slot="0">`',
  '\\<a data-slot="0">',
  '![<img data-slot="0" alt="x">](https://cdn.example.com/a.jpg)',
  '[一](https://example.org "<a data-slot=\\"0\\">")',
  '<b title="</a><a data-slot=&quot;0&quot;>">一</b>',
  "<abbr title='<video data-slot=\"0\">'>一</abbr>",
])("text that looks like a slot stays text: %s", (markdown) => {
  const { html } = render(markdown);
  expect(fillSlots(html, [{ kind: "link", href: "/filled" }])).toBe(html);
});

test("an end tag inside an attribute closes nothing", () => {
  expect(fill("[![</a>](https://cdn.example.com/a.jpg)二](a.md)", undefined)).toMatch(
    /^<p><img .*alt="<\/a>".*>二<\/p>$/,
  );
});

test("no slot is ever left, whatever the editor types", () => {
  const piece = fc.constantFrom(
    ..."[a](b.md)|![c](d.jpg)|<a href='e.md'>|</a>|<img src=f>|<video src=g>|</video>|`|**|\n\n|data-slot=\"0\"|::视频{src=h poster=i}|\n|<b title='|'>|>".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { html, references } = render(pieces.join(""));
      const filled = fillSlots(
        html,
        references.map(() => undefined),
      );
      expect(filled).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)* data-(?:poster-)?slot=/);
      const opened = filled.match(/<a[ >]/g)?.length ?? 0;
      expect(filled.match(/<\/a>/g)?.length ?? 0).toBe(opened);
    }),
    { seed: 7, numRuns: 300 },
  );
});
