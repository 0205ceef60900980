import { suggestTags } from "../drafting/suggestTags.ts";
import { tagKey } from "../model/taxonomy.ts";
import type { Desk } from "../press.ts";
import type { Language } from "../report/language.ts";
import type { Ask } from "./asking.ts";
import { chooseSection, sectionsOf } from "./chooseSection.ts";
import { UsageError } from "./context.ts";

/** What the editor has decided. */
export interface Draft {
  readonly title: string;
  /** The section's folder. */
  readonly section: string;
  readonly tags: readonly string[];
}

/** What the command was told of it. */
export interface Told {
  readonly title?: string;
  /** A folder or a title. */
  readonly section?: string;
  /** As typed, with commas of either width between them. */
  readonly tags?: string;
}

/** Takes what the command was told and asks for the rest; without anyone to ask, a title and a section must be told, and tags are left for later. Throws `UsageError`. */
export async function settleDraft(
  told: Told,
  desk: Desk,
  language: Language,
  ask: Ask | undefined,
): Promise<Draft> {
  const title = told.title?.trim() || (await askTitle(ask, language));
  if ([...title].length > 200 || /[\r\n]/.test(title))
    throw new UsageError(
      language === "zh" ? "标题最多 200 字，只占一行" : "a title is one line of at most 200 characters",
    );
  const sections = sectionsOf(desk);
  const section = await chooseSection(told.section, sections, language, ask);
  const suggested = suggestTags(title, desk.library);
  const tags = told.tags === undefined ? await askTags(suggested, language, ask) : splitTags(told.tags);
  return { title, section, tags };
}

async function askTitle(ask: Ask | undefined, language: Language): Promise<string> {
  const title = await ask?.(language === "zh" ? "标题：" : "Title: ");
  if (title !== undefined && title !== "") return title;
  throw new UsageError(
    language === "zh"
      ? '没有写标题。例如：jianbao new "今晚有雨" --section news'
      : 'a title is wanted, such as: jianbao new "Rain tonight" --section news',
  );
}

/** Without anyone to ask, suggestions are only told: a wrong tag that nobody looked at would be published. */
async function askTags(
  suggested: readonly string[],
  language: Language,
  ask: Ask | undefined,
): Promise<readonly string[]> {
  const list = suggested.join(language === "zh" ? "，" : ", ");
  if (ask === undefined) {
    const words = language === "zh" ? `可用的标签：${list}` : `Tags that may fit: ${list}`;
    if (suggested.length > 0) process.stderr.write(`${words}\n`);
    return [];
  }
  const question = {
    zh: suggested.length > 0 ? `标签（回车用“${list}”，不要就写 -）：` : "标签（用逗号隔开，可以不写）：",
    en: suggested.length > 0 ? `Tags (Enter for “${list}”, - for none): ` : "Tags (commas between them): ",
  };
  const answer = await ask(question[language]);
  if (answer === "-") return [];
  return answer === undefined || answer === "" ? suggested : splitTags(answer);
}

function splitTags(written: string): string[] {
  const tags = written.split(/[,，、;；]/).map((tag) => tag.trim().replace(/\s+/g, " "));
  return [...new Map(tags.filter((tag) => tag !== "").map((tag) => [tagKey(tag), tag])).values()];
}
