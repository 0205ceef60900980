import { discardStage, type Stage } from "../output/stage.ts";
import type { Forme, OnStage, Order, PrintPlan } from "../press.ts";
import { stageSearch } from "../search/stageSearch.ts";

/** Adds a forme's search to its printed stage, where site.yaml wants one. Throws, and drops the stage, where Pagefind fails. */
export async function indexForme(
  { desk, edition, toolId }: Forme,
  stage: Stage,
  { cacheDir, mayWriteCache = false }: Order,
  { keepFresh = false, verify = false }: PrintPlan,
  onStage: OnStage,
): Promise<void> {
  if (!edition.site.search.index) return;
  onStage("search");
  const bodyOf = (hash: string) => desk.copy.bodies.get(hash);
  const cache = cacheDir === undefined ? undefined : { dir: cacheDir, mayWrite: mayWriteCache };
  try {
    await stageSearch(stage, edition, { toolId, cache, keepFresh, verify, bodyOf });
  } catch (error) {
    discardStage(stage);
    throw error;
  }
}
