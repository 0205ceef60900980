import type { Written } from "./article.ts";

/** A link with words, as navigation and the footer hold it. `url` may be a path of the site or an address elsewhere. */
interface NamedLink {
  readonly title: string;
  readonly url: string;
}

type RailsMode = "auto" | "baked" | "fetch" | "include";

/** How long the lists are, and how they reach the page. */
export interface ListSettings {
  readonly related: {
    readonly count: number;
    readonly halfLifeDays: number;
    readonly implicitTags: boolean;
  };
  readonly hot: { readonly count: number };
  readonly latest: { readonly count: number };
  readonly rails: RailsMode;
  /** The directive that `include` writes. */
  readonly includeSyntax: "ssi" | "esi";
  /** With `auto`: up to this many articles, every page holds its rails. */
  readonly bakeUpTo: number;
  /** With `auto` in a larger site: pages dated within so many days of the newest article hold them. */
  readonly bakeDays: number;
  readonly perPage: number;
}

/** site.yaml with its defaults filled in. */
export interface Site {
  readonly title: string;
  readonly slogan?: string;
  readonly description?: string;
  /** `https://news.example.com`, without a path and without a slash at the end. */
  readonly origin: string;
  /** `` or `/paper`: where the site stands below its origin. */
  readonly basePath: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly permalinks: { readonly article: string };
  readonly lists: ListSettings;
  readonly feeds: { readonly items: number };
  /** Absent: the sections in their order. */
  readonly navigation?: readonly NamedLink[];
  readonly publisher?: { readonly name: string; readonly logo?: string; readonly url?: string };
  readonly editorInChief?: string;
  readonly contact?: { readonly phone?: string; readonly email?: string; readonly address?: string };
  readonly licences: readonly { readonly label: string; readonly number: string; readonly url?: string }[];
  readonly reportLine?: { readonly phone?: string; readonly url?: string };
  readonly copyright?: string;
  /** `ignore`: paths that another system serves. `given`: the addresses that site.yaml itself names for links, and where. */
  readonly links: { readonly ignore: readonly string[]; readonly given: readonly Written<string>[] };
  /** Hosts from which pictures and videos may come. */
  readonly media: { readonly hosts: readonly string[] };
  /** `index`: whether the site has a search of its own. `fallback`: a search engine's address; the words are appended. */
  readonly search: { readonly index: boolean; readonly fallback?: string };
  /** Codes of advice that `jianbao check` is not to give. */
  readonly check: { readonly off: readonly string[] };
  readonly social: { readonly cards: "section" | "article" };
}

/** An outlet that may be republished from, as sources.yaml names it. */
export interface Outlet {
  readonly name: string;
  readonly url?: string;
  readonly aliases: readonly string[];
}
