import { expect } from "vitest";
import { article, type Built, type Files, makeNewsroom, type Newsroom } from "./newsroom.ts";

/** What a bad file is told as: `E 2:5 yaml/anchor`, `W 6:2 …`, or `E content/path` where a name has no lines. */
export type Told = readonly string[];

/** The files of a newsroom that is published before anything bad comes to it. */
const GOOD: Files = {
  "content/news/2026-03-01-good.md": article({ 标题: "好稿", 标签: "[民生]" }),
  "content/news/2026-03-02-fine.md": article({ 标题: "另一篇好稿" }),
};

/** A build of a newsroom that stood published, after something was put into it. */
export interface Trial {
  readonly room: Newsroom;
  readonly code: number;
  /** What was told of a file below the newsroom, in the order of the report. */
  readonly toldOf: (file: string) => Told;
  /** All that was told, with its file. */
  readonly told: Told;
  /** What an editor reads in the terminal. */
  readonly terminal: Built;
  /** The published site before and after. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

interface Reported {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint: string;
}

/** Publishes the good newsroom, puts files into it (and what `more` does to its folder), and builds again. */
export async function tryFiles(
  files: Files,
  more: (room: Newsroom) => void | Promise<void> = () => {},
): Promise<Trial> {
  const room = makeNewsroom(GOOD);
  const first = await room.build();
  expect(first.code, first.stderr).toBe(0);
  const before = room.site();
  room.write(files);
  await more(room);
  const { code, stdout } = await room.build({ report: "json" });
  const terminal = await room.build();
  const diagnostics = (JSON.parse(stdout) as { readonly diagnostics: readonly Reported[] }).diagnostics;
  for (const { message, hint } of diagnostics) expect([message, hint]).not.toContain("");
  return {
    room,
    code,
    toldOf: (file) => diagnostics.filter((found) => found.file === file).map(spot),
    told: diagnostics.map((found) => `${found.file} ${spot(found)}`),
    terminal,
    before,
    after: room.site(),
  };
}

/** Holds that a build refused: exit 1, the site byte for byte as before, words and no stack trace. */
export function expectRefused({ code, terminal, before, after }: Trial, exitCode = 1): void {
  expect(code).toBe(exitCode);
  expect(terminal.code).toBe(exitCode);
  expect(terminal.stderr).toContain("没有发布");
  expect(terminal.stderr).not.toMatch(/^\s+at .+:\d+/m);
  expect(after).toEqual(before);
}

function spot({ severity, line, column, code }: Reported): string {
  const place = line === undefined ? "" : ` ${line}:${column}`;
  return `${severity === "error" ? "E" : "W"}${place} ${code}`;
}
