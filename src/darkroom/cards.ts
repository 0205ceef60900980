import { loadFace } from "../assets/font.ts";
import { missingGlyphs } from "../assets/problems.ts";
import { cardRoutes, missingCharacters } from "../assets/socialCard.ts";
import type { PictureNotes } from "../cache/pictures.ts";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import type { Route } from "../model/route.ts";
import type { WantedCard } from "../pages/social.ts";

/** A social picture and where it is published. */
export interface PreparedCard extends WantedCard {
  readonly route: Route;
}

/** Gives every card its route, and tells which characters cannot be drawn. The typeface is read only for a card that the notes do not know. */
export async function prepareCards(
  wanted: readonly WantedCard[],
  { missing }: PictureNotes,
): Promise<Parsed<PreparedCard[]>> {
  if (wanted.length === 0) return { value: [], diagnostics: [] };
  const routeOf = cardRoutes();
  const cards = wanted.map((card) => ({ ...card, route: routeOf(card.text) }));
  const unknown = cards.filter(({ route }) => !missing.has(route));
  if (unknown.length > 0) {
    const face = await loadFace();
    for (const { route, text } of unknown) missing.set(route, missingCharacters(text, face));
  }
  const diagnostics = cards.flatMap(({ route, place }): Diagnostic[] => {
    const characters = missing.get(route) ?? "";
    return characters === "" ? [] : [missingGlyphs(place, characters)];
  });
  return { value: cards, diagnostics };
}
