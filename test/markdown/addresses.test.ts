import { expect, test } from "vitest";
import { readAddress } from "../../src/markdown/addresses.ts";

const home = { origin: "https://news.example.com", basePath: "/paper" };

test.each([
  ["../a.md#b", "../a.md#b"],
  ["/images/x.jpg", "/images/x.jpg"],
  ["%E5%9B%BE%201.jpg", "图 1.jpg"],
  ["a%23b%3Fc.jpg", "a%23b%3Fc.jpg"],
  ["a.md?q=%2F#%E4%B8%80", "a.md?q=%2F#一"],
  ["100%.jpg", "100%.jpg"],
  ["images\\a.jpg", "images/a.jpg"],
  ["比分3:2.md", "比分3:2.md"],
  ["https://news.example.com/paper/2026/a.html", "/2026/a.html"],
  ["HTTPS://News.Example.com/paper", "/"],
  ["//news.example.com/paper/a.html", "/a.html"],
  [" a.md\n", "a.md"],
])("%j is internal", (written, target) => {
  expect(readAddress(written, home)).toEqual({ kind: "internal", target });
});

test.each([
  ["https://example.org/a", "example.org"],
  ["http://example.org:8080/a", "example.org:8080"],
  ["//example.org/a", "example.org"],
  ["https://news.example.com/other/a.html", "news.example.com"],
  ["https://news.example.com/paperboy", "news.example.com"],
  ["https://news.example.com@evil.example/paper/", "evil.example"],
  ["\\\\evil.example/a", "evil.example"],
  ["/\\evil.example/a", "evil.example"],
])("%j leads to another host", (written, host) => {
  expect(readAddress(written, home)).toMatchObject({ kind: "external", host });
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "data:image/svg+xml,x",
  "file:///etc/passwd",
  "blob:x",
])("%j is unsafe", (written) => {
  expect(readAddress(written, home).kind).toBe("unsafe");
});

test.each([
  ["mailto:news@example.com", "contact"],
  ["TEL:0000-12345", "contact"],
  ["#报名", "fragment"],
  ["", "none"],
  [" \n", "none"],
  ["http://", "none"],
  ["https:", "none"],
  ["//", "none"],
])("%j is a %s address", (written, kind) => {
  expect(readAddress(written, home).kind).toBe(kind);
});
