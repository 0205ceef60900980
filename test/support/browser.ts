import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, it, onTestFinished } from "vitest";
import { runCli } from "./cli.ts";
import { temporaryFolder } from "./folders.ts";
import { NOW } from "./newsroom.ts";
import { sampleFolder } from "./sampleSite.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

/** Writes a site into a folder; or serves what is to be read, and then the folder is left alone. */
type Build = (folder: string) => undefined | Promise<StaticServer>;

/** A page that a test reads, and all that went wrong on it. */
export interface Reading {
  readonly page: Page;
  /** Console errors, exceptions, breaches of the policy, failed requests, answers of 400 and more, requests to other hosts: a line each. */
  readonly complaints: string[];
}

/** How a test file gets at the browser and its site. */
export interface Reader {
  /** Where the site stands: `http://127.0.0.1:40123`. */
  readonly origin: () => string;
  /** Opens a path of the site in a profile of its own, which is gone when the test ends. */
  readonly open: (path: string, options?: ReaderOptions) => Promise<Reading>;
}

interface ReaderOptions extends BrowserContextOptions {
  /** Hosts that the page may ask; they answer with nothing. */
  readonly hosts?: readonly string[];
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
}

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const QUIET = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync"];
const OFFLINE = ["disable-background-networking", "disable-component-update"];

/** The browser that CHROMIUM names, else one where browsers usually are. */
export function findChromium({ CHROMIUM }: NodeJS.ProcessEnv): string | undefined {
  if (CHROMIUM !== undefined && CHROMIUM !== "") return CHROMIUM;
  return PLACES.find((place) => existsSync(place));
}

/**
 * A `describe` whose tests read a site in a real browser: one browser, one server for the file. `build` writes the site
 * into a folder; without it, it is the sample site. Without a browser the tests fail in CI, and elsewhere are skipped aloud.
 */
export function describeInBrowser(
  name: string,
  tests: (reader: Reader) => void,
  build: Build = () => serveFolder(sampleFolder()),
): void {
  const executablePath = findChromium(process.env);
  if (executablePath !== undefined) {
    describe(name, () => tests(useBrowser(executablePath, build)));
    return;
  }
  const message = `no browser for “${name}”: install Chromium, or name one in CHROMIUM`;
  if (process.env.CI === "true") {
    it(name, () => {
      throw new Error(message);
    });
    return;
  }
  process.stderr.write(`SKIPPED: ${message}\n`);
  it.skip(message, () => {});
}

/** Builds a newsroom with the compiled command. */
export function buildNewsroom(root: string, folder: string): undefined {
  const { code, stderr } = runCli(["build", "--root", root, "--out", folder, "--now", NOW]);
  if (code !== 0) throw new Error(stderr);
}

function useBrowser(executablePath: string, build: Build): Reader {
  let browser: Browser;
  let server: StaticServer;
  beforeAll(async () => {
    const folder = temporaryFolder("browser-");
    const args = [...QUIET, ...OFFLINE].map((name) => `--${name}`);
    const [launched, built] = await Promise.all([chromium.launch({ executablePath, args }), build(folder)]);
    browser = launched;
    server = built ?? (await serveFolder(folder));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 60_000);
  return {
    origin: () => server.origin,
    open: (path, options) => open(browser, server.origin, path, options),
  };
}

async function open(
  browser: Browser,
  origin: string,
  path: string,
  { hosts = [], before, ...options }: ReaderOptions = {},
): Promise<Reading> {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
  onTestFinished(() => context.close());
  const complaints: string[] = [];
  const isForeign = ({ protocol, host }: URL) => protocol.startsWith("http") && host !== new URL(origin).host;
  await context.route(isForeign, (route) => {
    const { host } = new URL(route.request().url());
    if (!hosts.includes(host)) complaints.push(`asked ${host}`);
    return route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" });
  });
  if (before !== undefined) await context.addInitScript(before);
  const page = await context.newPage();
  watch(page, complaints);
  await page.goto(origin + path);
  return { page, complaints };
}

/** The console also tells of breaches of the Content-Security-Policy. */
function watch(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    // A reader who leaves a page stops what is still coming.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
}
