import type { Section } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import type { Library } from "../ranking/library.ts";

/** A section with what stands in and below it. */
export interface SectionNode extends Section {
  /** Paths of the sub-sections, in their order. */
  readonly children: readonly string[];
  /** Indices into `Library.visible` of its own and its sub-sections' articles, newest first. */
  readonly articles: readonly number[];
}

export type SectionTree = ReadonlyMap<string, SectionNode>;

/**
 * All sections by path: the folders of visible articles, the folders with an `_index.md`, and the folders above them.
 * A folder without `_index.md` is titled by its name.
 */
export function sectionTree(described: readonly Section[], library: Library): SectionTree {
  const byPath = new Map(described.map((section) => [section.path, section]));
  const articles = articlesBySection(library);
  const paths = new Set([...byPath.keys(), ...articles.keys()].flatMap(withAncestors));
  const sections = [...paths].map((path) => byPath.get(path) ?? undescribed(path)).sort(compareSections);
  return new Map(
    sections.map((section) => [
      section.path,
      {
        ...section,
        children: sections.filter(({ path }) => folderOf(path) === section.path).map(({ path }) => path),
        articles: articles.get(section.path) ?? [],
      },
    ]),
  );
}

/** The sections of the first level, in their order. */
export function topSections(tree: SectionTree): SectionNode[] {
  return [...tree.values()].filter(({ path }) => folderOf(path) === "");
}

/** A path with the paths above it, the topmost first. */
export function withAncestors(path: string): string[] {
  const names = path.split("/");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function undescribed(path: string): Section {
  const title = path.split("/").at(-1) ?? path;
  return { path, title, order: Number.MAX_SAFE_INTEGER, description: "", aliases: [] };
}

function compareSections(a: Section, b: Section): number {
  return a.order - b.order || compareText(a.path, b.path);
}

function articlesBySection({ visible }: Library): ReadonlyMap<string, readonly number[]> {
  const bySection = new Map<string, number[]>();
  for (const [index, { section }] of visible.entries()) {
    for (const path of withAncestors(section)) {
      const known = bySection.get(path);
      if (known === undefined) bySection.set(path, [index]);
      else known.push(index);
    }
  }
  return bySection;
}
