import { renderFeed } from "../feeds/renderFeed.ts";
import { fillSlots } from "../markdown/slots.ts";
import type { Html } from "../model/html.ts";
import type { Page } from "../model/page.ts";
import { pageValue } from "../pages/pageValue.ts";
import { renderPage } from "../render/renderPage.ts";
import type { Theme } from "../render/theme.ts";

/** A body that is nowhere to be found. */
export class LostBody extends Error {}

/** Makes the function that turns a page into the text of its file. `bodies` holds the markup of each body by its hash. */
export function pageRenderer(
  theme: Theme,
  bodies: { readonly get: (hash: string) => Html | undefined },
): (page: Page) => string {
  const bodyOf = (hash: string): Html => {
    const markup = bodies.get(hash);
    if (markup === undefined) throw new LostBody(`no body has the hash ${hash}`);
    return markup;
  };
  return (page) => {
    switch (page.kind) {
      case "template":
        return renderPage(theme, page, pageValue(page), bodyOf);
      case "feed":
        return renderFeed(page, ({ hash, slots }) => fillSlots(bodyOf(hash), slots));
      case "text":
        return page.text;
    }
  };
}
