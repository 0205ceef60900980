import { describe, expect, it } from "vitest";
import { deskRows } from "../../src/desk/rows.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { tagKey } from "../../src/model/taxonomy.ts";
import { article, stamp } from "../ranking/articles.ts";

const NOW = stamp("2026-03-31T12:00").epoch;
const TAXONOMY = {
  labels: new Map(),
  aliases: new Map([[tagKey("大桥"), tagKey("云河大桥")]]),
  parents: new Map(),
};

function problem(file: string, severity: Diagnostic["severity"]): Diagnostic {
  const text = { zh: "错", en: "wrong" };
  return { file, severity, code: "test/wrong", message: text, hint: text };
}

const rows = (articles: Parameters<typeof deskRows>[0], diagnostics: readonly Diagnostic[] = []) =>
  deskRows(articles, TAXONOMY, NOW, diagnostics);

describe("an article on the desk", () => {
  it.each([
    ["published", {}],
    ["draft", { draft: true, withdrawn: { date: stamp("2026-03-02"), reason: "" } }],
    ["scheduled", { publishAt: stamp("2026-03-31T12:01") }],
    ["expired", { expires: stamp("2026-03-31T12:00") }],
    ["withdrawn", { withdrawn: { date: stamp("2026-03-02"), reason: "" } }],
  ] as const)("is %s", (state, parts) => {
    expect(rows([article("news/a", "2026-03-01", parts)])[0]?.state).toBe(state);
  });

  it("is scheduled for the later of its date and its time of publication", () => {
    const opens = (date: string, publishAt: string) =>
      rows([article("news/a", date, { publishAt: stamp(publishAt) })])[0]?.opens?.local;
    expect(opens("2026-04-02", "2026-04-01T08:00")).toBe("2026-04-02T00:00:00");
    expect(opens("2026-04-02", "2026-04-03T08:00")).toBe("2026-04-03T08:00:00");
    expect(opens("2026-03-02", "2026-03-03T08:00")).toBeUndefined();
  });

  it("is broken while its file has an error, and keeps what it last said", () => {
    const found = rows(
      [article("news/a", "2026-03-01", { draft: true })],
      [problem("content/news/a.md", "error"), problem("content/news/a.md", "warning")],
    );
    expect(found).toMatchObject([{ state: "broken", title: "tnews/a", errors: 1, warnings: 1 }]);
  });

  it("is not broken by a warning, nor by the errors of other files", () => {
    const found = rows(
      [article("news/a", "2026-03-01")],
      [
        problem("content/news/a.md", "warning"),
        problem("content/news/_index.md", "error"),
        problem("content/pages/a.md", "error"),
        problem("content/site.yaml", "error"),
        problem("templates/pages/article.hbs", "error"),
      ],
    );
    expect(found).toMatchObject([{ state: "published", errors: 0, warnings: 1 }]);
  });

  it("is listed by its name, before all others, where it could never be read", () => {
    const found = rows(
      [article("news/a", "2026-03-01"), article("news/b", "2026-03-02")],
      [problem("content/news/sub/c/index.md", "error")],
    );
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ["news/sub/c", "broken"],
      ["news/b", "published"],
      ["news/a", "published"],
    ]);
    expect(found[0]).toMatchObject({ section: "news/sub", errors: 1 });
  });

  it("has its tags by their one name", () => {
    const found = rows([article("news/a", "2026-03-01", { tags: ["大桥", "云河大桥", "交通"] })]);
    expect(found[0]?.tags).toEqual(["云河大桥", "交通"]);
  });
});
