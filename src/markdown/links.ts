import type { Element, ElementContent } from "hast";
import { readAddress } from "./addresses.ts";
import { type Finish, placeOf } from "./context.ts";
import { emptyAddress, missingScheme, unsafeAddress } from "./problems.ts";
import { addReference } from "./references.ts";

/** Makes an internal link a slot and gives one that leads out its `rel`; of a link without a usable address the words stay. */
export function finishLink(link: Element, { context, fragmentLinks }: Finish): ElementContent[] {
  const { href, ...kept } = link.properties;
  if (href === undefined) return [link];
  const address = readAddress(String(href), context.options);
  const withProperties = (properties: Element["properties"]): Element[] => [{ ...link, properties }];
  switch (address.kind) {
    case "internal": {
      if (/^www\./i.test(address.target)) {
        context.diagnostics.push(missingScheme(placeOf(context, link), address.target));
        return withProperties({ href: `https://${String(href)}`, ...kept, ...OUTWARD });
      }
      return withProperties({ dataSlot: addReference("link", address.target, link, context), ...kept });
    }
    case "external":
      return withProperties({ href: address.url, ...kept, ...OUTWARD });
    case "contact":
      return withProperties({ href: address.url, ...kept });
    case "fragment": {
      const pointing = { ...link, properties: { ...kept, href: `#${address.fragment}` } };
      fragmentLinks.push(pointing);
      return [pointing];
    }
    case "none":
      context.diagnostics.push(emptyAddress(placeOf(context, link), "link"));
      return link.children;
    case "unsafe":
      context.diagnostics.push(unsafeAddress(placeOf(context, link), address.scheme));
      return link.children;
  }
}

/** A page that a link opens learns neither where the reader came from nor gets a hold of our window. */
export const OUTWARD = { rel: ["noopener", "noreferrer"] };
