import { compareText } from "../model/diagnostic.ts";
import { nearestName } from "../model/suggest.ts";

/** A folder that takes articles. */
export interface SectionName {
  /** `economy/projects`. */
  readonly path: string;
  readonly title: string;
}

/** What an editor's word for a section leads to. */
export type FoundSection =
  | { readonly kind: "found"; readonly section: SectionName }
  | { readonly kind: "ambiguous"; readonly matches: readonly SectionName[] }
  | { readonly kind: "unknown"; readonly nearest: string | undefined };

/** Finds a section by its folder (`economy/projects`), its title (`项目`) or its titles from the top (`经济/项目`). A folder comes before a title. */
export function findSection(written: string, sections: readonly SectionName[]): FoundSection {
  const name = written
    .trim()
    .normalize("NFC")
    .replace(/\\/g, "/")
    .replace(/^(?:\.?\/)?(?:content\/)?|\/+$/g, "");
  const exact = sections.find(({ path }) => path === name);
  if (exact !== undefined) return { kind: "found", section: exact };
  const matches = sections
    .filter((section) => section.title === name || fullTitle(section, sections) === name)
    .toSorted((a, b) => compareText(a.path, b.path));
  const [only] = matches;
  if (only === undefined) return { kind: "unknown", nearest: nearestName(name, namesOf(sections)) };
  return matches.length === 1 ? { kind: "found", section: only } : { kind: "ambiguous", matches };
}

/** The titles of a section and of those above it: `经济/项目`. */
export function fullTitle({ path }: SectionName, sections: readonly SectionName[]): string {
  const titles = new Map(sections.map((section) => [section.path, section.title]));
  const folders = path.split("/");
  return folders
    .map((folder, index) => titles.get(folders.slice(0, index + 1).join("/")) ?? folder)
    .join("/");
}

function namesOf(sections: readonly SectionName[]): string[] {
  return sections.flatMap((section) => [section.path, section.title]);
}
