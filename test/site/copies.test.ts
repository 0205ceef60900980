import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withReader, withSurprise } from "../support/faults.ts";
import { article, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

const FILM = "content/static/films/a.mp4";
const TEXT = "content/news/2026-03-01-a.md";
const FORM = "content/news/form.pdf";

/** Before any index of git was written here. */
const OLD = new Date(1_700_000_000_000);

/** A newsroom with a file in static/ and one beside a text, which have to be read in more than one piece. */
function room(): Newsroom {
  return makeNewsroom({
    [TEXT]: article({ 标题: "甲" }, "[片子](/films/a.mp4)，[表](form.pdf)。"),
    [FILM]: Buffer.alloc(200_000, "film"),
    [FORM]: Buffer.alloc(200_000, "form"),
  });
}

/** Builds, and tells how the files that are copied, and their copies, are read. */
async function readings(room: Newsroom, options: Parameters<Newsroom["build"]>[0] = {}): Promise<string[]> {
  const seen: string[] = [];
  const built = await withReader(
    (path, how) => {
      if (/\.(?:mp4|pdf)$/.test(String(path)))
        seen.push(`${how} ${String(path).slice(room.root.length + 1)}`);
    },
    () => room.build(options),
  );
  expect(built.code, built.stderr).toBe(0);
  return seen;
}

function changeText(room: Newsroom): void {
  room.write({ [TEXT]: article({ 标题: "甲" }, "[片子](/films/a.mp4)，[表](form.pdf)。又一句。") });
}

const form = (room: Newsroom) => [...room.site().keys()].find((route) => route.endsWith(".pdf")) ?? "";

describe("files that are published as they are", () => {
  test("are never in memory whole, whatever is asked", async () => {
    const place = room();
    for (const options of [{}, { cache: false }, { verify: true }]) {
      changeText(place);
      expect((await readings(place, options)).filter((how) => how.startsWith("readFile"))).toEqual([]);
    }
    expect(place.page("/films/a.mp4")).toBe("film".repeat(50_000));
    expect(place.page(form(place))).toBe("form".repeat(50_000));
  });

  test("are kept unread in a clean checkout, and their copies too, but where they are to be verified", async () => {
    const place = room();
    place.write({ ".gitignore": "dist\n.cache\n" });
    for (const path of [FILM, FORM, TEXT]) utimesSync(join(place.root, path), OLD, OLD);
    const git = (...words: string[]) => execFileSync("git", ["-C", place.root, ...words], { stdio: "pipe" });
    git("init", "-q");
    git("add", "-A");
    await readings(place);
    changeText(place);
    expect(await readings(place)).toEqual([]);
    const verified = await readings(place, { verify: true });
    expect(verified.sort()).toEqual([`openSync dist${form(place)}`, "openSync dist/films/a.mp4"].sort());
  });

  test("are copied again where a checkout wrote other line ends, which git takes for the same", async () => {
    const place = room();
    const path = "content/static/rules.json";
    const save = (text: string) => {
      place.write({ [path]: text });
      for (const name of [path, TEXT]) utimesSync(join(place.root, name), OLD, OLD);
    };
    const git = (...words: string[]) => execFileSync("git", ["-C", place.root, ...words], { stdio: "pipe" });
    save("{\n}\n");
    git("init", "-q");
    git("config", "core.autocrlf", "true");
    git("add", "content");
    await readings(place);
    save("{\r\n}\r\n");
    git("add", "--renormalize", "content");
    git("update-index", "--refresh");
    changeText(place);
    await readings(place);
    expect(place.page("/rules.json")).toBe("{\r\n}\r\n");
  });

  test("are kept without a look at their copies where git knows nothing of them", async () => {
    const place = room();
    await readings(place);
    changeText(place);
    expect((await readings(place)).filter((how) => how.includes("dist"))).toEqual([]);
  });

  test("are written again where they changed, in their size too, or their copies were", async () => {
    const place = room();
    await place.build();
    place.write({ [FILM]: Buffer.alloc(200_000, "FILM") });
    expect((await place.build({ explain: true })).stderr).toContain("/films/a.mp4");
    expect(place.page("/films/a.mp4")).toBe("FILM".repeat(50_000));
    writeFileSync(join(place.outDir, "films/a.mp4"), "cut");
    await place.build();
    expect(place.page("/films/a.mp4").length).toBe(200_000);
    writeFileSync(join(place.outDir, "films/a.mp4"), Buffer.alloc(200_000, "evil"));
    await place.build({ verify: true });
    expect(place.page("/films/a.mp4")).toBe("FILM".repeat(50_000));
    writeFileSync(join(place.outDir, "films/a.mp4"), Buffer.alloc(200_000, "evil"));
    await place.build({ cache: false });
    expect(place.page("/films/a.mp4")).toBe("FILM".repeat(50_000));
  });

  test("stay as they are published where the cache is lost and they are the same", async () => {
    const place = room();
    await place.build();
    utimesSync(join(place.outDir, "films/a.mp4"), OLD, OLD);
    place.remove(".cache");
    await place.build();
    expect(statSync(join(place.outDir, "films/a.mp4")).mtimeMs).toBe(OLD.getTime());
  });

  test.skipIf(process.platform === "win32")(
    "may be read by every server, whoever may read the original",
    async () => {
      const place = room();
      for (const path of [FILM, FORM]) chmodSync(join(place.root, path), 0o400);
      await place.build();
      for (const route of ["/films/a.mp4", form(place)])
        expect(statSync(join(place.outDir, route)).mode & 0o777).toBe(0o644);
    },
  );

  test.each([FILM, FORM])("stop the press where they change while they are read: %s", async (path) => {
    const place = room();
    await place.build();
    const before = place.site();
    place.write({ [path]: "half of it" });
    const file = join(place.root, path);
    const grow = () => writeFileSync(file, "half of it, and the rest");
    // Read for what it holds, and then copied.
    const build = withSurprise(file, path === FILM ? 2 : 3, grow, () => place.build());
    await expect(build).rejects.toMatchObject({ code: "EBUSY", path: file });
    expect(place.site()).toEqual(before);
    await place.build();
    expect(readFileSync(join(place.outDir, path === FILM ? "films/a.mp4" : form(place)), "utf8")).toBe(
      "half of it, and the rest",
    );
  });
});
