import type { Element, ElementContent } from "hast";
import { readAddress } from "./addresses.ts";
import { type Finish, placeOf } from "./context.ts";
import { emptyAddress, foreignMedia, missingAlt, unsafeAddress } from "./problems.ts";
import { addReference } from "./references.ts";

/** Makes a picture of the site a slot; one from elsewhere shows where its host is allowed. Of the others the alt text stays. */
export function finishPicture(picture: Element, { context }: Finish): ElementContent[] {
  const { src, alt, width, height, ...kept } = picture.properties;
  const place = placeOf(context, picture);
  if (alt === undefined) context.diagnostics.push(missingAlt(place, String(src ?? "")));
  const words = String(alt ?? "");
  const instead: ElementContent[] = words === "" ? [] : [{ type: "text", value: words }];
  const address = readAddress(String(src ?? ""), context.options);
  switch (address.kind) {
    case "internal": {
      // The slot brings the true width and height.
      const dataSlot = addReference("picture", address.target, picture, context);
      return [{ ...picture, properties: { dataSlot, alt: words, ...kept, decoding: "async" } }];
    }
    case "external": {
      if (!context.options.mediaHosts.includes(address.host)) {
        context.diagnostics.push(foreignMedia(place, "picture", address.host || address.url));
        return instead;
      }
      const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
      const properties = {
        src: address.url,
        alt: words,
        ...kept,
        ...size,
        loading: "lazy",
        decoding: "async",
      };
      return [{ ...picture, properties }];
    }
    case "unsafe":
    case "contact":
      context.diagnostics.push(unsafeAddress(place, String(src).trim().split(":", 1)[0] ?? ""));
      return instead;
    case "none":
    case "fragment":
      context.diagnostics.push(emptyAddress(place, "picture"));
      return instead;
  }
}

/** A picture alone in its paragraph, linked or not, becomes a figure; its title is the caption. */
export function finishParagraph(paragraph: Element): ElementContent[] {
  const [only, ...others] = paragraph.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  if (only?.type !== "element" || others.length > 0) return [paragraph];
  const inner = only.tagName === "a" && only.children.length === 1 ? only.children[0] : only;
  if (inner?.type !== "element" || inner.tagName !== "img") return [paragraph];
  const { title } = inner.properties;
  delete inner.properties.title;
  const children: ElementContent[] = [only];
  if (title) {
    const caption: ElementContent = { type: "text", value: String(title) };
    children.push({ type: "element", tagName: "figcaption", properties: {}, children: [caption] });
  }
  return [{ ...paragraph, tagName: "figure", children }];
}
