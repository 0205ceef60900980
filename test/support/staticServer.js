import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { headersOf } from "./hostRules.js";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".wasm": "application/wasm",
};
const COMPRESSED = new Set([".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".wasm"]);
/**
 * Serves a built site as a static host does: `index.html` of a folder, `404.html` for what is not there, the headers that
 * the site's own `_headers` asks for, Brotli or gzip for text. Port 0 is any free one.
 */
export async function serveFolder(folder, port = 0) {
  const rulesFile = join(folder, "_headers");
  const rules = existsSync(rulesFile) ? readFileSync(rulesFile, "utf8") : "";
  const packed = new Map();
  const server = createServer((request, response) => answer(request, response, folder, rules, packed));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address();
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
function answer({ url = "/", headers }, response, folder, rules, packed) {
  const path = decodeURIComponent(new URL(url, "http://host").pathname);
  const found = fileAt(folder, path);
  const file = found ?? fileAt(folder, "/404.html");
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  const extension = extname(file);
  const encoding = COMPRESSED.has(extension) ? encodingFor(headers["accept-encoding"]) : undefined;
  response.writeHead(found === undefined ? 404 : 200, {
    "Content-Type": TYPES[extension] ?? "application/octet-stream",
    ...(encoding === undefined ? {} : { "Content-Encoding": encoding, Vary: "Accept-Encoding" }),
    ...headersOf(path, rules),
  });
  response.end(bytesOf(file, encoding, packed));
}
function fileAt(folder, path) {
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
function encodingFor(accepted) {
  const names = String(accepted ?? "")
    .split(",")
    .map((name) => name.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : undefined;
}
function bytesOf(file, encoding, packed) {
  if (encoding === undefined) return readFileSync(file);
  const key = `${encoding} ${file} ${statSync(file).mtimeMs}`;
  const known = packed.get(key) ?? compress(readFileSync(file), encoding);
  packed.set(key, known);
  return known;
}
/** As a host's own settings have it, not as small as can be. */
function compress(bytes, encoding) {
  return encoding === "gzip"
    ? gzipSync(bytes)
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
