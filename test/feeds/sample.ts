import { type Html, trustedHtml } from "../../src/model/html.ts";
import type { BodyRef, Feed, FeedEntry } from "../../src/model/page.ts";

/** What editors paste: the end of a CDATA section, a control character, an emoji, markup, a ready-made entity. */
export const HOSTILE = "“快讯” ]]> \u0007\u0000警报🌊 <script>alert(1)</script> &amp; & \ud800\uffff'\"完";
/** The same as a reader must see it: only what XML cannot hold is gone. */
export const HOSTILE_SHOWN = "“快讯” ]]> 警报🌊 <script>alert(1)</script> &amp; & '\"完";

/** feedparser drops tags from titles, in every format, even where they are text. */
export const HOSTILE_TITLE_TO_FEEDPARSER = HOSTILE_SHOWN.replace(/<\/?script>/g, "");

export const BODY = "<p>首段 ]]> <b>A &amp; B</b>&nbsp;🌊\u0001</p>\n<p>次段</p>";
export const BODY_SHOWN = BODY.replace("\u0001", "");

/** Every body's markup is `BODY` and the body's hash: a mix-up of bodies shows. */
export function bodyOf({ hash }: BodyRef): Html {
  return trustedHtml(`${BODY}<i>${hash}</i>`);
}

export function entry(changes: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: "tag:news.example.com,2026:economy/2026-02-09-oranges",
    url: "https://news.example.com/2026/0209/%E6%A9%99.html",
    title: "脐橙丰收",
    published: "2026-02-09T10:30:05+08:00",
    updated: "2026-02-10T08:00:00+08:00",
    summary: "果农笑了。",
    authors: ["张三", "李四"],
    tags: ["民生", "交通"],
    corrections: [],
    body: { hash: "aa", slots: [] },
    ...changes,
  };
}

const hostileEntry = entry({
  id: "tag:news.example.com,2026:hostile",
  url: "https://news.example.com/?a=1&b=2",
  title: HOSTILE,
  summary: HOSTILE,
  authors: [HOSTILE],
  tags: [HOSTILE],
  source: { name: HOSTILE, url: "https://example.org/?a=1&b=2" },
  image: "https://img.example.com/a.jpg?w=1&h=2",
  corrections: [{ date: "2026-02-10", text: HOSTILE }],
  aigc: HOSTILE,
  body: { hash: "bb", slots: [] },
});

export const feed: Feed = {
  title: "罗庄新闻",
  description: "罗庄区的新闻",
  language: "zh-CN",
  home: "https://news.example.com/",
  self: "https://news.example.com/feed.xml",
  updated: "2026-02-10T08:00:00+08:00",
  publisher: "罗庄区融媒体中心",
  copyright: "© 罗庄区融媒体中心",
  logo: "https://news.example.com/logo.png",
  entries: [entry(), hostileEntry],
};

export const emptyFeed: Feed = {
  title: HOSTILE,
  description: "",
  language: "zh-CN",
  home: "https://news.example.com/",
  self: "https://news.example.com/feed.xml",
  entries: [],
};
