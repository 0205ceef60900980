import { z } from "zod";
import { siteFields } from "../config/siteYaml.ts";
import { outletFields } from "../config/sourcesYaml.ts";
import { tagFields } from "../config/tagsYaml.ts";
import { articleFields } from "../content/fields.ts";
import { unwrap, zhName } from "../yaml/schema.ts";
import { jsonSchemaOf } from "./jsonSchema.ts";

/**
 * Files for a newsroom's `.vscode/`, by their path in it: made from the schemas that read the newsroom, so that they say the
 * same. Front matter has snippets and no schema: no extension that is widely used reads one inside Markdown.
 */
export function editorFiles(timeZone: string): ReadonlyMap<string, string> {
  const schemas = {
    "schemas/site.json": jsonSchemaOf(siteFields, "content/site.yaml"),
    "schemas/tags.json": jsonSchemaOf(z.record(z.string(), tagFields.optional()), "content/tags.yaml"),
    "schemas/sources.json": jsonSchemaOf(z.array(outletFields), "content/sources.yaml"),
  };
  const files = { ...schemas, "fields.code-snippets": fieldSnippets(articleFields(timeZone)) };
  return new Map(Object.entries(files).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]));
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly scope: "markdown";
  readonly description: string;
  readonly body: readonly string[];
}

type Snippets = Readonly<Record<string, Snippet>>;

/** A line of the front matter for each of its fields, in Chinese. */
function fieldSnippets(schema: z.ZodObject): Snippets {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => {
      const key = zhName(field, name);
      return [`${key} ${name}`, snippet([key, name], `文章开头的“${key}”`, `${key}: ${stopOf(field)}`)];
    }),
  );
}

function stopOf(field: z.ZodType): string {
  const inner = unwrap(field);
  if (inner instanceof z.ZodArray && !(unwrap(inner.element as z.ZodType) instanceof z.ZodObject))
    return "[$0]";
  const map = inner instanceof z.ZodArray ? unwrap(inner.element as z.ZodType) : inner;
  if (!(map instanceof z.ZodObject)) return "$0";
  const needed = Object.entries(map.shape).filter(([, part]) => !part.safeParse(undefined).success);
  return `{${needed.map(([name, part], index) => `${zhName(part, name)}: $${index + 1}`).join(", ")}}`;
}

function snippet(prefix: readonly string[], description: string, line: string): Snippet {
  return { prefix, scope: "markdown", description, body: [line] };
}
