import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommonOptions, languageOf, resolveContext, UsageError } from "../../src/commands/context.ts";
import { makeNewsroom } from "../support/newsroom.ts";

const { root } = makeNewsroom({});
const resolve = (options: Partial<CommonOptions> = {}, environment: NodeJS.ProcessEnv = {}) =>
  resolveContext({ root, ...options }, environment);
const NOON = Date.UTC(2026, 2, 31, 4);

describe("the moment", () => {
  test.each([
    "2026-03-31T12:00:00+08:00",
    "2026-03-31T12:00+08:00",
    "2026-03-31T04:00:00Z",
    "2026-03-31T04:00Z",
    "2026-03-30T23:00:00-05:00",
  ])("is read from --now %s", (now) => {
    expect(resolve({ now }).order.now).toBe(NOON);
  });

  test.each([
    "2026-03-31",
    "2026-03-31T12:00:00",
    "2026-03-31 12:00:00+08:00",
    "2026-02-31T12:00:00Z",
    "2026-03-31T24:00:00Z",
    "2026-03-31T12:60:00Z",
    "2026-03-31T12:00:00+25:00",
    "1774929600",
    "now",
    "",
  ])("is never guessed from --now %j", (now) => {
    expect(() => resolve({ now })).toThrow(UsageError);
    expect(() => resolve({ now, lang: "en" })).toThrow("cannot be read; write 2026-03-31T12:00:00+08:00");
  });

  test("is SOURCE_DATE_EPOCH's, in seconds, without --now", () => {
    expect(resolve({}, { SOURCE_DATE_EPOCH: "1774929600" }).order.now).toBe(NOON);
    expect(resolve({}, { SOURCE_DATE_EPOCH: "0" }).order.now).toBe(0);
  });

  test("is --now's where both are given", () => {
    expect(resolve({ now: "2026-03-31T04:00Z" }, { SOURCE_DATE_EPOCH: "5" }).order.now).toBe(NOON);
  });

  test.each(["yesterday", "-1", "1.5", "1774929600000000"])(
    "is never guessed from SOURCE_DATE_EPOCH %j",
    (seconds) => {
      expect(() => resolve({}, { SOURCE_DATE_EPOCH: seconds })).toThrow("SOURCE_DATE_EPOCH");
    },
  );

  test("is the clock's without either", () => {
    const before = Date.now();
    const { now } = resolve({}, { SOURCE_DATE_EPOCH: "" }).order;
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});

describe("the folders", () => {
  test("are dist/ below the newsroom, or what --out names", () => {
    expect(resolve().outDir).toBe(join(root, "dist"));
    expect(resolve({ out: join(root, "public") }).outDir).toBe(join(root, "public"));
  });

  test.each(["content", "content/site", "content/static", "."])(
    "refuse --out %s, among the sources or around them",
    (out) => {
      expect(() => resolve({ out: join(root, out) })).toThrow("content");
    },
  );

  test("take a folder for what it is, whatever its name starts with", () => {
    mkdirSync(join(root, "content-site"), { recursive: true });
    expect(resolve({ out: join(root, "content-site") }).outDir).toBe(join(root, "content-site"));
    expect(resolve({ out: join(root, "..site") }).outDir).toBe(join(root, "..site"));
  });

  test("refuse a newsroom that is not there", () => {
    expect(() => resolve({ root: join(root, "nowhere") })).toThrow("没有");
    expect(() => resolve({ root: join(root, "content/site.yaml") })).toThrow(UsageError);
  });
});

describe("--url", () => {
  test.each(["https://preview.example.com", "http://localhost:8080/paper"])("may be %s", (url) => {
    expect(resolve({ url }).order.url).toBe(url);
  });

  test.each(["preview.example.com", "ftp://example.com/", "javascript:alert(1)", "/paper", ""])(
    "may not be %j",
    (url) => {
      expect(() => resolve({ url })).toThrow("--url");
    },
  );
});

describe("the language of messages", () => {
  test.each([
    ["en", {}, "en"],
    ["zh", { LANG: "en_US.UTF-8" }, "zh"],
    [undefined, { LANG: "en_US.UTF-8" }, "en"],
    [undefined, { LANG: "zh_CN.UTF-8" }, "zh"],
    [undefined, { LC_ALL: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh"],
    [undefined, { LC_MESSAGES: "en_GB", LANG: "zh_CN.UTF-8" }, "en"],
    [undefined, { LC_ALL: "", LANG: "en_US.UTF-8" }, "en"],
    [undefined, { LANG: "tr_TR.UTF-8" }, "zh"],
    [undefined, {}, "zh"],
  ])("with --lang %s in %j is %s", (lang, environment, language) => {
    expect(languageOf({ lang }, environment)).toBe(language);
  });
});
