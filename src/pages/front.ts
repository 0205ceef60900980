import { organizationData, websiteData } from "../feeds/structuredData.ts";
import type { TemplatePage, ValueOf } from "../model/page.ts";
import { hrefOf } from "../model/route.ts";
import { dayNumber } from "../model/time.ts";
import { isPinned, listPicture } from "./card.ts";
import type { Edition } from "./edition.ts";
import { makeFrame } from "./frame.ts";
import type { ListingTools } from "./listing.ts";
import { preloadOf } from "./pictures.ts";
import { publisherFacts } from "./publisher.ts";
import { fixedRoutes, sectionRoute } from "./routes.ts";
import { topSections } from "./sections.ts";

/** The front page: the lead, what stands beside it, a block for each section. */
export function frontPage(edition: Edition, tools: ListingTools): TemplatePage {
  const { site, sections, rankings } = edition;
  const { visible } = edition.library;
  const pinned = visible.flatMap((article, index) => (isPinned(article, edition) ? [index] : []));
  const news = [...new Set([...pinned, ...rankings.latest])];
  const lead = leadStory(news, edition, tools);
  const card = lead === undefined ? undefined : leadCard(lead, edition, tools);
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
    top: news
      .filter((index) => index !== lead)
      .slice(0, TOP)
      .map(tools.card),
    blocks: topSections(sections).flatMap((section) => frontBlock(section, edition, tools)),
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
function leadStory(
  news: readonly number[],
  { library }: Edition,
  { card }: ListingTools,
): number | undefined {
  const newest = library.visible[0];
  if (newest === undefined) return undefined;
  const week = library.visible.findIndex(({ date }) => dayNumber(newest.date) - dayNumber(date) > LEAD_DAYS);
  const fresh = [...library.visible.keys()].slice(0, week < 0 ? undefined : week);
  return [...news, ...fresh].find((index) => card(index).picture !== undefined) ?? news[0];
}

/** The lead's picture stands larger than those of other cards. */
function leadCard(index: number, edition: Edition, { card }: ListingTools): ReturnType<ListingTools["card"]> {
  const article = edition.library.visible[index];
  const picture = article && listPicture(article, "lead", edition);
  return { ...card(index), picture };
}

function frontBlock(
  {
    title,
    path,
    articles,
  }: { readonly title: string; readonly path: string; readonly articles: readonly number[] },
  { site }: Edition,
  { card }: ListingTools,
): ValueOf<"front">["blocks"] {
  const newest = articles.slice(0, BLOCK);
  const lead = newest.find((index) => card(index).picture !== undefined) ?? newest[0];
  if (lead === undefined) return [];
  const section = { title, url: hrefOf(site.basePath, sectionRoute(path)) };
  return [{ section, lead: card(lead), cards: newest.filter((index) => index !== lead).map(card) }];
}
