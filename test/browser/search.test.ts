import { expect, it } from "vitest";
import { buildNewsroom, describeInBrowser } from "../support/browser.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";
import { answer, ask, FIELD, FINDS, STATUS } from "./asking.ts";

/** Queries of the sample: how many articles they must find, and which, the best first. */
const QUERIES: readonly (readonly [query: string, count: number, ...slugs: string[]])[] = [
  ["基站", 2, "bearing-smart-factory", "songling-snow-bus-rescue"],
  ["5G 基站", 1, "bearing-smart-factory"],
  ["5g基站", 1, "bearing-smart-factory"],
  ["停水", 2, "water-outage", "qingshi-water-main"],
  ["剪纸", 2, "jianzhi-shang", "jianzhi-xia"],
  ["香菇", 2, "shiitake-live", "gdp-2025"],
  ["医保", 5, "medical-insurance-qa", "one-window-marriage", "holiday-clinics"],
  ["电梯", 5, "liuwan-elevator-talks", "ten-livelihood-projects"],
  ["河长", 2, "river-chief-patrol", "kaixue-diyike"],
  ["图书馆", 3, "tushuguan-yechang", "yunhe-jiuzhi"],
  ["马拉松", 7, "yunma-luxian", "paozhe-huifu", "yunma-baoming"],
  ["盾构机", 1, "line-one-tunnel"],
  ["云河大桥", 20, "bridge-closure-notice", "bridge-reopens", "bridge-expansion-joints"],
  ["家庭医生", 4, "family-doctor", "medical-insurance-qa"],
  ["储能电池", 3, "storage-park-flash", "storage-park", "gdp-2025"],
  ["营商环境", 5, "one-window-marriage", "energy-data-api", "business-roundtable"],
  ["电动自行车", 4, "ebike-rules-consultation", "bridge-closure-notice"],
  ["邓春生", 1, "bearing-smart-factory"],
  ["沈砚秋", 11],
  ["GDP", 1, "gdp-2025"],
  ["Wi-Fi信号", 1, "bearing-smart-factory"],
  ["镜湖的绿道", 1, "jinghu-huanhu-lvdao"],
  ["云河大桥通车", 6, "bridge-reopens"],
];

describeInBrowser("the search of the sample", ({ open }) => {
  it("finds what each query should, breaks no policy and tells of no error", async () => {
    const { page, complaints } = await open("/search/");
    expect(await page.textContent(STATUS)).toContain("例如");
    for (const [query, count, first, ...others] of QUERIES) {
      const { said, slugs } = await ask(page, query);
      expect(said).toBe(`“${query}”：找到 ${count} 篇`);
      expect(slugs).toHaveLength(Math.min(count, 10));
      if (first !== undefined) expect(slugs[0], query).toBe(first);
      expect(slugs, query).toEqual(expect.arrayContaining(others));
    }
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows headline, section, day and an excerpt with marks, and more on request", async () => {
    const { page, complaints } = await open(`/search/?q=${encodeURIComponent("5G 基站")}`);
    await answer(page);
    const [find] = await page.$$("#search ol li");
    expect(await find?.$eval("a", (link) => link.textContent)).toBe("一颗轴承的“体检”从3分钟缩到8秒");
    expect(await find?.$eval(".search-facts", (facts) => facts.textContent)).toBe("产业 · 2026-01-13");
    expect(await find?.$$eval("mark", (marks) => marks.map((mark) => mark.textContent))).toContain("5G基站");
    await ask(page, "云河大桥");
    expect(await page.$eval(`${FINDS} mark`, (mark) => mark.textContent)).toBe("云河大桥");
    await page.click("[data-more]");
    await page.waitForFunction((finds) => document.querySelectorAll(finds).length === 20, FINDS);
    expect(await page.isVisible("[data-more]")).toBe(false);
    expect(
      await page.evaluate(
        (finds) => [...document.querySelectorAll(finds)].indexOf(document.activeElement as Element),
        FINDS,
      ),
    ).toBe(10);
    expect(complaints).toEqual([]);
  });

  it("keeps what is asked in the address, and takes it from there", async () => {
    const { page } = await open("/search/?q=%E7%94%B5%E6%A2%AF&section=life&order=date");
    expect((await answer(page)).said).toContain("“电梯”");
    expect(await page.inputValue("[name=section]")).toBe("life");
    await page.selectOption("[name=section]", "news");
    await page.waitForURL(/section=news/);
    const { slugs } = await answer(page);
    expect(slugs).toEqual([
      "ebike-rules-consultation",
      "liuwan-elevator-talks",
      "ten-livelihood-projects",
      "two-sessions-open",
      "citizen-center-moves",
    ]);
    await page.selectOption("[name=section]", "news%2Fgovernment");
    await page.waitForURL(/section=news%252Fgovernment/);
    expect((await answer(page)).slugs).toEqual(["ten-livelihood-projects", "citizen-center-moves"]);
    await page.fill(FIELD, "");
    await page.waitForURL((url) => !url.search.includes("q="));
  });

  it("says in words that help what is not found, and what is too short", async () => {
    const { page } = await open("/search/?q=%E7%81%AB%E6%98%9F%E7%A7%BB%E6%B0%91");
    expect((await answer(page)).said).toContain("没有找到“火星移民”。可以");
    await page.fill(FIELD, "桥");
    await page.press(FIELD, "Enter");
    await page.waitForFunction(
      (status) => document.querySelector(status)?.textContent?.includes("两个以上"),
      STATUS,
    );
    expect((await ask(page, "大桥什么时候通车")).said).toContain("没有一篇同时有");
    expect((await answer(page)).slugs[0]).toBe("bridge-reopens");
  });

  it("finds nothing that is withdrawn, a draft or not due", async () => {
    const { page } = await open("/search/");
    for (const query of ["加装电梯120部", "校飞时间"]) {
      expect((await ask(page, query)).slugs).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/elevator-list|flight-check/)]),
      );
    }
  });

  it("is used with the keyboard alone", async () => {
    const { page } = await open("/search/");
    await page.focus(FIELD);
    await page.keyboard.type("剪纸");
    await page.waitForFunction((finds) => document.querySelectorAll(finds).length === 2, FINDS);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("href") ?? document.activeElement?.id);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("jianzhi-shang");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("jianzhi-xia");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("search-words");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("search-words");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/jianzhi-shang/);
  });

  it("tells in plain words that the index cannot be reached, and searches when it can again", async () => {
    const { page } = await open("/search/");
    await page.route("**/search/2026/pagefind-entry.json*", (route) => route.abort());
    await page.fill(FIELD, "大桥");
    await page.press(FIELD, "Enter");
    expect((await answer(page)).said).toContain("搜索没有成功");
    await page.unroute("**/search/2026/pagefind-entry.json*");
    expect((await ask(page, "大桥")).said).toContain("找到 20 篇");
  });

  it("loads its engine once, though a second question comes while it loads", async () => {
    const { page, complaints } = await open("/search/");
    const held: (() => void)[] = [];
    await page.route("**/pagefind.js*", (route) => {
      held.push(() => route.continue());
    });
    const asked = page.waitForRequest("**/pagefind.js*");
    await page.fill(FIELD, "云河");
    await page.press(FIELD, "Enter");
    await asked;
    await page.fill(FIELD, "大桥");
    await page.press(FIELD, "Enter");
    expect(held).toHaveLength(1);
    for (const go of held) go();
    expect((await answer(page)).said).toContain("“大桥”：找到 20 篇");
    expect(complaints).toEqual([]);
  });

  it("searches at once when it can again, though nobody waited for what failed", async () => {
    const { page } = await open("/search/");
    let fail = (): void => {};
    await page.route("**/pagefind.js*", (route) => {
      fail = () => void route.abort();
    });
    const asked = page.waitForRequest("**/pagefind.js*");
    const failed = page.waitForEvent("requestfailed");
    await page.fill(FIELD, "云河");
    await page.press(FIELD, "Enter");
    await asked;
    await page.fill(FIELD, "");
    await page.press(FIELD, "Enter");
    fail();
    await failed;
    await page.unroute("**/pagefind.js*");
    expect((await ask(page, "大桥")).said).toContain("找到 20 篇");
  });

  it("asks another engine for this site, with scripts or without", async () => {
    const { page } = await open("/search/", { javaScriptEnabled: false });
    expect(await page.isVisible("#search")).toBe(false);
    expect(await page.inputValue("#engine-words")).toBe("site:news.yunhe.example.com ");
    const hosts = ["search.example.com"];
    const plain = await open("/search/", { javaScriptEnabled: false, hosts });
    await plain.page.fill("#engine-words", "site:news.yunhe.example.com 大桥");
    await plain.page.press("#engine-words", "Enter");
    await plain.page.waitForURL(/search\.example\.com/);
    expect(new URL(plain.page.url()).searchParams.get("q")).toBe("site:news.yunhe.example.com 大桥");
    expect(plain.complaints).toEqual([]);
    const scripted = await open("/search/?q=%E5%A4%A7%E6%A1%A5");
    await answer(scripted.page);
    expect(await scripted.page.inputValue("#engine-words")).toBe("site:news.yunhe.example.com 大桥");
  });
});

/** Browsers that run scripts, but not what the search is made of. */
const OLD_BROWSERS = {
  "knows no modules": () => void Reflect.deleteProperty(HTMLScriptElement.prototype, "noModule"),
  "is of 2020": () => void Reflect.deleteProperty(Array.prototype, "at"),
  "has no WebAssembly": () => void Reflect.deleteProperty(globalThis, "WebAssembly"),
};

const YEARS = ["2026", "2025", "2024", "2023"];

describeInBrowser(
  "the search of some years",
  ({ open }) => {
    it("asks the last three years, until all are wanted or one", async () => {
      const { page, complaints } = await open("/paper/search/?q=%E5%A4%A7%E6%A1%A5");
      expect((await answer(page)).said).toContain("找到 6 篇");
      await page.selectOption("[name=years]", "2023");
      await page.waitForURL(/years=2023/);
      expect((await answer(page)).slugs.toSorted()).toEqual(["a2023", "b2023"]);
      await page.selectOption("[name=years]", { label: "全部年份" });
      await page.selectOption("[name=order]", "date");
      await page.waitForURL(/order=date/);
      const { slugs } = await answer(page);
      expect(slugs).toEqual(YEARS.flatMap((year) => [`b${year}`, `a${year}`]));
      expect(await page.getAttribute(FINDS, "href")).toBe("/paper/2026/0201/b2026.html");
      expect(await page.isVisible("text=站内搜索要用新一些的浏览器")).toBe(false);
      expect(complaints).toEqual([]);
    });

    it.each(Object.entries(OLD_BROWSERS))(
      "shows no box to a browser that %s, but a way to go on",
      async (_, before) => {
        const { page } = await open("/paper/search/", { before });
        expect(await page.isVisible("#search")).toBe(false);
        expect(await page.isVisible("text=站内搜索要用新一些的浏览器")).toBe(true);
      },
    );

    it("shows the same without scripts", async () => {
      const { page } = await open("/paper/search/", { javaScriptEnabled: false });
      expect(await page.isVisible("#search")).toBe(false);
      expect(await page.isVisible("text=站内搜索要用新一些的浏览器")).toBe(true);
    });
  },
  (folder) => {
    const files = YEARS.flatMap((year) => [
      [`content/news/${year}-01-01-a${year}.md`, article({ 标题: `${year}年的大桥` }, "通车。")],
      [`content/news/${year}-02-01-b${year}.md`, article({ 标题: "别的" }, "有一座大桥。")],
    ]);
    const site = "title: 报\nurl: https://x.example.com/paper\n";
    const { root } = makeNewsroom({ "content/site.yaml": site, ...Object.fromEntries(files) });
    buildNewsroom(root, `${folder}/paper`);
  },
);
