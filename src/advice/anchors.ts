import { bodyId } from "../markdown/headings.ts";
import type { Body } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { folderOf, percentDecoded } from "../model/path.ts";
import { resolvePath } from "../pages/files.ts";
import { deadAnchor } from "./problems.ts";
import type { Texts } from "./unused.ts";

/** Links to headings of other texts that are not there, in the texts that `isWanted`, by their paths below content/. */
export function adviseAnchors(
  texts: Texts,
  markupOf: (hash: string) => Html | undefined,
  isWanted: (path: string) => boolean,
): Diagnostic[] {
  const bodies = bodiesByPath(texts);
  const idsByHash = new Map<string, ReadonlySet<string>>();
  const idsOf = ({ hash }: Body) => {
    const ids = idsByHash.get(hash) ?? idsIn(markupOf(hash) ?? "");
    idsByHash.set(hash, ids);
    return ids;
  };
  const wanted = [...bodies].filter(([path]) => isWanted(path));
  return wanted.flatMap(([path, body]) =>
    body.references.flatMap(({ kind, target, place }) => {
      const [, written = "", fragment = ""] = /^([^?#]+\.md)#(.+)$/s.exec(target) ?? [];
      const other = kind === "link" ? bodies.get(resolvePath(folderOf(path), written) ?? "") : undefined;
      return other === undefined || idsOf(other).has(bodyId(fragment)) ? [] : [deadAnchor(place, target)];
    }),
  );
}

/** Links of one text to headings of its own that are not there, on the lines where the text writes them. */
export function adviseFragments(text: string, file: string, markup: Html): Diagnostic[] {
  const ids = idsIn(markup);
  const written = [...markup.matchAll(/<a [^>]*?href="#([^"]+)"/g)].map(([, fragment = ""]) => fragment);
  const dead = [...new Set(written)].filter((fragment) => !ids.has(percentDecoded(fragment)));
  const lines = text.split(/\r\n|\r|\n/);
  return dead.map((fragment) => {
    const target = `#${percentDecoded(fragment)}`;
    const line = lines.findIndex(
      (candidate) => candidate.includes(`(${target}`) || candidate.includes(`(#${fragment}`),
    );
    return deadAnchor(line < 0 ? { file } : { file, line: line + 1 }, target);
  });
}

function bodiesByPath({ articles, sections, plainPages }: Texts): ReadonlyMap<string, Body> {
  return new Map([
    ...[...articles, ...plainPages].map(({ path, body }) => [path, body] as const),
    ...sections.flatMap(({ path, body }) =>
      body === undefined ? [] : [[`${path}/_index.md`, body] as const],
    ),
  ]);
}

function idsIn(markup: string): ReadonlySet<string> {
  return new Set([...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => percentDecoded(id)));
}
