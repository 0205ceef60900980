import { describe, expect, it } from "vitest";
import { suggestTags } from "../../src/drafting/suggestTags.ts";
import { article, library } from "../ranking/articles.ts";

const LIBRARY = library([
  article("n/a", "2026-03-01", { title: "云河大桥新桥封闭维修", tags: ["云河大桥", "交通"] }),
  article("n/b", "2026-03-02", { title: "云河大桥旧桥恢复通车", tags: ["云河大桥", "通车"] }),
  article("n/c", "2026-03-03", { title: "小麦返青", tags: ["三农"] }),
  article("n/d", "2026-03-04", { title: "暴雨来了", tags: ["天气"], draft: true }),
]);

describe("the tags suggested for a title", () => {
  it("are those that it names, then its neighbours', nearest first", () => {
    expect(suggestTags("云河大桥新桥合龙", LIBRARY)).toEqual(["云河大桥", "交通", "通车"]);
  });

  it("are none where it is like nothing before", () => {
    expect(suggestTags("电影票价公布", LIBRARY)).toEqual([]);
  });

  it("are never those of what readers do not see", () => {
    expect(suggestTags("暴雨来了又走", LIBRARY)).toEqual([]);
  });

  it("are six at most", () => {
    const tags = ["一一", "二二", "三三", "四四", "五五", "六六", "七七"];
    const many = library([article("n/a", "2026-03-01", { title: "全市大会召开", tags })]);
    expect(suggestTags("全市大会闭幕", many)).toEqual(
      ["一一", "七七", "三三", "二二", "五五", "六六"].sort(),
    );
  });
});
