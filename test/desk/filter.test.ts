import { describe, expect, it } from "vitest";
import { filterRows, leafOf, queryOf, readFilter } from "../../src/desk/filter.ts";
import { deskRows } from "../../src/desk/rows.ts";
import { tagKey } from "../../src/model/taxonomy.ts";
import { article, stamp } from "../ranking/articles.ts";

const TAXONOMY = {
  labels: new Map(),
  aliases: new Map([[tagKey("istio"), tagKey("服务网格")]]),
  parents: new Map(),
};
const ROWS = deskRows(
  [
    article("news/a", "2026-03-04", { editor: "唐静言", tags: ["服务网格"] }),
    article("news/sub/b", "2026-03-03", { editor: "叶初晴", draft: true }),
    article("newspapers/c", "2026-03-02", { tags: ["Istio", "交通"] }),
    article("life/d", "2026-03-01", { editor: "唐静言", draft: true }),
  ],
  TAXONOMY,
  stamp("2026-03-31").epoch,
  [],
);

const found = (query: string) =>
  filterRows(ROWS, readFilter(new URLSearchParams(query)), TAXONOMY).map(({ id }) => id);

describe("the desk's filter", () => {
  it.each([
    ["", ["news/a", "news/sub/b", "newspapers/c", "life/d"]],
    ["section=&tag=&editor=&state=", ["news/a", "news/sub/b", "newspapers/c", "life/d"]],
    ["section=news", ["news/a", "news/sub/b"]],
    ["section=news%2Fsub", ["news/sub/b"]],
    ["tag=ISTIO", ["news/a", "newspapers/c"]],
    ["tag=+服务网格+", ["news/a", "newspapers/c"]],
    ["tag=没有", []],
    ["editor=唐静言", ["news/a", "life/d"]],
    ["state=draft", ["news/sub/b", "life/d"]],
    ["state=draft&editor=唐静言", ["life/d"]],
    ["state=nonsense&page=2&other=1", ["news/a", "news/sub/b", "newspapers/c", "life/d"]],
  ])("takes %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it("writes a query that asks for the same", () => {
    const filter = { section: "news/sub", tag: "a&b", editor: "唐 静言", state: "draft" } as const;
    expect(readFilter(new URLSearchParams(queryOf(filter, 3)))).toEqual(filter);
    expect(new URLSearchParams(queryOf(filter, 3)).get("page")).toBe("3");
    expect(queryOf({})).toBe("");
  });
});

describe("a page of a long list", () => {
  const items = Array.from({ length: 401 }, (_, n) => n);

  it.each([
    [1, 1, [0, 199]],
    [2, 2, [200, 399]],
    [3, 3, [400, 400]],
    [99, 3, [400, 400]],
    [-1, 1, [0, 199]],
    [1.5, 1, [0, 199]],
    [Number.NaN, 1, [0, 199]],
  ])("is the nearest to the asked one: %d", (asked, page, ends) => {
    const leaf = leafOf(items, asked, 200);
    expect([leaf.page, leaf.pages, leaf.total]).toEqual([page, 3, 401]);
    expect([leaf.items[0], leaf.items.at(-1)]).toEqual(ends);
  });

  it("is there for nothing too", () => {
    expect(leafOf([], 1, 200)).toEqual({ items: [], page: 1, pages: 1, total: 0 });
  });
});
