import type { Element, ElementContent, Properties } from "hast";
import { readAddress } from "./addresses.ts";
import { type Finish, placeOf } from "./context.ts";
import { OUTWARD } from "./links.ts";
import { foreignMedia, unsafeAddress, videoAddress } from "./problems.ts";
import { addReference } from "./references.ts";

/** Gives a video its controls, and slots for what lies in the site. One from a host that is not allowed becomes a link to it. */
export function finishVideo(video: Element, { context }: Finish): ElementContent[] {
  const { src, poster, title } = video.properties;
  const place = placeOf(context, video);
  const address = readAddress(String(src ?? ""), context.options);
  const words = String(title ?? "");
  switch (address.kind) {
    case "internal":
    case "external": {
      const source = mediaProperty("src", address, video, context);
      if (source !== undefined)
        return [player(video, { ...source, ...posterOf(poster, video, context) }, words)];
      const url = address.kind === "external" ? address.url : "";
      const host = address.kind === "external" ? address.host || url : "";
      context.diagnostics.push(foreignMedia(place, "video", host));
      const text: ElementContent = { type: "text", value: words || url };
      return [{ type: "element", tagName: "a", properties: { href: url, ...OUTWARD }, children: [text] }];
    }
    case "unsafe":
    case "contact":
      context.diagnostics.push(unsafeAddress(place, String(src).trim().split(":", 1)[0] ?? ""));
      return [];
    case "none":
    case "fragment":
      context.diagnostics.push(videoAddress(place));
      return [];
  }
}

/** A figure whose video went: the link that took its place, or its caption, as a paragraph. */
export function finishVideoFigure(figure: Element): ElementContent[] {
  const isVideo = Array.isArray(figure.properties.className) && figure.properties.className.includes("video");
  const elements = figure.children.filter((child) => child.type === "element");
  if (!isVideo || elements.some(({ tagName }) => tagName === "video")) return [figure];
  const link = elements.find(({ tagName }) => tagName === "a");
  const caption = elements.find(({ tagName }) => tagName === "figcaption");
  const children = link === undefined ? (caption?.children ?? []) : [link];
  return children.length === 0
    ? []
    : [{ type: "element", tagName: "p", properties: { className: ["video"] }, children }];
}

function player(video: Element, properties: Properties, words: string): Element {
  const label = words === "" ? {} : { ariaLabel: words };
  // Slots first: whoever fills them looks for them there.
  return { ...video, properties: { ...properties, controls: true, preload: "none", ...label }, children: [] };
}

function posterOf(written: Properties[string], video: Element, context: Finish["context"]): Properties {
  if (written === undefined) return {};
  const address = readAddress(String(written), context.options);
  const property = mediaProperty("poster", address, video, context);
  if (property !== undefined) return property;
  const place = placeOf(context, video);
  if (address.kind === "external") context.diagnostics.push(foreignMedia(place, "picture", address.host));
  if (address.kind === "unsafe") context.diagnostics.push(unsafeAddress(place, address.scheme));
  return {};
}

function mediaProperty(
  name: "src" | "poster",
  address: ReturnType<typeof readAddress>,
  video: Element,
  context: Finish["context"],
): Properties | undefined {
  if (address.kind === "internal") {
    return {
      [name === "src" ? "dataSlot" : "dataPosterSlot"]: addReference("file", address.target, video, context),
    };
  }
  const isAllowed = address.kind === "external" && context.options.mediaHosts.includes(address.host);
  return isAllowed ? { [name]: address.url } : undefined;
}
