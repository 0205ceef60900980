import { CARD_SIZE, type CardText } from "../assets/cardText.ts";
import type { Article } from "../model/article.ts";
import type { Place } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import { absoluteUrl } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { Library } from "../ranking/library.ts";
import type { Edition } from "./edition.ts";
import type { SocialPicture } from "./pictures.ts";
import type { SectionTree } from "./sections.ts";

/** A social picture that an edition asks for. */
export interface WantedCard {
  /** What it stands for. */
  readonly owner: string;
  readonly text: CardText;
  /** Where its words were written. */
  readonly place: Place;
}

/** The cards of a site: its own, one for each section and, where `social.cards` asks for them, one for each article without a cover. */
export function wantedCards(site: Site, library: Library, sections: SectionTree): WantedCard[] {
  const { title, slogan = "" } = site;
  const kicker = (path: string) => sections.get(folderOf(path))?.title;
  const own = { owner: SITE, text: { title, site: slogan }, place: { file: "content/site.yaml" } };
  const ofSections = [...sections.values()].map((section) => ({
    owner: ownerOfSection(section.path),
    text: { title: section.title, kicker: kicker(section.path), site: title },
    place: { file: `content/${section.path}/_index.md` },
  }));
  const ofArticles = library.visible
    .filter(({ cover }) => site.social.cards === "article" && cover === undefined)
    .map((article) => ({
      owner: ownerOfArticle(article),
      text: { title: article.title, kicker: sections.get(article.section)?.title, site: title },
      place: article.places.title ?? { file: `content/${article.path}` },
    }));
  return [own, ...ofSections, ...ofArticles];
}

/** The card of an article without a picture of its own: its headline's, else its section's. */
export function articleCard(
  article: Pick<Article, "id" | "section">,
  edition: Edition,
): SocialPicture | undefined {
  return cardOf([ownerOfArticle(article), ownerOfSection(article.section), SITE], edition);
}

/** The card of a page in a section, or of the site. */
export function sectionCard(path: string | undefined, edition: Edition): SocialPicture | undefined {
  return cardOf(path === undefined ? [SITE] : [ownerOfSection(path), SITE], edition);
}

const SITE = "site";

function ownerOfSection(path: string): string {
  return `section ${path}`;
}

function ownerOfArticle({ id }: Pick<Article, "id">): string {
  return `article ${id}`;
}

function cardOf(owners: readonly string[], { cards, site }: Edition): SocialPicture | undefined {
  const route = owners.map((owner) => cards.get(owner)).find((found) => found !== undefined);
  return route === undefined ? undefined : { url: absoluteUrl(site, route), ...CARD_SIZE };
}
