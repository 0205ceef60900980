import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeCacheFile } from "../../src/cache/shard.ts";
import { openThemer, type ReadyTheme } from "../../src/memory/themer.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { temporaryFolder } from "../support/folders.ts";
import { type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

const DEFAULT_THEME = join(import.meta.dirname, "../../templates");

const placeOf = ({ root }: Newsroom) => ({
  root,
  defaultTheme: DEFAULT_THEME,
  ownTheme: join(root, "templates"),
  basePath: "",
});

/** All of a theme but its functions. */
function plain({ files, assets, layouts, diagnostics }: ReadyTheme) {
  const outputs = assets.outputs.map(({ route, bytes }) => [route, Buffer.from(bytes).toString("latin1")]);
  return { files, layouts, diagnostics, urls: assets.urls, outputs };
}

test("a theme is the same from memory, from the cache and looked over anew, broken or whole", async () => {
  const room = makeNewsroom({});
  const place = placeOf(room);
  const kept = { file: join(temporaryFolder(), "theme"), toolId: "t", mayWrite: true, isLasting: false };
  const long = openThemer({ ...kept, isLasting: true });
  const saves: readonly Files[] = [
    {},
    { "templates/pages/article.hbs": "{{#if}" },
    { "templates/pages/article.hbs": "{{title}} {{nope}}" },
    { "templates/pages/article.hbs": "{{title}}" },
    { "templates/assets/style.css": "a{color:" },
    { "templates/assets/style.css": "a{color:red}" },
    { "templates/stray.hbs": "x" },
    { "templates/pages/article.hbs": "{{> nowhere}}" },
    { "templates/pages/article.hbs": "{{title}}" },
  ];
  let broken = 0;
  for (const files of saves) {
    room.write(files);
    const anew = await openThemer()(place);
    const remembered = [await long(place), await openThemer(kept)(place)];
    for (const theme of remembered) expect(plain(theme)).toEqual(plain(anew));
    if (hasErrors(anew.diagnostics)) broken++;
    else
      for (const theme of remembered)
        expect(theme.templateKey("pages/article")).toBe(anew.templateKey("pages/article"));
  }
  expect(broken).toBe(3);
  const below = await openThemer(kept)({ ...place, basePath: "/paper" });
  expect([...below.assets.urls.values()].every((url) => url.startsWith("/paper/"))).toBe(true);
});

test.each([
  "null",
  "[]",
  "5",
  "{}",
  "no JSON",
  '{"toolId":"t"}',
  '{"toolId":"another","key":"k","value":{}}',
])("a cache file that holds %s is passed over", async (content) => {
  const file = join(temporaryFolder(), "theme");
  writeCacheFile(file, Buffer.from(content));
  const { layouts } = await openThemer({ file, toolId: "t", mayWrite: true, isLasting: false })(
    placeOf(makeNewsroom({})),
  );
  expect(layouts.has("article")).toBe(true);
});

test("a cache file that was cut is passed over", async () => {
  const file = join(temporaryFolder(), "theme");
  writeFileSync(file, "cut");
  const { layouts } = await openThemer({ file, toolId: "t", mayWrite: true, isLasting: false })(
    placeOf(makeNewsroom({})),
  );
  expect(layouts.has("article")).toBe(true);
});
