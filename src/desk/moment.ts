import type { Html } from "../model/html.ts";
import { dayOf, type Stamp } from "../model/time.ts";
import type { Language } from "../report/language.ts";
import { textElement } from "./markup.ts";
import type { DeskState } from "./rows.ts";
import { STATE_WORDS } from "./words.ts";

/** A moment to the minute: where a day was written, the midnight that it means. */
export function clockOf(stamp: Stamp): string {
  return `${dayOf(stamp)} ${stamp.local.slice(11, 16)}`;
}

/** An article's state as a mark, with the time at which a scheduled one appears. */
export function stateMark(state: DeskState, opens: Stamp | undefined, language: Language): Html {
  const time = opens === undefined ? "" : ` ${clockOf(opens)}`;
  return textElement("span", STATE_WORDS[state][language] + time, { class: `state ${state}` });
}
