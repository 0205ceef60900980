import { pageSchemas } from "../model/page.ts";
import type { ThemeFiles } from "./theme.ts";

/** The templates that an article may name as its layout: `article`, and those of the newsroom's own that are no other kind's. */
export function articleLayouts({ templates }: Pick<ThemeFiles, "templates">): ReadonlySet<string> {
  const pages = [...templates.keys()].flatMap((name) =>
    name.startsWith("pages/") ? [name.slice("pages/".length)] : [],
  );
  return new Set(pages.filter((name) => name === "article" || !(name in pageSchemas)));
}
