import type { Config } from "../config/readConfig.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import type { Library } from "../ranking/library.ts";
import { STYLE_RULES } from "../style/rules.ts";
import { adviseAnchors } from "./anchors.ts";
import { adviseFurniture } from "./furniture.ts";
import {
  deadAnchor,
  missingFurniture,
  similarTags,
  similarTitle,
  unknownRule,
  unknownSource,
  untitledSection,
  unusedPicture,
} from "./problems.ts";
import { adviseSections } from "./sections.ts";
import { adviseSources } from "./sources.ts";
import { adviseTags, type PlaceFinder } from "./tagForms.ts";
import { adviseTitles } from "./titles.ts";
import { adviseUnused, type Texts } from "./unused.ts";

/** What advice on a whole newsroom is made from. */
export interface AdviceSources {
  readonly config: Config;
  readonly copy: Texts & { readonly failed: readonly string[] };
  /** A body's markup by its hash. */
  readonly bodyOf: (hash: string) => Html | undefined;
  readonly placeOf: PlaceFinder;
  readonly library: Library;
  /** Paths below content/ of what is no text. */
  readonly files: readonly string[];
  /** Tells the texts, by their paths below content/, on which advice is wanted; absent: on all. It saves work and no more: advice on others may come too. */
  readonly isWanted?: (path: string) => boolean;
}

/** The codes that site.yaml's `check.off` may name. */
const ADVICE_CODES: ReadonlySet<string> = new Set([
  ...STYLE_RULES.keys(),
  ...[
    deadAnchor,
    missingFurniture,
    similarTags,
    similarTitle,
    unknownSource,
    untitledSection,
    unusedPicture,
  ].map(({ rule }) => rule.code),
]);

/** What a newsroom as a whole could do better: nothing that keeps it from being published. */
export function advise({
  config,
  copy,
  bodyOf,
  placeOf,
  library,
  files,
  isWanted = () => true,
}: AdviceSources): Diagnostic[] {
  const { site, outlets } = config;
  const isChinese = /^zh\b/i.test(site.language);
  const found = [
    adviseTags(library, placeOf),
    adviseTitles(library, isWanted),
    adviseUnused(copy, files, copy.failed),
    ...(isChinese ? [adviseFurniture(site), adviseSections(copy.articles, copy.sections)] : []),
    adviseSources(library.visible, outlets, site),
    adviseAnchors(copy, bodyOf, isWanted),
  ].flat();
  const wrong = site.check.off.filter((code) => !ADVICE_CODES.has(code));
  return [
    ...found.filter(({ code }) => !site.check.off.includes(code)),
    ...wrong.map((code) => unknownRule({ file: "content/site.yaml" }, code)),
  ];
}
