import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { some } from "../support/amount.ts";
import { article, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";
import { HIDDEN, hiddenArticle, pathOf, photosOf, secret, secretsIn } from "../support/secrets.ts";
import { tracedPhoto, tracesIn, widthsIn } from "../support/tracedPhotos.ts";

const STATUSES = Object.keys(HIDDEN);
const LATE = "content/news/2026-03-17-late";

/** Articles that hold secrets, and others at the same places that hold nothing but what hides them. */
let secretive: Files;
let empty: Files;
let late: Files;

beforeAll(async () => {
  secretive = Object.assign({}, ...(await Promise.all(STATUSES.map(hiddenArticle))));
  empty = Object.fromEntries(
    STATUSES.map((status) => [
      `content/news/${pathOf(status)}/index.md`,
      article({ 标题: "空", ...HIDDEN[status] }, "空"),
    ]),
  );
  late = {
    ...lateStory({}),
    ...(await photosOf("late", LATE)),
    // Of a picture that readers do see, all is found that is made of a picture.
    "content/news/2026-03-14-a/seen.jpg": await tracedPhoto("seen photo.jpg"),
  };
});

/** An article with secrets, and with all that hides it or not. */
function lateStory(hiding: Readonly<Record<string, string>>): Files {
  const word = (place: string) => secret("late", place);
  const lines = { 标题: word("title"), 标签: `[${word("tag")}]`, 题图: `${word("cover")}.png`, ...hiding };
  const body = `${word("body")}\n\n![图](${word("photo")}.jpg)\n\n[原图](${word("linked")}.webp)`;
  return { [`${LATE}/index.md`]: article(lines, body) };
}

/** Visible articles that lead to hidden ones by every means that an editor has. */
function newsroom(settings: string, hidden: Files): Newsroom {
  const links = STATUSES.filter((status) => status !== "withdrawn")
    .map((status) => `[看](../${pathOf(status)}/index.md)`)
    .join("、");
  const related = `[${STATUSES.map((status) => secret(status, "slug")).join(", ")}]`;
  return makeNewsroom({
    "content/site.yaml": `title: 报\nurl: https://x.example.com\n${settings}`,
    "content/tags.yaml": STATUSES.map((status) => `${secret(status, "tag")}: {parent: 镜湖}\n`).join(""),
    "content/news/2026-03-14-a/index.md": article(
      { 标题: "甲", 标签: "[镜湖]" },
      `${links}\n\n![图](seen.jpg)`,
    ),
    "content/news/2026-03-14-a/seen.jpg": late["content/news/2026-03-14-a/seen.jpg"] ?? "",
    "content/news/2026-03-16-b.md": article({ 标题: "乙", 标签: "[镜湖]", 相关: related }),
    ...hidden,
  });
}

/** What a packed file holds, as the parts of a search index are; nothing for any other. */
function unpacked(bytes: string): string {
  try {
    return gunzipSync(Buffer.from(bytes, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}

const WITHDRAWN_SLUG = secret("withdrawn", "slug");
const WITHDRAWN_ROUTE = `/2026/0315/${WITHDRAWN_SLUG}.html`;

/** Where a secret stands in the built site: in a file's bytes or name, in a picture's colours or size. A withdrawn article's address is none. */
async function findings({ site }: Pick<Newsroom, "site">): Promise<string[]> {
  const files = [...site()].map(async ([route, bytes]) => {
    const words = secretsIn(`${route}\n${bytes}\n${unpacked(bytes)}`);
    if (route === WITHDRAWN_ROUTE) words.delete(WITHDRAWN_SLUG);
    const isPicture = /\.(?:jpe?g|png|webp|avif|gif)$/.test(route);
    const photos = isPicture ? await tracesIn(Buffer.from(bytes, "latin1")) : widthsIn(bytes);
    return [...words, ...photos.filter((name) => !name.startsWith("seen "))].map(
      (what) => `${what} in ${route}`,
    );
  });
  return (await Promise.all(files)).flat();
}

const RAILS = {
  "baked rails": "rails: baked",
  "automatic rails in a small site": "rails: auto",
  "automatic rails in a large one": "rails: auto, bakeUpTo: 0, bakeDays: 0",
  "fetched rails": "rails: fetch",
  "included rails": "rails: include",
};
/** Pagefind takes longer than all the rest, and is told the same whatever the rails are. */
const SEARCHED = new Set(some(Object.keys(RAILS), 1));

describe.each(Object.entries(RAILS))("with %s", (name, rails) => {
  const settings = `lists: {perPage: 1, ${rails}}\nsearch: {index: ${SEARCHED.has(name)}}\nsocial: {cards: article}\n`;
  let room: Newsroom;
  beforeAll(() => {
    room = newsroom(settings, secretive);
  });

  test("no byte of the site tells of an article that is not published, nor does any picture", async () => {
    expect(await room.build()).toMatchObject({ code: 0 });
    expect(await findings(room)).toEqual([]);
    const { site } = room;
    expect([...site().keys()].some((route) => route.startsWith("/assets/media/seen."))).toBe(true);
    expect([...site().keys()].some((route) => route.endsWith("pagefind.js"))).toBe(SEARCHED.has(name));
  });

  test("the site is the one of a newsroom whose hidden articles are empty, byte for byte", async () => {
    const other = newsroom(settings, empty);
    expect(await other.build()).toMatchObject({ code: 0 });
    const [ours, theirs] = [room.site(), other.site()];
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    expect([...ours].filter(([route, bytes]) => theirs.get(route) !== bytes).map(([route]) => route)).toEqual(
      [],
    );
  });

  test("nor does one of a warm build, after an article that was out is hidden", async () => {
    const before = room.site();
    room.write(late);
    expect(await room.build()).toMatchObject({ code: 0 });
    const found = (await findings(room)).join("\n");
    for (const place of ["title", "body", "cover", "photo", "linked"])
      expect(found).toContain(secret("late", place));
    expect(found).toMatch(/late photo\.jpg in \/assets\/media\//);
    const hiding = some(Object.values(HIDDEN), 1)[0] ?? {};
    room.write(lateStory("撤稿" in hiding ? { 草稿: "是" } : hiding));
    expect(await room.build()).toMatchObject({ code: 0 });
    expect(await findings(room)).toEqual([]);
    expect(
      [...room.site()].filter(([route, bytes]) => before.get(route) !== bytes).map(([route]) => route),
    ).toEqual([]);
  });
});

describe("the search for secrets", () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = newsroom("lists: {perPage: 1}\n", secretive);
    expect((await room.build({ drafts: true, future: true })).code).toBe(0);
  });

  test("finds each of them, where a preview shows it", async () => {
    const found = (await findings(room)).join("\n");
    for (const status of ["draft", "scheduled", "future"]) {
      for (const place of ["title", "slug", "body", "tag", "author", "alias", "folder", "desc", "column"])
        expect(found).toContain(secret(status, place));
      for (const place of ["title", "slug", "body", "tag", "author", "editor", "summary", "folder"])
        expect(found).toMatch(new RegExp(`${secret(status, place)} in /search/2026/fragment/`));
      expect(found).toMatch(new RegExp(`${secret(status, "body")} in /search/2026/index/`));
      for (const name of ["cover.png", "photo.jpg", "linked.webp"]) {
        expect(found).toMatch(new RegExp(`^${status} ${name} in /assets/media/`, "m"));
        expect(found).toContain(`${secret(status, name.split(".")[0] ?? "")} in /assets/media/`);
      }
      for (const name of ["cover.png", "photo.jpg"])
        expect(found).toMatch(new RegExp(`^${status} ${name} in /2026/.+\\.html$`, "m"));
    }
  });

  test("finds nothing after the next build for readers, in the same folder", async () => {
    expect((await room.build()).code).toBe(0);
    expect(await findings(room)).toEqual([]);
  });

  test("looks into packed files, and into pictures whatever they are called and however they were made", async () => {
    const packed = gzipSync(secret("draft", "body")).toString("latin1");
    const original = Buffer.from(await tracedPhoto("draft cover.png"));
    const site = () =>
      new Map([
        ["/a.pf_fragment", packed],
        ["/b.png", original.toString("latin1")],
      ]);
    expect(await findings({ site })).toEqual([
      "zqdraftbodyqz in /a.pf_fragment",
      "zqdraftcoverpngqz in /b.png",
      "draft cover.png in /b.png",
    ]);
  });
});

test("a withdrawn article's address keeps the notice and its reason", async () => {
  const room = newsroom("search: {index: false}\n", secretive);
  await room.build();
  expect(room.page(WITHDRAWN_ROUTE)).toContain("有误");
});
