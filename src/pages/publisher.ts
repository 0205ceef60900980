import type { PublisherFacts } from "../feeds/structuredData.ts";
import type { Site } from "../model/site.ts";
import { configuredHref } from "./siteLinks.ts";

/** Who publishes the site, for structured data: site.yaml's publisher, else the site itself. Addresses are absolute. */
export function publisherFacts(site: Site): PublisherFacts {
  const absolute = (url: string | undefined) =>
    url === undefined ? undefined : new URL(configuredHref(url, site), site.origin).href;
  return {
    name: site.publisher?.name ?? site.title,
    url: absolute(site.publisher?.url) ?? `${site.origin}${site.basePath}/`,
    logo: absolute(site.publisher?.logo),
  };
}
