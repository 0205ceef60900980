import type { ArticleId } from "../model/article.ts";
import type { ListSettings } from "../model/site.ts";
import type { Origin } from "./bonds.ts";
import type { IsDuplicate } from "./duplicates.ts";
import { makeDuplicateTest } from "./duplicates.ts";
import type { Library } from "./library.ts";
import { tagLabel } from "./library.ts";
import type { Overrides } from "./overrides.ts";
import { makeOverrides } from "./overrides.ts";
import { buildPostings, originOf } from "./postings.ts";
import type { RelatedOf, RelatedReason } from "./related.ts";
import { makeRelated } from "./related.ts";
import type { Scale, Scorer } from "./score.ts";
import { daysApart, makeScale, makeScorer, sectionFactor } from "./score.ts";

/** A tag that two articles have in common. */
export interface SharedTag {
  readonly label: string;
  /** Its part of the similarity; the parts of a pair add up to 1. */
  readonly share: number;
  /** How the asker comes by it. */
  readonly origin: Origin;
  /** How the candidate comes by it. */
  readonly candidateOrigin: Origin;
}

/** What the score of one article for a reader of another is made of. */
export interface ScoreParts {
  /** The candidate. */
  readonly id: ArticleId;
  /** In whole millionths. */
  readonly score: number;
  /** The greatest share first. */
  readonly sharedTags: readonly SharedTag[];
  readonly days: number;
  readonly similarity: number;
  readonly nearness: number;
  readonly sameSection: boolean;
}

export interface RelatedExplanation extends ScoreParts {
  readonly reason: RelatedReason;
}

/** Why an article is, or is not, among the related ones of another. */
export type PairStanding =
  | { readonly kind: "listed"; readonly rank: number; readonly reason: RelatedReason }
  | { readonly kind: "itself" | "excluded" | "outranked" | "unrelated" }
  /** `of` is the asker itself or a listed article that tells the same story. */
  | { readonly kind: "duplicate"; readonly of: ArticleId };

export interface PairExplanation extends ScoreParts {
  readonly standing: PairStanding;
}

/** Why these are the related articles of one, in their order. Undefined where the article is not visible. */
export function explainRelated(
  library: Library,
  settings: ListSettings,
  id: ArticleId,
): readonly RelatedExplanation[] | undefined {
  const asker = numberOf(library, id);
  if (asker === undefined) return undefined;
  const engine = makeEngine(library, settings);
  return engine
    .relatedOf(asker)
    .list.map(({ article, reason }) => ({ ...partsOf(engine, asker, article), reason }));
}

/** Why `b` is, or is not, related to `a`. Undefined where either is not visible. */
export function explainPair(
  library: Library,
  settings: ListSettings,
  a: ArticleId,
  b: ArticleId,
): PairExplanation | undefined {
  const [asker, candidate] = [numberOf(library, a), numberOf(library, b)];
  if (asker === undefined || candidate === undefined) return undefined;
  const engine = makeEngine(library, settings);
  const parts = partsOf(engine, asker, candidate);
  return { ...parts, standing: standingOf(engine, asker, candidate, parts.score) };
}

/** What `rankLibrary` ranks with. */
interface Engine {
  readonly library: Library;
  readonly scale: Scale;
  readonly scorer: Scorer;
  readonly relatedOf: RelatedOf;
  readonly overridesOf: (index: number) => Overrides;
  readonly isDuplicate: IsDuplicate;
}

function makeEngine(library: Library, { related }: ListSettings): Engine {
  const isDuplicate = makeDuplicateTest(library.visible);
  const scale = makeScale(library, buildPostings(library, related.implicitTags), related.halfLifeDays);
  return {
    library,
    scale,
    scorer: makeScorer(scale),
    relatedOf: makeRelated(library, scale, related.count, isDuplicate),
    overridesOf: makeOverrides(library),
    isDuplicate,
  };
}

function partsOf({ library, scale, scorer }: Engine, asker: number, candidate: number): ScoreParts {
  scorer.face(asker);
  const days = daysApart(scale, asker, candidate);
  return {
    id: idOf(library, candidate),
    score: scorer.score(candidate),
    sharedTags: sharedTags(library, scale, asker, candidate, scorer.sharedValue(candidate)),
    days,
    similarity: scorer.similarity(candidate),
    nearness: scale.nearness[days] ?? 0,
    sameSection: sectionFactor(scale, asker, candidate) > 1,
  };
}

function sharedTags(library: Library, { postings }: Scale, a: number, b: number, whole: number): SharedTag[] {
  const { tags, tag, value } = postings;
  const others = new Map(entriesOf(postings, b).map((entry) => [tag[entry], entry]));
  const shared = entriesOf(postings, a).flatMap((entry) => {
    const other = others.get(tag[entry]);
    const key = tags[tag[entry] ?? 0];
    if (other === undefined || key === undefined) return [];
    const share = ((value[entry] ?? 0) * (value[other] ?? 0)) / whole;
    return [
      {
        label: tagLabel(library, key),
        share,
        origin: originOf(postings, entry),
        candidateOrigin: originOf(postings, other),
      },
    ];
  });
  // Sorting is stable: of equals, the rarer first.
  return shared.sort((one, two) => two.share - one.share);
}

function standingOf(engine: Engine, asker: number, candidate: number, score: number): PairStanding {
  const { library, relatedOf, overridesOf, isDuplicate } = engine;
  if (candidate === asker) return { kind: "itself" };
  const { list } = relatedOf(asker);
  const at = list.findIndex(({ article }) => article === candidate);
  const placement = list[at];
  if (placement !== undefined) return { kind: "listed", rank: at + 1, reason: placement.reason };
  if (overridesOf(asker).excluded.includes(candidate)) return { kind: "excluded" };
  const told = [asker, ...list.map(({ article }) => article)].find((other) => isDuplicate(other, candidate));
  if (told !== undefined) return { kind: "duplicate", of: idOf(library, told) };
  return { kind: score > 0 ? "outranked" : "unrelated" };
}

function entriesOf({ rows }: Scale["postings"], article: number): number[] {
  const start = rows[article] ?? 0;
  return Array.from({ length: (rows[article + 1] ?? 0) - start }, (_, offset) => start + offset);
}

function numberOf({ visible }: Library, id: ArticleId): number | undefined {
  const index = visible.findIndex((article) => article.id === id);
  return index < 0 ? undefined : index;
}

function idOf({ visible }: Library, index: number): ArticleId {
  const article = visible[index];
  if (article === undefined) throw new Error(`no article ${index} among ${visible.length}`);
  return article.id;
}
