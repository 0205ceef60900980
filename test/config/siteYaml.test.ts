import { describe, expect, it } from "vitest";
import { parseSite, siteAddress } from "../../src/config/siteYaml.ts";
import { spots } from "../support/spots.ts";

const LEAST = "title: 云河新闻网\nurl: https://news.example.com\n";

function parse(more = "", least = LEAST) {
  return parseSite(least + more, "content/site.yaml");
}

describe("site.yaml", () => {
  it("has every default where only the required keys are written", () => {
    expect(parse()).toEqual({
      value: {
        title: "云河新闻网",
        origin: "https://news.example.com",
        basePath: "",
        language: "zh-CN",
        timeZone: "Asia/Shanghai",
        permalinks: { article: "/:year/:month:day/:slug.html" },
        lists: {
          related: { count: 6, halfLifeDays: 90, implicitTags: true },
          hot: { count: 10 },
          latest: { count: 10 },
          rails: "auto",
          includeSyntax: "ssi",
          bakeUpTo: 2000,
          bakeDays: 7,
          perPage: 20,
        },
        feeds: { items: 20 },
        licences: [],
        links: { ignore: [], given: [] },
        media: { hosts: [] },
        search: { index: true },
        social: { cards: "section" },
        check: { off: [] },
      },
      diagnostics: [],
    });
  });

  it("reads every key", () => {
    const { value, diagnostics } = parse(
      `
slogan: 云上有河
description: 一座虚构的城市
language: en-GB
timeZone: Europe/London
permalinks: {article: "/:section/:year-:month-:day/:slug/"}
lists:
  related: {count: 4, halfLifeDays: 30, implicitTags: no}
  hot: {count: 5}
  latest: {count: 0}
  rails: include
  includeSyntax: esi
  bakeUpTo: 0
  bakeDays: 1
  perPage: 50
feeds: {items: 100}
navigation:
  - {title: 要闻, url: /news/}
  - {标题: 数字报, 链接: "https://epaper.example.com/"}
  - {title: 投稿, url: "mailto:a@news.example.com"}
publisher: {name: 某中心, logo: /logo.svg, url: "https://a.example/"}
editorInChief: 唐静言
contact: {phone: 0000-12345, email: a@news.example.com, address: 融媒路1号}
licences:
  - {label: ICP备案号, number: 澜ICP备1号, url: "https://beian.example/"}
reportLine: {phone: "12345", url: /report.html}
copyright: 版权所有
links: {ignore: [/epaper/, /old/]}
media: {hosts: [Video.Example.com, "localhost:8080"]}
search: {index: false, fallback: "https://search.example.com/?q="}
social: {cards: article}
check: {off: style/spaces}
`,
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      title: "云河新闻网",
      slogan: "云上有河",
      description: "一座虚构的城市",
      origin: "https://news.example.com",
      basePath: "",
      language: "en-GB",
      timeZone: "Europe/London",
      permalinks: { article: "/:section/:year-:month-:day/:slug/" },
      lists: {
        related: { count: 4, halfLifeDays: 30, implicitTags: false },
        hot: { count: 5 },
        latest: { count: 0 },
        rails: "include",
        includeSyntax: "esi",
        bakeUpTo: 0,
        bakeDays: 1,
        perPage: 50,
      },
      feeds: { items: 100 },
      navigation: [
        { title: "要闻", url: "/news/" },
        { title: "数字报", url: "https://epaper.example.com/" },
        { title: "投稿", url: "mailto:a@news.example.com" },
      ],
      publisher: { name: "某中心", logo: "/logo.svg", url: "https://a.example/" },
      editorInChief: "唐静言",
      contact: { phone: "0000-12345", email: "a@news.example.com", address: "融媒路1号" },
      licences: [{ label: "ICP备案号", number: "澜ICP备1号", url: "https://beian.example/" }],
      reportLine: { phone: "12345", url: "/report.html" },
      copyright: "版权所有",
      links: { ignore: ["/epaper/", "/old/"], given: expect.anything() },
      media: { hosts: ["video.example.com", "localhost:8080"] },
      search: { index: false, fallback: "https://search.example.com/?q=" },
      social: { cards: "article" },
      check: { off: ["style/spaces"] },
    });
  });

  it("knows where each address stands that it leads to", () => {
    const { value } = parse(
      `
导航: {标题: 要闻, 链接: /news/}
publisher: {name: 某中心, logo: /logo.svg}
licences:
  - {label: 甲, number: "1"}
  - {label: 乙, number: "2", url: "https://beian.example/"}
`,
    );
    expect(value?.links.given.map(({ value, place }) => `${value} ${place.line}:${place.column}`)).toEqual([
      "/news/ 4:18",
      "/logo.svg 5:30",
      "https://beian.example/ 8:34",
    ]);
  });

  it("reads the Chinese names of its keys", () => {
    const { value, diagnostics } = parse(
      `站名: 云河
网址: https://news.example.com/paper/
口号: 甲
简介: 乙
语言: zh-CN
时区: Asia/Urumqi
导航: {标题: 要闻, 链接: /news/}
主办单位: {名称: 某中心}
总编辑: 丙
联系方式: {电话: "1", 邮箱: a@b.example, 地址: 丁}
许可证: {label: 戊, number: 己}
举报: {phone: "2"}
版权: 庚
`,
      "",
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      title: "云河",
      origin: "https://news.example.com",
      basePath: "/paper",
      slogan: "甲",
      description: "乙",
      language: "zh-CN",
      timeZone: "Asia/Urumqi",
      navigation: [{ title: "要闻", url: "/news/" }],
      publisher: { name: "某中心" },
      editorInChief: "丙",
      contact: { phone: "1", email: "a@b.example", address: "丁" },
      licences: [{ label: "戊", number: "己" }],
      reportLine: { phone: "2" },
      copyright: "庚",
    });
  });

  it.each([
    ["language: 中文", "3:11 config/language"],
    ["timeZone: Asia/Yunhe", "3:11 config/time-zone"],
    ["timeZone: 北京", "3:11 config/time-zone"],
    ["permalinks: {article: /a/:slug}", "3:23 config/permalink"],
    ["permalinks: {article: :slug.html}", "3:23 config/permalink"],
    ["permalinks: {article: /:year/index.html}", "3:23 config/permalink"],
    ["permalinks: {article: /:titel/:slug.html}", "3:23 config/permalink"],
    ["permalinks: {article: /../:slug.html}", "3:23 config/permalink"],
    ["permalinks: {article: //a.example/:slug.html}", "3:23 config/permalink"],
    ["permalinks: {article: /:slug.html?x=1}", "3:23 config/permalink"],
    ["lists: {rails: always}", "3:16 yaml/not-allowed"],
    ["lists: {includeSyntax: php}", "3:24 yaml/not-allowed"],
    ["lists: {perPage: 0}", "3:18 yaml/out-of-range"],
    ["lists: {perPage: 二十}", "3:18 yaml/wrong-type"],
    ["lists: {related: {count: 51}}", "3:26 yaml/out-of-range"],
    ["lists: {related: {halfLifeDays: 0}}", "3:33 yaml/out-of-range"],
    ["lists: {related: {implicitTags: maybe}}", "3:33 yaml/wrong-type"],
    ["lists: {hot: 10}", "3:14 yaml/wrong-type"],
    ["feeds: {items: 501}", "3:16 yaml/out-of-range"],
    ["navigation: [{title: 要闻}]", "3:14 yaml/missing-key"],
    ["navigation: [{title: 要闻, url: news/}]", "3:31 config/link"],
    ["navigation: [{title: 要闻, url: //a.example}]", "3:31 config/link"],
    ["navigation: [{title: 要闻, url: 'javascript:alert(1)'}]", "3:31 config/link"],
    ["publisher: {logo: /a.svg}", "3:12 yaml/missing-key"],
    ["licences: [{label: ICP}]", "3:12 yaml/missing-key"],
    ["media: {hosts: [https://video.example.com/]}", "3:17 config/host"],
    ["search: {fallback: /search/}", "3:20 yaml/url"],
    ["social: {cards: none}", "3:17 yaml/not-allowed"],
    ["titel: x", "3:1 yaml/mistyped-key"],
    ["weather: x", "3:1 yaml/unknown-key"],
    ["lists: {weather: x}", "3:9 yaml/unknown-key"],
    ["title: 再来", "3:1 yaml/duplicate-key"],
    ["站名: 再来", "3:1 yaml/duplicate-key"],
    ["口号：甲", "3:3 yaml/syntax"],
  ])("refuses %j", (line, expected) => {
    const { value, diagnostics } = parse(line);
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual([expected]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", file: "content/site.yaml" });
  });

  it.each(["", "# 空\n", "slogan: 甲\n"])("tells both required keys that %j lacks", (source) => {
    const { diagnostics } = parse("", source);
    expect(diagnostics.map(({ message }) => message.zh)).toEqual(["缺少“站名”", "缺少“网址”"]);
  });

  it.each(["news.example.com", "/news", "ftp://a.example"])("wants a whole address, not %s", (url) => {
    expect(spots(parse("", `title: 甲\nurl: ${url}`).diagnostics)).toEqual(["2:6 yaml/url"]);
  });

  it("does not send editors to a key that it does not have", () => {
    expect(parse("weather: x").diagnostics[0]?.hint.zh).toBe("核对名字，或者删掉这一行");
    expect(parse("social: {weather: x}").diagnostics[0]?.hint.zh).toBe("这里可以写：cards");
  });

  it("tells all its problems at once", () => {
    expect(spots(parse("timeZone: 北京\nweather: x\nlists: {perPage: 0}").diagnostics)).toEqual([
      "4:1 yaml/unknown-key",
      "3:11 config/time-zone",
      "5:18 yaml/out-of-range",
    ]);
  });
});

describe("siteAddress", () => {
  it.each([
    ["https://a.example", "https://a.example", ""],
    ["https://a.example/", "https://a.example", ""],
    ["http://a.example:8080/x/y//", "http://a.example:8080", "/x/y"],
    ["https://云河.example/报?x#y", "https://xn--9kq974e.example", "/%E6%8A%A5"],
  ])("takes %s apart", (url, origin, basePath) => {
    expect(siteAddress(url)).toEqual({ origin, basePath });
  });
});
