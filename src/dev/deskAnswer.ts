import { type DeskSources, deskArticle, deskIndex } from "../desk/openDesk.ts";
import { DESK_PATH } from "../desk/shell.ts";
import { DESK_STYLES } from "../desk/stylesheet.ts";

/** What is answered at an address of the desk. */
interface DeskAnswer {
  readonly status: number;
  readonly ending: "html" | "css";
  readonly content: string;
}

/** Answers a request below the desk's path: `path` is decoded, `query` as it was sent. */
export function answerDesk(path: string, query: string, sources: DeskSources): DeskAnswer {
  const name = path.slice(DESK_PATH.length + 1);
  if (name === "desk.css") return { status: 200, ending: "css", content: DESK_STYLES };
  if (name === "")
    return { status: 200, ending: "html", content: deskIndex(sources, new URLSearchParams(query)) };
  const { found, page } = deskArticle(sources, name);
  return { status: found ? 200 : 404, ending: "html", content: page };
}
