import type { Html } from "../model/html.ts";
import type { Copy } from "../workers/parseNewsroom.ts";
import { openBodies } from "../workers/recoverBodies.ts";

/** Finds a text's markup by its path below content/. */
export function markupFinder({
  articles,
  sections,
  plainPages,
  bodies,
}: Copy): (path: string) => Html | undefined {
  const hashes = new Map([
    ...[...articles, ...plainPages].map(({ path, body }) => [path, body.hash] as const),
    ...sections.map(({ path, body }) => [`${path}/_index.md`, body?.hash ?? ""] as const),
  ]);
  const { get } = openBodies(bodies);
  return (path) => get(hashes.get(path) ?? "");
}
