import type { ArticleId } from "../model/article.ts";
import { hasErrors } from "../model/diagnostic.ts";
import { type Desk, readDesk } from "../press.ts";
import { type CommonOptions, EXIT, resolveContext } from "./context.ts";
import { failureCode, printDiagnostics } from "./reporting.ts";

export interface ListsOptions extends CommonOptions {
  readonly json?: boolean;
}

/** Prints every list of the site. Returns the exit code. */
export async function lists(options: ListsOptions): Promise<number> {
  const { order, language } = resolveContext(options, process.env);
  const { value: desk, diagnostics } = await readDesk(order, () => {});
  if (desk === undefined || hasErrors(diagnostics)) {
    printDiagnostics(diagnostics, "pretty", language, order.root);
    return failureCode(diagnostics, false) ?? EXIT.problems;
  }
  const all = allLists(desk);
  process.stdout.write(options.json === true ? `${JSON.stringify(all)}\n` : plainLists(all));
  return EXIT.published;
}

interface AllLists {
  readonly latest: readonly ArticleId[];
  readonly hot: readonly ArticleId[];
  readonly related: Readonly<Record<ArticleId, readonly ArticleId[]>>;
}

function allLists({ config, library, rankings }: Desk): AllLists {
  const { hot, latest } = config.site.lists;
  const idsOf = (indices: readonly number[]) => indices.flatMap((index) => library.visible[index]?.id ?? []);
  return {
    latest: idsOf(rankings.latest.slice(0, latest.count)),
    hot: idsOf(rankings.hot.slice(0, hot.count)),
    related: Object.fromEntries(
      library.visible.map(({ id }, index) => [id, idsOf(rankings.related[index] ?? [])]),
    ),
  };
}

function plainLists({ latest, hot, related }: AllLists): string {
  const block = (title: string, ids: readonly string[]) =>
    `${[title, ...ids.map((id) => `  ${id}`)].join("\n")}\n`;
  const entries = Object.entries(related).map(([id, ids]) => block(id, ids));
  return [block("latest", latest), block("hot", hot), ...entries].join("\n");
}
