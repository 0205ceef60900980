import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSafeName } from "../../src/content/names.ts";
import { freeSlug, slugOf } from "../../src/drafting/slug.ts";

describe("the slug of a title", () => {
  it.each([
    ["今晚有雨", "jin-wan-you-yu"],
    ["重庆行长谈增长", "chong-qing-hang-zhang-tan-zeng-zhang"],
    ["绿化女儿林", "lv-hua-nv-er-lin"],
    ["2026年GDP增长3.5%，投资1,000亿元", "2026-nian-gdp-zeng-zhang-3-5-tou-zi-1000-yi-yuan"],
    ["ＡＩ走进“小店”", "ai-zou-jin-xiao-dian"],
    ["Café don’t close", "cafe-dont-close"],
    ["……！", "article"],
  ])("of %s is %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("is cut after a whole syllable", () => {
    const slug = slugOf("云河市召开全市老旧小区改造工作推进会议部署下一阶段重点任务");
    expect(slug).toBe("yun-he-shi-zhao-kai-quan-shi-lao-jiu-xiao-qu-gai-zao-gong");
  });

  it("is short, lower-case ASCII and safe, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe("a free slug", () => {
  it("is the slug itself where nothing has it", () => {
    expect(freeSlug("rain", () => false)).toBe("rain");
  });

  it("has the first number that is free", () => {
    const taken = new Set(["rain", "rain-2"]);
    expect(freeSlug("rain", (slug) => taken.has(slug))).toBe("rain-3");
  });

  it("is never a name that Windows keeps for itself", () => {
    expect(isSafeName("con")).toBe(false);
    expect(freeSlug("con", () => false)).toBe("con-2");
  });
});
