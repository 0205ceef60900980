import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { inUrl } from "../dev/guard.ts";
import type { Text } from "../model/diagnostic.ts";
import type { Language } from "../report/language.ts";
import { UsageError } from "./context.ts";

/** Where a preview is to be reached. */
export interface Address {
  readonly port?: number;
  /** Another name or address than this machine's own. */
  readonly host?: string;
}

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

/**
 * Listens on the asked port, or on the first free one from 4173 up, and returns the URL. Throws `UsageError` where the asked
 * port is taken, or the address is none of this machine's.
 */
export async function listen(server: Server, { port, host }: Address, language: Language): Promise<string> {
  const last = port ?? FIRST_PORT + PORTS_TRIED;
  for (let candidate = port ?? FIRST_PORT; candidate <= last; candidate++) {
    const error = await tryListen(server, candidate, host ?? "127.0.0.1");
    if (error?.code === "EADDRINUSE") continue;
    if (error !== undefined) throw refusal(error, candidate, host, language);
    const { port: bound } = server.address() as AddressInfo;
    return `http://${inUrl(host ?? "localhost")}:${bound}/`;
  }
  throw new UsageError(
    language === "zh"
      ? `端口 ${last} 已被占用，用 --port 另指一个`
      : `port ${last} is taken; name another with --port`,
  );
}

function tryListen(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => {
      server.removeListener("error", resolve);
      resolve(undefined);
    });
  });
}

/** What was asked of the machine and cannot be, in words; anything else is the machine's own failure. */
function refusal(
  error: NodeJS.ErrnoException,
  port: number,
  host: string | undefined,
  language: Language,
): Error {
  if (error.code === "EACCES") return new UsageError(refusedPort(port)[language]);
  if (host === undefined || !NO_SUCH_ADDRESS.has(error.code)) return error;
  return new UsageError(wrongHost(host, ownAddresses())[language]);
}

/** Not this machine's; none at all; a name that nobody knows; a name that could not be asked for; of a kind that is switched off. */
const NO_SUCH_ADDRESS = new Set<string | undefined>([
  "EADDRNOTAVAIL",
  "EINVAL",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAFNOSUPPORT",
]);

function refusedPort(port: number): Text {
  return {
    zh: `系统不让用端口 ${port}；用 --port 另指一个，1024 以上的一般都可以`,
    en: `the system does not allow port ${port}; name another with --port, best one above 1024`,
  };
}

function wrongHost(host: string, own: readonly string[]): Text {
  const zh = own.length === 0 ? "" : `写这台机器自己的，如 --host ${own.join(" 或 --host ")}；`;
  const en = own.length === 0 ? "" : `write one of its own, --host ${own.join(" or --host ")}, or `;
  return {
    zh: `这台机器没有“${host}”这个地址；${zh}只在这台机器上看，就不写 --host`,
    en: `this machine has no address “${host}”; ${en}leave --host out to look at it on this machine only`,
  };
}

/** The addresses under which others reach this machine. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
}
