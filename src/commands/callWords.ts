import type { CommanderError } from "commander";
import type { Language } from "../report/language.ts";

/** What is wrong with a call, from the names that stand in the parser's English sentence, in their order. */
const CAUSES: Readonly<Record<string, (...names: string[]) => string>> = {
  "commander.unknownCommand": (command) => `没有“${command}”这个命令`,
  "commander.unknownOption": (option) => `没有“${option}”这个选项`,
  "commander.missingArgument": (argument) => `命令没写全，后面还要写 <${argument}>`,
  "commander.excessArguments": (command) => `“${command}”后面多写了内容；带空格的要加引号`,
  "commander.optionMissingArgument": (option) => `选项“${option}”后面要写上内容`,
  "commander.conflictingOption": (one, other) => `“${one}”和“${other}”不能一起用`,
  "commander.invalidArgument": (option, written) => `选项“${option}”不能写成“${written}”`,
};

/** What a mistake in a call means, and where to look; the parser speaks only English. */
export function callWords({ code, message }: CommanderError, language: Language): string {
  const sentence = message.replace(/^error: /, "");
  const cause = CAUSES[code];
  // Our own words for a number stand there in both languages.
  if (language === "en" || cause === undefined)
    return `${sentence.replace(/(?<=is invalid\. ).* \/ /, "")}\n${HELP[language]}`;
  const names = [...sentence.matchAll(/'(.*?)'/g)].map(([, name]) => name ?? "");
  return `${cause(...names)}${addition(sentence)}\n${HELP[language]}`;
}

const HELP: Readonly<Record<Language, string>> = {
  zh: "用法见 jianbao --help，或在命令后面加 --help",
  en: "See jianbao --help, or add --help to the command",
};

/** What the parser guesses or would allow. */
function addition(sentence: string): string {
  const [, guess] = /\(Did you mean (?:one of )?(.+)\?\)$/.exec(sentence) ?? [];
  if (guess !== undefined) return `，是不是 ${guess.replaceAll(", ", "、")}？`;
  const [, choices] = /Allowed choices are (.+)\.$/.exec(sentence) ?? [];
  if (choices !== undefined) return `，可以写：${choices.replaceAll(", ", "、")}`;
  const [, wanted] = /is invalid\. (.+)$/.exec(sentence) ?? [];
  return wanted === undefined ? "" : `：${wanted.split(" / ")[0]}`;
}
