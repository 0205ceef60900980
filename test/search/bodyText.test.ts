import { expect, test } from "vitest";
import { trustedHtml } from "../../src/model/html.ts";
import { bodyText } from "../../src/search/bodyText.ts";

test.each([
  ["<p>大<strong>桥</strong>通车</p>\n<p>二</p>", "大桥通车 二"],
  ['<p>看<a data-slot="0" title="a>b">这里</a></p>', "看这里"],
  ['<figure><img alt="不算" data-slot="1"><figcaption>说明</figcaption></figure>', "说明"],
  ["<p>1 &lt; 2 &amp;&#38; 3 &#x3c; 4&nbsp;5 &unknown;</p>", "1 < 2 && 3 < 4 5 &unknown;"],
  ["<ul><li>一</li><li>二</li></ul>", "一 二"],
])("the words of %s", (markup, text) => {
  expect(bodyText(trustedHtml(markup))).toBe(text);
});
