import { hrefOf, type Route } from "../model/route.ts";

export interface Redirect {
  readonly from: Route;
  readonly to: Route;
}

export interface RedirectLimits {
  readonly lines: number;
  readonly lineLength: number;
}

/** What hosts read of a `_redirects` file; they pass over the rest without a word. */
const HOST_LIMITS: RedirectLimits = { lines: 2_000, lineLength: 1_000 };

/** The `_redirects` file, in the order given, and the redirects that the hosts' limits leave no room for. */
export function renderRedirects(
  redirects: readonly Redirect[],
  basePath: string,
  limits: RedirectLimits = HOST_LIMITS,
): { readonly text: string; readonly omitted: readonly Redirect[] } {
  const omitted: Redirect[] = [];
  let text = "";
  let lines = 0;
  for (const redirect of redirects) {
    const line = renderLine(redirect, basePath);
    if (lines >= limits.lines || line.length > limits.lineLength) {
      omitted.push(redirect);
      continue;
    }
    text += `${line}\n`;
    lines += 1;
  }
  return { text, omitted };
}

function renderLine({ from, to }: Redirect, basePath: string): string {
  return `${literal(hrefOf(basePath, from))} ${literal(hrefOf(basePath, to))} 301`;
}

/** In this file a bare `*` is a pattern. */
function literal(href: string): string {
  return href.replaceAll("*", "%2A");
}
