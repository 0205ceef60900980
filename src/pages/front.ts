import { organizationData, websiteData } from "../feeds/structuredData.ts";
import type { Card, TemplatePage, ValueOf } from "../model/page.ts";
import { dayNumber } from "../model/time.ts";
import { isPinned, listPicture } from "./card.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import { sectionLink } from "./links.ts";
import type { ListingTools } from "./listing.ts";
import { preloadOf } from "./pictures.ts";
import { publisherFacts } from "./publisher.ts";
import { fixedRoutes } from "./routes.ts";
import { topSections } from "./sections.ts";

/** What planning the front page needs besides the edition. */
export type FrontTools = Omit<ListingTools, "keyOf">;

/** The front page: the lead, what stands beside it, a block for each section. */
export function frontPage(edition: Edition, tools: FrontTools): TemplatePage {
  const { site, rankings } = edition;
  const { visible } = edition.library;
  const pinned = visible.flatMap((article, index) => (isPinned(article, edition) ? [index] : []));
  const news = [...new Set([...pinned, ...rankings.latest])];
  const lead = leadStory(news, edition, tools);
  const card = lead === undefined ? undefined : leadCard(lead, edition, tools);
  const top = news.filter((index) => index !== lead).slice(0, TOP);
  const publisher = publisherFacts(site);
  const url = `${site.origin}${site.basePath}/`;
  const value: ValueOf<"front"> = {
    ...makeFrame(tools.gather(), {
      route: fixedRoutes.front,
      description: site.description,
      rails: tools.rails,
      preload: card?.picture && preloadOf(card.picture),
      structuredData: [
        websiteData({
          name: site.title,
          url,
          description: site.description,
          language: site.language,
          publisher,
        }),
        organizationData(publisher),
      ],
    }),
    lead: card,
    top: top.map(tools.card),
    blocks: frontBlocks(edition, tools.card, lead === undefined ? [] : [lead, ...top]),
  };
  return {
    kind: "template",
    wave: "list",
    route: fixedRoutes.front,
    template: "front",
    maker: "given",
    parts: value,
  };
}

const TOP = 8;
const LEAD_DAYS = 7;
const BLOCK = 6;

/** The first of the pinned and the latest that has a picture, then any of the week's; where no picture is fresh, the first of all. */
function leadStory(news: readonly number[], { library }: Edition, { card }: FrontTools): number | undefined {
  const newest = library.visible[0];
  if (newest === undefined) return undefined;
  const week = library.visible.findIndex(({ date }) => dayNumber(newest.date) - dayNumber(date) > LEAD_DAYS);
  const fresh = [...library.visible.keys()].slice(0, week < 0 ? undefined : week);
  return [...news, ...fresh].find((index) => card(index).picture !== undefined) ?? news[0];
}

/** The lead's picture stands larger than those of other cards. */
function leadCard(index: number, edition: Edition, { card }: FrontTools): Card {
  const article = edition.library.visible[index];
  const picture = article && listPicture(article, "lead", edition);
  return { ...card(index), picture };
}

/**
 * A block for each section with articles. What stands at the head of the page is not said again while a section has
 * something else to say, and no picture is printed twice.
 */
function frontBlocks(
  edition: Edition,
  card: (index: number) => Card,
  head: readonly number[],
): ValueOf<"front">["blocks"] {
  const said = new Set(head);
  const printed = new Set(head.slice(0, 1).map((index) => card(index).picture?.src));
  const blocks = topSections(edition.sections).flatMap(({ path, articles }) => {
    const unsaid = articles.filter((index) => !said.has(index));
    const rest = articles.filter((index) => said.has(index));
    const chosen = [...unsaid, ...rest].slice(0, BLOCK).sort((a, b) => a - b);
    const fresh = chosen.map(card).find(({ picture }) => picture !== undefined && !printed.has(picture.src));
    const lead = fresh ?? chosen.slice(0, 1).map((index) => withoutPicture(card(index)))[0];
    const section = sectionLink(path, edition);
    if (lead === undefined || section === undefined) return [];
    printed.add(lead.picture?.src);
    return [{ section, lead, cards: chosen.map(card).filter(({ url }) => url !== lead.url) }];
  });
  const isOdd = blocks.length % 2 === 1;
  return blocks.map((block, at) => ({ ...block, wide: isOdd && at === blocks.length - 1 }));
}

function withoutPicture({ picture: _, ...card }: Card): Card {
  return card;
}
