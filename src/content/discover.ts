import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { articleId } from "../model/article.ts";
import { compareText, type Diagnostic } from "../model/diagnostic.ts";
import { isPortableName, isSafeName } from "./names.ts";
import { badPath, linkLoop, notAFile, notMarkdown, outsideLink, strayFile } from "./problems.ts";

/** A file of content/. `path` is relative to it, with forward slashes, NFC; `onDisk` is where it is read. */
export interface FoundFile {
  readonly path: string;
  readonly onDisk: string;
}

/** content/, sorted into what each file is for; every list is in code-unit order of the paths. */
export interface Newsroom {
  readonly articles: readonly FoundFile[];
  readonly sections: readonly FoundFile[];
  readonly plainPages: readonly FoundFile[];
  /** Pictures and other files beside the texts, and everything below static/. */
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

// By RFC 8615 the one dot-folder of a site: certificates and apps are verified by files in it.
const WELL_KNOWN = "static/.well-known";
const IGNORED = /^\.|~$|^#.*#$|\.(?:bak|tmp|swp|swo|swx|orig)$|^(?:4913|thumbs\.db|desktop\.ini)$/i;
// Windows hides a file's ending, and some editors write others: these are meant as articles.
const MISNAMED = /\.(?:md|markdown|mdown|md\.txt)$/i;

/** The files right below content/ that hold settings. */
export const CONFIGURATION_FILES: readonly string[] = ["site.yaml", "tags.yaml", "sources.yaml"];

/** Whether a file, by its path from the newsroom's root, holds settings. */
export function isConfigurationFile(file: string): boolean {
  return file.startsWith("content/") && CONFIGURATION_FILES.includes(file.slice("content/".length));
}

/** Whether a file or folder, by its name, is an editor's or a machine's own, and no part of a newsroom. */
export function isPassedOver(name: string): boolean {
  return IGNORED.test(name);
}

/** Lists a newsroom's content folder. Links are followed inside it only; dot-files and editors' backups are passed over. */
export async function discover(contentDir: string): Promise<Newsroom> {
  const root = await realpath(contentDir);
  const walk: Walk = { root, found: [], diagnostics: [] };
  await walkFolder(contentDir, "", [root], walk);
  const files = walk.found.toSorted((a, b) => compareText(a.path, b.path));
  const kinds = files.map((file) => ({ file, kind: kindOf(file.path) }));
  const having = (wanted: Kind) => kinds.flatMap(({ file, kind }) => (kind === wanted ? [file] : []));
  const strays = having("stray").map(({ path }) =>
    strayFile({ file: `content/${path}` }, path.endsWith("/index.md")),
  );
  const misnamed = having("misnamed").map(({ path }) =>
    notMarkdown({ file: `content/${path}` }, path.split("/").at(-1) ?? path),
  );
  return {
    articles: having("article"),
    sections: having("section"),
    plainPages: having("page"),
    files: having("file"),
    diagnostics: [...walk.diagnostics, ...strays, ...misnamed],
  };
}

interface Walk {
  readonly root: string;
  readonly found: FoundFile[];
  readonly diagnostics: Diagnostic[];
}

async function walkFolder(
  folder: string,
  prefix: string,
  above: readonly string[],
  walk: Walk,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`.normalize("NFC");
    if (isPassedOver(entry.name) && path !== WELL_KNOWN) continue;
    const onDisk = join(folder, entry.name);
    const place = { file: `content/${path}` };
    if (!isPortableName(entry.name)) {
      walk.diagnostics.push(badPath(place, entry.name));
      continue;
    }
    const target = entry.isSymbolicLink() ? await followLink(onDisk, walk.root) : onDisk;
    const kind = target === undefined || !entry.isSymbolicLink() ? entry : await stat(target);
    if (target === undefined) walk.diagnostics.push(outsideLink(place));
    else if (kind.isFile()) walk.found.push({ path, onDisk: target });
    else if (!kind.isDirectory()) walk.diagnostics.push(notAFile(place));
    else await enterFolder(target, path, above, walk);
  }
}

/** A folder that a link leads back to is entered once. Its name becomes a part of addresses. */
async function enterFolder(
  folder: string,
  path: string,
  above: readonly string[],
  walk: Walk,
): Promise<void> {
  const real = await realpath(folder);
  const name = path.split("/").at(-1) ?? path;
  if (above.includes(real)) walk.diagnostics.push(linkLoop({ file: `content/${path}` }));
  else if (path !== WELL_KNOWN && !isSafeName(name))
    walk.diagnostics.push(badPath({ file: `content/${path}` }, name));
  else await walkFolder(folder, `${path}/`, [...above, real], walk);
}

async function followLink(link: string, root: string): Promise<string | undefined> {
  try {
    const target = await realpath(link);
    return target === root || target.startsWith(root + sep) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path below content/ is an article's. */
export function isArticlePath(path: string): boolean {
  return kindOf(path) === "article";
}

type Kind = "article" | "section" | "page" | "file" | "configuration" | "stray" | "misnamed";

function kindOf(path: string): Kind {
  if (CONFIGURATION_FILES.includes(path)) return "configuration";
  if (path.startsWith("static/")) return "file";
  if (!path.endsWith(".md")) return MISNAMED.test(path) ? "misnamed" : "file";
  if (path.startsWith("pages/")) return "page";
  if (path.endsWith("/_index.md")) return "section";
  // An article's id is its section and its name.
  return articleId(path).includes("/") ? "article" : "stray";
}
