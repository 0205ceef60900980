import type { TemplatePage } from "../model/page.ts";
import { type ArticleParts, articleValue } from "./articleValue.ts";
import { type ListingParts, listingValue } from "./listingValue.ts";

/** The value that a page's template gets, made from the page's parts alone; the body's field is not in it yet. */
export function pageValue({ maker, parts }: Pick<TemplatePage, "maker" | "parts">): object {
  switch (maker) {
    case "article":
      return articleValue(parts as ArticleParts);
    case "listing":
      return listingValue(parts as ListingParts);
    case "given":
      return parts;
  }
}
