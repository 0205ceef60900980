import { findSection, fullTitle, type SectionName } from "../drafting/findSection.ts";
import { compareText } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import { sectionTree, withAncestors } from "../pages/sections.ts";
import type { Desk } from "../press.ts";
import type { Language } from "../report/language.ts";
import type { Ask } from "./asking.ts";
import { UsageError } from "./context.ts";

/** The folders of a newsroom that take articles, in the order of its navigation, each with its sub-sections behind it. */
export function sectionsOf({ copy, library }: Pick<Desk, "copy" | "library">): SectionName[] {
  const tree = sectionTree(copy.sections, library);
  const hidden = copy.articles
    .flatMap(({ section }) => withAncestors(section))
    .filter((path) => !tree.has(path));
  const paths = [...tree.keys(), ...[...new Set(hidden)].sort(compareText)];
  const below = (parent: string): string[] =>
    paths.filter((path) => folderOf(path) === parent).flatMap((path) => [path, ...below(path)]);
  return below("").map((path) => ({ path, title: tree.get(path)?.title ?? path.split("/").at(-1) ?? path }));
}

/** The folder of the section that is told or, on a terminal, chosen from a list. Throws `UsageError`. */
export async function chooseSection(
  told: string | undefined,
  sections: readonly SectionName[],
  language: Language,
  ask: Ask | undefined,
): Promise<string> {
  if (told !== undefined) return lookUp(told, sections, language);
  const [only] = sections;
  if (only !== undefined && sections.length === 1) return only.path;
  const list = listed(sections);
  if (ask === undefined || sections.length === 0) {
    throw new UsageError(
      language === "zh"
        ? `没有写栏目，加上 --section。${only === undefined ? "还没有栏目：先建一个文件夹，如 content/news" : `有这些：\n${list}`}`
        : `a section is wanted: add --section. ${only === undefined ? "There is none yet: make a folder such as content/news" : `There are:\n${list}`}`,
    );
  }
  const answer = await ask(
    `${list}\n${language === "zh" ? "栏目（写编号、文件夹或名称）：" : "Section (number, folder or title): "}`,
  );
  if (answer === undefined || answer === "")
    throw new UsageError(language === "zh" ? "没有选栏目" : "no section was chosen");
  const numbered = /^\d+$/.test(answer) ? sections[Number(answer) - 1] : undefined;
  return numbered?.path ?? lookUp(answer, sections, language);
}

function lookUp(written: string, sections: readonly SectionName[], language: Language): string {
  const found = findSection(written, sections);
  switch (found.kind) {
    case "found":
      return found.section.path;
    case "ambiguous": {
      const paths = found.matches.map(({ path }) => path).join(language === "zh" ? "、" : ", ");
      throw new UsageError(
        language === "zh"
          ? `叫“${written}”的栏目不止一个，请写文件夹：${paths}`
          : `“${written}” may be any of ${paths}; write the folder`,
      );
    }
    case "unknown": {
      const zh = found.nearest === undefined ? `有这些：\n${listed(sections)}` : `是不是“${found.nearest}”？`;
      const en =
        found.nearest === undefined ? `there are:\n${listed(sections)}` : `did you mean “${found.nearest}”?`;
      throw new UsageError(
        language === "zh" ? `没有“${written}”这个栏目，${zh}` : `there is no section “${written}”; ${en}`,
      );
    }
  }
}

function listed(sections: readonly SectionName[]): string {
  return sections
    .map((section, index) => `  ${index + 1}. ${section.path}  ${fullTitle(section, sections)}`)
    .join("\n");
}
