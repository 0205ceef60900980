import { escapeHtml, type Html, trustedHtml } from "../model/html.ts";
import type { BodyRef, FeedEntry } from "../model/page.ts";
import { wordsFor } from "../model/words.ts";
import { element, type Xml } from "./xml.ts";

/** Gives a body's markup with its slots filled. */
export type BodyOf = (ref: BodyRef) => Html;

/** What a reader of the feed gets as the article: corrections, the label of AI-made text and the source, then the whole body. */
export function fullText(entry: FeedEntry, language: string, bodyOf: BodyOf): Html {
  const words = wordsFor(language);
  const notes = entry.corrections.map(({ date, text }) => {
    // A time stands in RFC 3339; a reader wants the day.
    return note(words.correction, escapeHtml(`${date.slice(0, 10)} ${text}`));
  });
  if (entry.aigc !== undefined) notes.push(note(words.aigc, escapeHtml(entry.aigc)));
  if (entry.source !== undefined) notes.push(note(words.source, sourceName(entry.source)));
  return trustedHtml([...notes, bodyOf(entry.body)].join("\n"));
}

/** Whom a reader's list names: the reporters, else the source, so that republished text is never ascribed to the site. */
export function creatorsOf(entry: FeedEntry): readonly string[] {
  if (entry.authors.length > 0 || entry.source === undefined) return entry.authors;
  return [entry.source.name];
}

/** Media RSS, which readers show as the entry's picture; an `enclosure` would need the file's length, and is offered as a download. */
export function picture(url: string | undefined): readonly Xml[] {
  return url === undefined ? [] : [element("media:content", { url, medium: "image" })];
}

function note(label: string, text: Html): Html {
  return trustedHtml(`<p><strong>${escapeHtml(label)}</strong> ${text}</p>`);
}

function sourceName({ name, url }: NonNullable<FeedEntry["source"]>): Html {
  if (url === undefined) return escapeHtml(name);
  return trustedHtml(`<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`);
}
