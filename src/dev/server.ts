import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { DeskSources } from "../desk/openDesk.ts";
import { DESK_PATH } from "../desk/shell.ts";
import { CLIENT_SCRIPT, OWN_PATH } from "./clientScript.ts";
import { answerDesk } from "./deskAnswer.ts";
import { refusalOf } from "./guard.ts";
import type { Preview } from "./preview.ts";
import type { Session, Showing } from "./session.ts";

/** How problems are put for the panel over the page. */
type Announce = (showing: Showing) => Readonly<Record<string, unknown>>;

export interface ServerPlan {
  readonly session: Session;
  readonly hosts: ReadonlySet<string>;
  readonly announce: Announce;
  /** What the desk is laid out from. */
  readonly deskOf: (showing: Showing) => DeskSources;
  /** Told of a page that could not be rendered. */
  readonly onFault: (error: unknown) => void;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  pdf: "application/pdf",
};

/** Makes the server of a preview. Whatever it serves is a file of the edition, by its route: no path of a request ever reaches the disk. */
export function previewServer(plan: ServerPlan): Server {
  const server = createServer((request, response) => {
    answer(request, response, plan).catch((error: unknown) => {
      plan.onFault(error);
      if (!response.headersSent) send(response, 500, "txt", "500\n", request);
    });
  });
  // A large edition is composed for longer than the five seconds after which Node gives a browser's connection up.
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, plan: ServerPlan): Promise<void> {
  const { host, origin } = request.headers;
  const refusal = refusalOf({ method: request.method, host, origin }, plan.hosts);
  if (refusal !== undefined) {
    if (refusal === 405) response.setHeader("Allow", "GET, HEAD");
    send(response, refusal, "txt", `${refusal}\n`, request);
    return;
  }
  const path = pathOf(request.url ?? "/");
  const showing = plan.session.showing();
  if (path === undefined) send(response, 400, "txt", "400\n", request);
  else if (path === `${OWN_PATH}/client.js`) send(response, 200, "js", CLIENT_SCRIPT, request);
  else if (path === `${OWN_PATH}/events`) openStream(response, plan);
  else if (path === DESK_PATH) redirect(response, `${DESK_PATH}/`, request);
  else if (path.startsWith(`${DESK_PATH}/`)) sendDesk(path, showing, plan, response, request);
  else if (showing.preview === undefined)
    send(response, 503, "html", withClient(NOTHING_YET, showing), request);
  else await answerPage(path, showing, showing.preview, response, request);
}

function sendDesk(
  path: string,
  showing: Showing,
  { deskOf }: ServerPlan,
  response: ServerResponse,
  request: IncomingMessage,
): void {
  const query = /\?([^#]*)/s.exec(request.url ?? "")?.[1] ?? "";
  const { status, ending, content } = answerDesk(path, query, deskOf(showing));
  // It tells the problems itself, so it changes with every run and not with every edition.
  const page = ending === "html" ? withClient(content, showing, `&amp;run=${showing.run}`) : content;
  send(response, status, ending, page, request);
}

/** Until a first edition is without errors there is nothing under its problems. */
const NOTHING_YET = "<!doctype html><html><head><title>…</title></head><body></body></html>";

async function answerPage(
  path: string,
  showing: Showing,
  { basePath, read }: Preview,
  response: ServerResponse,
  request: IncomingMessage,
): Promise<void> {
  if (path === "/" && basePath !== "") {
    redirect(response, `${basePath}/`, request);
    return;
  }
  const below = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
  const route = below?.replace(/\/$/, "/index.html") ?? "";
  const found = await read(route);
  if (found !== undefined) sendFile(response, 200, route, found, showing, request);
  else if (below?.endsWith("/") === false && (await read(`${below}/index.html`)) !== undefined)
    redirect(response, `${encodeURI(path)}/`, request);
  else sendFile(response, 404, "/404.html", (await read("/404.html")) ?? "404\n", showing, request);
}

function sendFile(
  response: ServerResponse,
  status: number,
  route: string,
  content: string | Uint8Array,
  showing: Showing,
  request: IncomingMessage,
): void {
  const ending = /\.([a-z0-9]+)$/i.exec(route)?.[1]?.toLowerCase() ?? "";
  const isPage = ending === "html" && typeof content === "string" && !route.startsWith("/fragments/");
  send(response, status, ending, isPage ? withClient(content, showing) : content, request);
}

/** The page with our script, which is all that tells it from the build's. */
function withClient(page: string, { version }: Showing, more = ""): string {
  const tag = `<script src="${OWN_PATH}/client.js?version=${version}${more}"></script>`;
  const end = page.lastIndexOf("</body>");
  return end < 0 ? page + tag : page.slice(0, end) + tag + page.slice(end);
}

function openStream(response: ServerResponse, { session, announce }: ServerPlan): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const tell = (showing: Showing) => response.write(`data: ${JSON.stringify(announce(showing))}\n\n`);
  const stop = session.listen(tell);
  response.once("close", stop);
  tell(session.showing());
}

function redirect(response: ServerResponse, to: string, request: IncomingMessage): void {
  response.setHeader("Location", to);
  send(response, 302, "txt", "", request);
}

function send(
  response: ServerResponse,
  status: number,
  ending: string,
  content: string | Uint8Array,
  request: IncomingMessage,
): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  response.writeHead(status, {
    "Content-Type": TYPES[ending] ?? "application/octet-stream",
    "Content-Length": bytes.byteLength,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The path of a request, decoded; undefined for one that no browser sends. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, "")).normalize("NFC");
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}
