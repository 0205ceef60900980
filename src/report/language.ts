/** The language of messages to editors. */
export type Language = "zh" | "en";

/** `--lang` where it was given, else the environment's: English where LANG asks for it, Chinese otherwise. */
export function chooseLanguage(asked: string | undefined, locale: string | undefined): Language {
  const name = asked ?? locale ?? "";
  return /^en\b|^en_/i.test(name) ? "en" : "zh";
}
