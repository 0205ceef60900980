import type { Element, ElementContent } from "hast";
import { percentDecoded } from "../model/path.ts";
import type { Finish } from "./context.ts";

/** Before every id of a body, so that none can be taken for one of the page's own. */
export const ID_PREFIX = "text-";

/** Before the ids of footnotes; no heading's id starts so. */
export const NOTE_PREFIX = "note-";

/** The id that the Markdown to HTML step gives to the footnotes' heading, whatever it is told. */
const GIVEN_NOTE_LABEL = "footnote-label";
const NOTE_LABEL = `${NOTE_PREFIX}label`;

/** The id in a body that an editor's `#报名方式` means. For links from one article into another. */
export function bodyId(fragment: string): string {
  const isOurs = fragment.startsWith(ID_PREFIX) || fragment.startsWith(NOTE_PREFIX);
  return isOurs ? fragment : ID_PREFIX + fragment;
}

/** Gives an element's id its prefix; a second element with the same id loses it. An old `<a name>` counts as an id. */
export function claimId(element: Element, { anchors }: Finish): void {
  const { properties } = element;
  const written = properties.id ?? properties.name;
  delete properties.name;
  if (properties.ariaDescribedBy !== undefined) properties.ariaDescribedBy = [NOTE_LABEL];
  if (written === undefined) return;
  const plain = String(written).trim().replace(/\s+/g, "-");
  const id = plain === GIVEN_NOTE_LABEL ? NOTE_LABEL : bodyId(plain);
  if (plain === "" || anchors.has(id)) {
    delete properties.id;
    return;
  }
  anchors.add(id);
  properties.id = id;
}

/** Moves a heading one level down where the text uses the page's own level. */
export function finishHeading(heading: Element, { hasTopHeading }: Finish): ElementContent[] {
  if (!hasTopHeading || heading.properties.id === NOTE_LABEL) return [heading];
  const level = Math.min(6, Number(heading.tagName.slice(1)) + 1);
  return [{ ...heading, tagName: `h${level}` }];
}

/**
 * Points `#报名方式` at the id that its heading got, also where it was written for a tool that puts other signs between
 * words. A fragment that no heading has may be the page's own and stays.
 */
export function pointFragments({ fragmentLinks, anchors }: Finish): void {
  if (fragmentLinks.length === 0) return;
  const bare = new Map([...anchors].reverse().map((id) => [bareId(id), id]));
  for (const { properties } of fragmentLinks) {
    const written = String(properties.href).slice(1);
    const fragment = percentDecoded(written);
    if (anchors.has(fragment)) continue;
    const meant = ID_PREFIX + fragment;
    const like = bare.get(bareId(meant));
    if (anchors.has(meant)) properties.href = `#${ID_PREFIX}${written}`;
    else if (like !== undefined) properties.href = `#${encodeURIComponent(like)}`;
  }
}

/** An id without what tools choose differently: case, and the signs between words. */
function bareId(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
