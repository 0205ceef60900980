import { expect, it } from "vitest";
import { article, makeNewsroom } from "../support/newsroom.ts";
it("x", async () => {
  const room = makeNewsroom({ "content/news/2026-02-09-a.md": article({ 标题: "雨" }) });
  console.time("first"); console.log(await room.build()); console.timeEnd("first");
  console.time("2"); console.log(await room.build()); console.timeEnd("2");
  console.log([...room.site().keys()]);
  room.write({ "content/news/2026-02-10-b.md": article({ 标题: "雨: 大雨", titel: "x", 日期: "2026-02-30" }) });
  console.log((await room.build()).stderr);
});
