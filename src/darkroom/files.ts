import { readFile } from "node:fs/promises";
import { CLEANING } from "../assets/clean.ts";
import { hashedRoute, planRenditions, type Renditions } from "../assets/recipe.ts";
import { type Survey, surveyPicture } from "../assets/survey.ts";
import { contentIdOf } from "../cache/contentId.ts";
import type { KnownContent } from "../cache/gitIndex.ts";
import type { PictureNotes } from "../cache/pictures.ts";
import type { FoundFile } from "../content/discover.ts";
import { type Route, toRoute } from "../model/route.ts";
import { hashFile } from "../output/pieces.ts";
import { isPicturePath, type WantedFile } from "../pages/files.ts";
import { inOrder } from "./inOrder.ts";

/** A picture or attachment as it will be published. */
export interface PreparedFile extends FoundFile {
  readonly survey: Survey;
  /** Of the file itself, cleaned where it is a picture. */
  readonly route: Route;
  /** Of a picture, in pixels as it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** What is made of it for pages; absent where pages show the file itself. */
  readonly renditions?: Renditions;
  /** Whether the file itself is published, and not only what is made of it. */
  readonly isPublished: boolean;
  /** A picture that nobody could or should look at. */
  readonly isUnfit: boolean;
}

/** Files read at a time: enough for the decoders' threads, few enough for the memory. */
const AT_ONCE = 4;

/**
 * Learns what must be known of the files that texts refer to and of the pictures in content/static, each content once: what
 * the notes know of an unchanged file is not read. In the order of the paths; a file that is not there is left out.
 */
export async function prepareFiles(
  files: readonly FoundFile[],
  wanted: readonly WantedFile[],
  known: KnownContent,
  notes: PictureNotes,
): Promise<PreparedFile[]> {
  const wantedByPath = new Map(wanted.map((file) => [file.path, file]));
  const taken = files.filter(
    ({ path }) => wantedByPath.has(path) || (path.startsWith("static/") && isPicturePath(path)),
  );
  return inOrder(taken, AT_ONCE, async (file) =>
    prepare(file, wantedByPath.get(file.path), await surveyOnce(file, known, notes)),
  );
}

async function surveyOnce(
  { path, onDisk }: FoundFile,
  known: KnownContent,
  { surveys }: PictureNotes,
): Promise<Survey> {
  const kind = isPicturePath(path) ? "picture" : "file";
  // Where line ends are converted on checkout, git's name for a text is not that of its bytes.
  const id = /\.(?:csv|txt|vtt)$/i.test(path) ? undefined : known(onDisk);
  const noted = id === undefined ? undefined : surveys.get(`${kind} ${id}`);
  if (noted !== undefined) return noted;
  if (kind === "picture") {
    const bytes = await readFile(onDisk);
    const key = `${kind} ${id ?? contentIdOf(bytes)}`;
    const survey = surveys.get(key) ?? (await surveyPicture(bytes));
    surveys.set(key, survey);
    return survey;
  }
  // However large: of a film not all is ever in memory.
  const survey: Survey = { kind: "attachment", hash: hashFile(onDisk) };
  if (id !== undefined) surveys.set(`${kind} ${id}`, survey);
  return survey;
}

function prepare({ path, onDisk }: FoundFile, wanted: WantedFile | undefined, survey: Survey): PreparedFile {
  const common = { path, onDisk, survey, route: routeOf(path, survey) };
  const isStatic = path.startsWith("static/");
  switch (survey.kind) {
    case "photo": {
      const { width, height } = survey;
      if (survey.isAnimated || wanted?.isShown !== true)
        return { ...common, width, height, isPublished: true, isUnfit: false };
      const renditions = planRenditions(path, survey);
      return {
        ...common,
        width,
        height,
        renditions,
        isPublished: isStatic || wanted.isLinked,
        isUnfit: false,
      };
    }
    case "drawing":
      return { ...common, width: survey.width, height: survey.height, isPublished: true, isUnfit: false };
    case "attachment":
      // What stands in content/static is published with the rest of it.
      return { ...common, isPublished: !isStatic, isUnfit: false };
    default:
      return { ...common, isPublished: false, isUnfit: true };
  }
}

/** A file below static/ keeps its path; one beside a text gets a hash in its name, so that it can be cached for ever. */
function routeOf(path: string, survey: Survey): Route {
  if (path.startsWith("static/")) return toRoute(path.slice("static/".length));
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const hash = "hash" in survey ? survey.hash : "";
  return hashedRoute(path, survey.kind === "attachment" ? [hash] : [hash, `cleaned ${CLEANING}`], ending);
}
