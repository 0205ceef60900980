import { z } from "zod";
import type { Article } from "../model/article.ts";
import { type Diagnostic, hasErrors, type Parsed } from "../model/diagnostic.ts";
import type { Outlet } from "../model/site.ts";
import { readYaml } from "../yaml/failsafe.ts";
import { wrongType } from "../yaml/problems.ts";
import { oneOrMany, text, webAddress } from "../yaml/scalars.ts";
import { readTyped } from "../yaml/typed.ts";

/** The schema of one outlet of sources.yaml. */
export const outletFields = z.strictObject({
  name: text(100).meta({ zh: "名称" }),
  url: webAddress().optional().meta({ zh: "网址" }),
  aliases: oneOrMany(text(100)).optional().meta({ zh: "别名" }),
});

/** Gives articles' sources the names of sources.yaml: one outlet has one name, however its articles spell it, for lists count sources by name. */
export function namedByOutlet(outlets: readonly Outlet[]): (article: Article) => Article {
  const names = new Map(
    outlets.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
  );
  return (article) => {
    const name = names.get(article.source?.name ?? "");
    return name === undefined ? article : { ...article, source: { ...article.source, name } };
  };
}

/** Reads sources.yaml: a list of outlets. The value is undefined where there is an error. */
export function parseSources(source: string, file: string): Parsed<readonly Outlet[] | undefined> {
  const yaml = readYaml(source, file);
  if (hasErrors(yaml.diagnostics)) return { value: undefined, diagnostics: yaml.diagnostics };
  if (yaml.value === undefined) return { value: [], diagnostics: [] };
  if (yaml.value.kind !== "list") {
    return { value: undefined, diagnostics: [wrongType(yaml.value.place, "sources.yaml", "list")] };
  }
  const diagnostics: Diagnostic[] = [];
  const outlets = yaml.value.items.flatMap((item): Outlet[] => {
    const typed = readTyped(outletFields, item, item.place, { strictKeys: true });
    diagnostics.push(...typed.diagnostics);
    return typed.value === undefined ? [] : [{ ...typed.value, aliases: typed.value.aliases ?? [] }];
  });
  return { value: hasErrors(diagnostics) ? undefined : outlets, diagnostics };
}
