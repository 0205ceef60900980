import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/readConfig.ts";
import { makeNewsroom } from "../support/newsroom.ts";
import { spots } from "../support/spots.ts";

const read = (files: Readonly<Record<string, string | Uint8Array>>, url?: string) =>
  readConfig(join(makeNewsroom(files).root, "content"), url);

describe("the configuration", () => {
  it("needs site.yaml alone", async () => {
    const { value, diagnostics } = await read({});
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      site: { title: "云河新闻网" },
      outlets: [],
      taxonomy: { labels: new Map() },
    });
  });

  it("tells the problems of all three files at once, with their names", async () => {
    const { value, diagnostics } = await read({
      "content/site.yaml": "title: 甲",
      "content/tags.yaml": "- 甲",
      "content/sources.yaml": "甲: 乙",
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([
      ["content/site.yaml", "yaml/missing-key"],
      ["content/tags.yaml", "yaml/not-a-map"],
      ["content/sources.yaml", "yaml/wrong-type"],
    ]);
  });

  it.each(["content/tags.yaml", "content/sources.yaml"])("takes an empty %s as absent", async (path) => {
    expect((await read({ [path]: " \n" })).diagnostics).toEqual([]);
  });

  it("says so where there is no site.yaml", async () => {
    const room = makeNewsroom({});
    room.remove("content/site.yaml");
    const { value, diagnostics } = await readConfig(join(room.root, "content"));
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual(["config/no-site"]);
  });

  it("reads files as Windows writes them", async () => {
    const { value, diagnostics } = await read({
      "content/site.yaml": "\ufefftitle: 甲\r\nurl: https://a.example\r\nslogan: 乙\r\n",
    });
    expect(diagnostics).toEqual([]);
    expect(value?.site).toMatchObject({ title: "甲", slogan: "乙" });
  });

  it("names the encoding of a file that is not UTF-8", async () => {
    const gbk = new Uint8Array([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xd4, 0xc6, 0xba, 0xd3, 0x0a]);
    const { diagnostics } = await read({ "content/site.yaml": gbk });
    expect(diagnostics).toMatchObject([{ code: "content/encoding", file: "content/site.yaml", line: 1 }]);
  });

  it("lets another address stand in for site.yaml's", async () => {
    const { value } = await read({}, "http://localhost:8080/preview/");
    expect(value?.site).toMatchObject({ origin: "http://localhost:8080", basePath: "/preview" });
  });
});
