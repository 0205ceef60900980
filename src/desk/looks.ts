import type { Html } from "../model/html.ts";
import type { Card, Head, Picture } from "../model/page.ts";
import type { Language } from "../report/language.ts";
import type { Looks } from "./dossier.ts";
import { element, linkTo, textElement } from "./markup.ts";
import { DESK_WORDS } from "./words.ts";

/** What of site.yaml is seen of an article elsewhere. */
export interface Publication {
  readonly title: string;
  readonly origin: string;
}

/** An article as others show it: a card in lists, a search result, and what a chat shows of a shared address. */
export function lookParts({ card, head }: Looks, site: Publication, language: Language): Html[] {
  return [
    look(DESK_WORDS.inLists[language], cardMarkup(card)),
    look(DESK_WORDS.inSearch[language], searchResult(head, language)),
    look(DESK_WORDS.shared[language], sharedMarkup(head, site, language)),
  ];
}

function look(heading: string, content: Html): Html {
  return element("div", { class: "look" }, textElement("h3", heading), content);
}

function cardMarkup({ title, url, date, excerpt, section, picture, state }: Card): Html {
  const facts = [date.text, section?.title, state].flatMap((fact) =>
    fact === undefined ? [] : [textElement("span", fact)],
  );
  return element(
    "div",
    { class: "card" },
    ...(picture === undefined ? [] : [pictureMarkup(picture)]),
    element(
      "div",
      {},
      element("p", { class: "title" }, linkTo(url, title)),
      ...(excerpt === undefined ? [] : [textElement("p", excerpt)]),
      element("p", { class: "facts" }, ...facts),
    ),
  );
}

function pictureMarkup({ src, width, height }: Picture): Html {
  return element("img", { src, width, height, alt: "" });
}

function searchResult({ title, canonical, description }: Head, language: Language): Html {
  return element(
    "div",
    { class: "result" },
    textElement("p", readable(canonical), { class: "address" }),
    textElement("p", title, { class: "title" }),
    textElement("p", description ?? DESK_WORDS.noDescription[language]),
  );
}

function sharedMarkup(
  { image, imageWidth, imageHeight, socialTitle, description }: Head,
  { title, origin }: Publication,
  language: Language,
): Html {
  const picture =
    image === undefined
      ? textElement("p", DESK_WORDS.noPicture[language])
      : // The picture's address is the published one; the preview has it under its path.
        element("img", {
          src: image.startsWith(`${origin}/`) ? image.slice(origin.length) : image,
          width: imageWidth,
          height: imageHeight,
          alt: "",
        });
  return element(
    "div",
    { class: "shared" },
    picture,
    textElement("p", socialTitle, { class: "title" }),
    ...(description === undefined ? [] : [textElement("p", description)]),
    textElement("p", title, { class: "address" }),
  );
}

/** An address with its Han characters; as it is where it cannot be decoded. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
