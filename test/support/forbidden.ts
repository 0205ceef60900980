import { attribute, find, parseHtml } from "./html.ts";

/** What no page may hold, told by what a browser's parser makes of it. */
export function forbidden(html: string): string[] {
  return find(parseHtml(html), () => true).flatMap(({ element }) => {
    const { tagName, properties } = element;
    const bad = Object.keys(properties).filter(
      (name) => /^on/i.test(name) || ["style", "srcDoc", "dataSlot", "srcSet", "formAction"].includes(name),
    );
    const addresses = ["href", "src", "poster", "xLinkHref", "ping", "action"].flatMap(
      (name) => attribute(element, name) ?? [],
    );
    const unsafe = addresses.filter((address) => {
      const { protocol } = new URL(address, "https://news.example.com/");
      return !["https:", "http:", "mailto:", "tel:"].includes(protocol);
    });
    const isScript = tagName === "script" && /alert/.test(JSON.stringify(element.children));
    const isRefused = /^(?:iframe|object|embed|form|base|svg|math|textarea|style)$/.test(tagName);
    return isScript || isRefused || bad.length > 0 || unsafe.length > 0
      ? [`<${tagName}> ${bad} ${unsafe}`]
      : [];
  });
}

/** The article's own part of its page, but for the code of its address, which is ours. */
export const articleOf = (page: string) =>
  (/<article[\s\S]*<\/article>/.exec(page)?.[0] ?? page).replace(/<svg class="qr"[\s\S]*?<\/svg>/, "");
