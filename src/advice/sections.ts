import type { Article, Section } from "../model/article.ts";
import { compareText, type Diagnostic } from "../model/diagnostic.ts";
import { untitledSection } from "./problems.ts";

/** Sections of a Chinese site whose only name is that of their folder, in Latin letters. */
export function adviseSections(articles: readonly Article[], sections: readonly Section[]): Diagnostic[] {
  const titled = new Set(sections.map(({ path }) => path));
  const untitled = new Set(articles.map(({ section }) => section).filter((path) => !titled.has(path)));
  return [...untitled]
    .filter((path) => !/\p{Script=Han}/u.test(path.split("/").at(-1) ?? path))
    .sort(compareText)
    .map((path) => untitledSection({ file: `content/${path}` }, path));
}
