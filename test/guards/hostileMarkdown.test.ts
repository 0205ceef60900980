import { describe, expect, test } from "vitest";
import { isLong, SEED, some } from "../support/amount.ts";
import { runCli } from "../support/cli.ts";
import { HOSTILE } from "../support/hostile.ts";
import { article, makeNewsroom, NOW } from "../support/newsroom.ts";

/** The ways in which a text that asks too much may be refused. */
const REFUSALS = [
  "markdown/too-deep",
  "markdown/too-tangled",
  "markdown/too-large",
  "content/deadline",
  "content/out-of-memory",
];
const NEIGHBOUR = "content/news/2026-03-02-neighbour.md";

/** One build, worker threads and deadline and all, of a hostile text for each pattern and of a neighbour with a mistake. */
function build(names: readonly string[], size: number) {
  const files = names.map((name, at) => [
    `content/news/2026-03-01-${at}.md`,
    article({ 标题: `甲${at}` }, HOSTILE[name]?.(size)),
  ]);
  const room = makeNewsroom({
    ...Object.fromEntries(files),
    [NEIGHBOUR]: article({ 标题: "乙", 日期: "2026-02-30" }),
  });
  const { code, stdout, stderr } = runCli([
    ...["build", "--root", room.root, "--now", NOW, "--lang", "zh", "--report", "json", "--no-cache"],
  ]);
  const report = JSON.parse(stdout || "{}") as {
    readonly diagnostics: readonly {
      readonly file: string;
      readonly severity: string;
      readonly code: string;
    }[];
  };
  const errors = (report.diagnostics ?? []).filter(({ severity }) => severity === "error");
  return { code, stderr, errors };
}

describe.each(isLong ? [50_000, 1_000_000] : [50_000])("hostile texts of %i characters", (size) => {
  const names = some(Object.keys(HOSTILE), 3);
  // Few at a time, so that a time-out names who was there.
  const groups = Array.from({ length: Math.ceil(names.length / 6) }, (_, at) =>
    names.slice(6 * at, 6 * at + 6),
  );

  test.each(groups.map((group) => [group.join(", "), group] as const))(
    "end in time, with the neighbour's mistake told: %s",
    (_, group) => {
      const { code, stderr, errors } = build(group, size);
      expect(stderr, `SEED=${SEED}`).toBe("");
      expect(code).toBe(1);
      expect(errors).toContainEqual(expect.objectContaining({ file: NEIGHBOUR, code: "date/impossible" }));
      const others = errors.filter(({ file }) => file !== NEIGHBOUR).map(({ code: told }) => told);
      expect(others.filter((told) => !REFUSALS.includes(told))).toEqual([]);
    },
    isLong ? 300_000 : 120_000,
  );
});
