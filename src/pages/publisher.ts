import type { PublisherFacts } from "../feeds/structuredData.ts";
import type { Site } from "../model/site.ts";

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

/** A link of site.yaml, below the site's base path where it is a path. */
export function configuredHref(url: string, { basePath }: Pick<Site, "basePath">): string {
  return url.startsWith("/") ? basePath + url : url;
}
