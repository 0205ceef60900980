import { basename, dirname } from "node:path";
import { parse } from "yaml";
import type { Story } from "../story.ts";

/** A generated article as another generator can be told it: names without marks of our dialect, its body untouched. */
export interface PeerArticle {
  /** The file's path below content/, without `.md`. */
  readonly id: string;
  /** The folders that it stands in. */
  readonly section: string;
  /** Where our site has it, so that a peer's has it there too: `/2019/0107/yunhe-000268.html`. */
  readonly url: string;
  readonly title: string;
  /** RFC 3339, in the newsroom's zone. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly editor: string;
  readonly authors: readonly string[];
  /** The authors' units, in the same order. */
  readonly units: readonly string[];
  readonly correspondents: readonly string[];
  readonly summary: string | undefined;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly body: string;
}

/** The front matter that story.ts writes, every scalar as text. */
interface Front {
  readonly title: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly editor: string;
  readonly authors?: readonly { readonly name: string; readonly unit: string }[];
  readonly correspondents?: string;
  readonly summary?: string;
  readonly aliases?: string;
  readonly draft?: string;
}

/** Reads a story as it was generated. */
export function readStory({ path, text }: Story): PeerArticle {
  const [, yaml = "", body = ""] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? [];
  const front = parse(yaml, { schema: "failsafe" }) as Front;
  const id = path.slice(0, -".md".length);
  const [, year, monthDay, slug] = /^(\d{4})-(\d\d-\d\d)-(.*)$/.exec(basename(id)) ?? [];
  return {
    id,
    section: dirname(id),
    url: `/${year}/${monthDay?.replace("-", "")}/${slug}.html`,
    title: front.title,
    date: `${front.date.replace(" ", "T")}:00+08:00`,
    tags: front.tags,
    source: front.source,
    editor: front.editor,
    authors: (front.authors ?? []).map(({ name }) => name),
    units: (front.authors ?? []).map(({ unit }) => unit),
    correspondents: front.correspondents === undefined ? [] : [front.correspondents],
    summary: front.summary,
    aliases: front.aliases === undefined ? [] : [front.aliases],
    draft: front.draft === "true",
    body,
  };
}
