import { describe, expect, it } from "vitest";
import { renderGitlab } from "../../src/report/gitlab.ts";
import { problem } from "./problems.ts";

const read = (...problems: Parameters<typeof renderGitlab>[0]) => JSON.parse(renderGitlab(problems, "zh"));

describe("a GitLab code quality report", () => {
  it("holds each problem with its place", () => {
    const [error, warning] = read(
      problem({ line: 2, column: 5 }),
      problem({ severity: "warning", code: "a/b" }),
    );
    expect(error).toEqual({
      description: "没有这一天 → 核对日期",
      check_name: "date/impossible",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: "critical",
      location: { path: "content/news/a.md", lines: { begin: 2 } },
    });
    expect([warning.severity, warning.location.lines.begin]).toEqual(["minor", 1]);
  });

  it("knows a problem again on another line, and tells two of a kind apart", () => {
    const [first, second] = read(problem({ line: 2 }), problem({ line: 3 }));
    const [moved] = read(problem({ line: 9 }));
    expect(moved.fingerprint).toBe(first.fingerprint);
    expect(second.fingerprint).not.toBe(first.fingerprint);
  });

  it("is an empty list where there is nothing to say", () => {
    expect(renderGitlab([], "zh")).toBe("[]\n");
  });
});
