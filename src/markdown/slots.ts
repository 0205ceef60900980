import type { Slot } from "../model/article.ts";
import { escapeHtml, type Html, trustedHtml } from "../model/html.ts";

/** Any tag as the serializer writes it: every `<` of the markup that is not inside a quoted value starts one. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [^\s"=<>/]+(?:="[^"]*")?)*)>/g;
const SLOT = /^ data-slot="(\d+)"/;
const POSTER_SLOT = / data-poster-slot="(\d+)"/;

/**
 * Puts addresses into a body's slots. A dead link leaves its words, a dead picture its alt text, a dead poster nothing,
 * a dead video its caption. One pass, linear; text that looks like a slot is not one, as its `<` is written `&lt;`.
 */
export function fillSlots(html: Html, slots: readonly (Slot | undefined)[]): Html {
  /** For each `<a>` that is open, whether it went. */
  const isDead: boolean[] = [];
  let isVideoDead = false;
  const filled = html.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
    switch (name) {
      case "a":
        if (slash !== "") return isDead.pop() === true ? "" : tag;
        return openLink(tag, attributes, slots, isDead);
      case "img":
        return fillPicture(tag, attributes, slots);
      case "video": {
        const opening = slash === "" ? fillVideo(tag, attributes, slots) : isVideoDead ? "" : tag;
        isVideoDead = opening === "";
        return opening;
      }
      default:
        return tag;
    }
  });
  return trustedHtml(filled);
}

function openLink(
  tag: string,
  attributes: string,
  slots: readonly (Slot | undefined)[],
  isDead: boolean[],
): string {
  const number = SLOT.exec(attributes)?.[1];
  const slot = number === undefined ? undefined : slots[Number(number)];
  isDead.push(number !== undefined && slot?.kind !== "link");
  if (number === undefined) return tag;
  return slot?.kind === "link" ? `<a href="${escapeHtml(slot.href)}"${attributes.replace(SLOT, "")}>` : "";
}

function fillPicture(tag: string, attributes: string, slots: readonly (Slot | undefined)[]): string {
  const number = SLOT.exec(attributes)?.[1];
  if (number === undefined) return tag;
  const slot = slots[Number(number)];
  if (slot?.kind !== "picture") {
    const alt = / alt="([^"]*)"/.exec(attributes)?.[1] ?? "";
    // In a quoted value, angle brackets may stand as they are; in text they may not.
    return alt.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }
  const width = slot.width === undefined ? "" : ` width="${slot.width}"`;
  const height = slot.height === undefined ? "" : ` height="${slot.height}"`;
  const sizes = slot.sizes === undefined ? "" : ` sizes="${escapeHtml(slot.sizes)}"`;
  const srcset = slot.srcset === undefined ? "" : ` srcset="${escapeHtml(slot.srcset)}"${sizes}`;
  const loading = slot.lazy ? ' loading="lazy"' : "";
  const img = `<img src="${escapeHtml(slot.src)}"${srcset}${width}${height}${loading}${attributes.replace(SLOT, "")}>`;
  const sources = (slot.sources ?? []).map(
    (source) => `<source type="${source.type}" srcset="${escapeHtml(source.srcset)}"${sizes}>`,
  );
  return sources.length === 0 ? img : `<picture>${sources.join("")}${img}</picture>`;
}

function fillVideo(tag: string, attributes: string, slots: readonly (Slot | undefined)[]): string {
  const number = SLOT.exec(attributes)?.[1];
  const source = number === undefined ? undefined : slots[Number(number)];
  if (number !== undefined && source?.kind !== "file") return "";
  const src = source?.kind === "file" ? ` src="${escapeHtml(source.src)}"` : "";
  const rest = attributes.replace(SLOT, "").replace(POSTER_SLOT, (_, poster: string) => {
    const slot = slots[Number(poster)];
    return slot?.kind === "file" ? ` poster="${escapeHtml(slot.src)}"` : "";
  });
  return number === undefined && rest === attributes ? tag : `<video${src}${rest}>`;
}
