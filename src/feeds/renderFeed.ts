import type { Html } from "../model/html.ts";
import type { BodyRef, FeedPage } from "../model/page.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./jsonFeed.ts";
import { renderRss } from "./rss.ts";

/** A feed in its format. `bodyOf` gives an entry's markup with its slots filled. */
export function renderFeed({ format, feed }: FeedPage, bodyOf: (ref: BodyRef) => Html): string {
  switch (format) {
    case "rss":
      return renderRss(feed, bodyOf);
    case "atom":
      return renderAtom(feed, bodyOf);
    case "json":
      return renderJsonFeed(feed, bodyOf);
  }
}
