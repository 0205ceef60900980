/** What of a request decides whether it is answered at all. */
export interface Caller {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/** The status with which a request is refused; undefined for one that may be answered. `hosts` are the names under which we are reached. */
export function refusalOf({ method, host, origin }: Caller, hosts: ReadonlySet<string>): number | undefined {
  // A page elsewhere can point a name of its own at this machine; its requests then carry that name.
  if (host === undefined || !hosts.has(hostName(host))) return 403;
  if (origin !== undefined && !isOwn(origin, hosts)) return 403;
  return method === "GET" || method === "HEAD" ? undefined : 405;
}

/** The names of this machine for itself, and the one that was asked for. */
export function hostNames(asked: string | undefined): ReadonlySet<string> {
  return new Set([
    "localhost",
    "127.0.0.1",
    "[::1]",
    ...(asked === undefined ? [] : [inUrl(asked.toLowerCase())]),
  ]);
}

/** A name or address as it stands in a URL: an IPv6 address in brackets. */
export function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, "");
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return /^https?:\/\//.test(origin) && hosts.has(hostName(origin.replace(/^https?:\/\//, "")));
}
