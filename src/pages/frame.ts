import { type PublisherFacts, toJsonLd } from "../feeds/structuredData.ts";
import type { Html } from "../model/html.ts";
import type { Head, Link, Rails, SiteView, ValueOf } from "../model/page.ts";
import { remember } from "../model/remember.ts";
import { absoluteUrl, hrefOf, type Route, toRoute } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { Words } from "../model/words.ts";
import type { Edition } from "./edition.ts";
import { sectionLink } from "./links.ts";
import { phrasesFor } from "./phrases.ts";
import type { SocialPicture } from "./pictures.ts";
import { publisherFacts } from "./publisher.ts";
import { leadsSomewhere } from "./references.ts";
import { fixedRoutes, sectionFeedRoute } from "./routes.ts";
import { topSections } from "./sections.ts";
import { configuredHref } from "./siteLinks.ts";
import { sectionCard } from "./social.ts";

/** What a page says of itself; the frame adds what all pages share. */
export interface PageFacts {
  readonly route: Route;
  /** The page's own title; absent on the front page. */
  readonly title?: string;
  readonly description?: string;
  /** The section that the page belongs to: its place in the navigation and its feed. */
  readonly section?: string;
  /** From below the front page down to the page itself. */
  readonly breadcrumb?: readonly Link[];
  readonly canonical?: string;
  /** The picture for sharing; else the card of the page's section, or of the site. */
  readonly image?: SocialPicture;
  readonly preload?: Head["preload"];
  readonly noindex?: boolean;
  readonly article?: Head["article"];
  readonly structuredData?: readonly object[];
  readonly rails?: Rails;
}

/** The fields that every page's value has. */
export type Frame = Pick<ValueOf<"front">, "site" | "words" | "head" | "navigation" | "breadcrumb" | "rails">;

/** What all pages of an edition have in common. */
interface Setting {
  readonly site: Pick<Site, "title" | "slogan" | "origin" | "basePath" | "language">;
  readonly publisher: PublisherFacts;
  readonly view: SiteView;
  readonly words: Words;
  readonly home: Link;
}

/** What a page's frame is made of besides the page's own facts; pages of one section share it. */
export interface FrameParts {
  readonly setting: Setting;
  readonly navigation: Frame["navigation"];
  readonly feeds: Head["feeds"];
  /** The picture for sharing of pages that have none of their own. */
  readonly card: SocialPicture | undefined;
}

/** Gathers what frames are made of, by the section that a page belongs to; each is made once. */
export function frameGatherer(edition: Edition): (section?: string) => FrameParts {
  const setting = settingOf(edition);
  const navigation = remember((top: string) => navigationFor(top, edition));
  return remember((section?: string) => ({
    setting,
    navigation: navigation(section?.split("/")[0] ?? ""),
    feeds: feedLinks(section, edition),
    card: sectionCard(section, edition),
  }));
}

/** The fields of a page's value that every page has. */
export function makeFrame(parts: FrameParts, facts: PageFacts): Frame {
  const { setting, navigation } = parts;
  const { view, words, home } = setting;
  return {
    site: view,
    words,
    head: makeHead(facts, parts),
    navigation,
    breadcrumb: facts.breadcrumb === undefined ? [] : [home, ...facts.breadcrumb],
    rails: facts.rails,
  };
}

/** Makes frames of pages whose value is made at once. */
export function frameMaker(gather: (section?: string) => FrameParts): (facts: PageFacts) => Frame {
  return (facts) => makeFrame(gather(facts.section), facts);
}

function settingOf(edition: Edition): Setting {
  const { title, slogan, origin, basePath, language } = edition.site;
  const view = siteView(edition);
  return {
    site: { title, slogan, origin, basePath, language },
    publisher: publisherFacts(edition.site),
    view,
    words: edition.words,
    home: { title: edition.words.home, url: view.home },
  };
}

function siteView({ site, plainPages, routes }: Edition): SiteView {
  const href = (route: Route) => hrefOf(site.basePath, route);
  const { publisher, reportLine } = site;
  // A link that leads nowhere goes; `checkEdition` has told of it.
  const linkOf = (url: string | undefined) =>
    url !== undefined && leadsSomewhere(url, { site, routes }) ? configuredHref(url, site) : undefined;
  return {
    title: site.title,
    slogan: site.slogan,
    description: site.description,
    home: href(fixedRoutes.front),
    language: site.language,
    latestUrl: href(fixedRoutes.latest),
    hotUrl: href(fixedRoutes.hot),
    tagsUrl: href(fixedRoutes.tags),
    archiveUrl: href(fixedRoutes.archive),
    searchUrl: href(fixedRoutes.search),
    correctionsUrl: href(fixedRoutes.corrections),
    feedUrl: href(fixedRoutes.rss),
    openSearchUrl: href(fixedRoutes.openSearch),
    iconUrl: ICONS.filter((icon) => routes.pages.has(icon)).map(href)[0],
    pages: plainPages.flatMap(({ path, title }) => {
      const route = routes.plain.get(path);
      return route === undefined ? [] : [{ title, url: href(route) }];
    }),
    publisher: publisher && {
      name: publisher.name,
      url: linkOf(publisher.url),
      logo: linkOf(publisher.logo),
    },
    editorInChief: site.editorInChief,
    contact: site.contact,
    licences: site.licences.map(({ label, number, url }) => ({
      label,
      number,
      url: linkOf(url),
    })),
    reportLine: reportLine && {
      phone: reportLine.phone,
      url: linkOf(reportLine.url),
    },
    copyright: site.copyright,
  };
}

const ICONS = ["favicon.svg", "favicon.png", "favicon.ico"].map(toRoute);

function navigationFor(top: string, edition: Edition): Frame["navigation"] {
  const { site, sections, words, routes } = edition;
  const current = sectionLink(top, edition)?.url;
  const home = { title: words.home, url: hrefOf(site.basePath, fixedRoutes.front) };
  const given = site.navigation?.filter(({ url }) => leadsSomewhere(url, { site, routes }));
  const links = given?.map(({ title, url }) => ({ title, url: configuredHref(url, site) })) ?? [
    home,
    ...topSections(sections).flatMap(({ path }) => sectionLink(path, edition) ?? []),
  ];
  return links.map(({ title, url }) => ({ title, url, current: url === current }));
}

function makeHead(facts: PageFacts, { setting, feeds, card }: FrameParts): Head {
  const { site } = setting;
  const image = facts.image ?? card;
  return {
    title:
      facts.title === undefined
        ? [site.title, site.slogan].filter(Boolean).join(" - ")
        : `${facts.title} - ${site.title}`,
    description: facts.description === "" ? undefined : facts.description,
    canonical: facts.canonical ?? absoluteUrl(site, facts.route),
    type: facts.article === undefined ? "website" : "article",
    socialTitle: facts.title ?? site.title,
    image: image?.url,
    imageWidth: image?.width,
    imageHeight: image?.height,
    preload: facts.preload,
    noindex: facts.noindex ?? false,
    feeds,
    article: facts.article,
    structuredData: structuredData(facts),
  };
}

function structuredData({ structuredData }: PageFacts): Html | undefined {
  return structuredData === undefined || structuredData.length === 0 ? undefined : toJsonLd(structuredData);
}

function feedLinks(path: string | undefined, { site, sections }: Edition): Head["feeds"] {
  const phrases = phrasesFor(site.language);
  const href = (route: Route) => hrefOf(site.basePath, route);
  const section = path === undefined ? undefined : sections.get(path);
  const own =
    section === undefined
      ? []
      : [
          {
            title: phrases.feedOf(section.title),
            url: href(sectionFeedRoute(section.path)),
            type: "application/rss+xml",
          },
        ];
  return [
    ...own,
    { title: phrases.feedOf(site.title), url: href(fixedRoutes.rss), type: "application/rss+xml" },
    { title: `${site.title} (Atom)`, url: href(fixedRoutes.atom), type: "application/atom+xml" },
    { title: `${site.title} (JSON Feed)`, url: href(fixedRoutes.jsonFeed), type: "application/feed+json" },
  ];
}
