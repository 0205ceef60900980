import { describe, expect, it } from "vitest";
import { hostNames, inUrl, refusalOf } from "../../src/dev/guard.ts";

const HOSTS = hostNames(undefined);
const caller = { method: "GET", host: "localhost:4173", origin: undefined };

describe("a request", () => {
  it.each([
    ["from this machine", caller],
    ["under a number", { ...caller, host: "127.0.0.1:4173" }],
    ["over IPv6", { ...caller, host: "[::1]:4173" }],
    ["for the head alone", { ...caller, method: "HEAD" }],
    ["of our own page", { ...caller, origin: "http://localhost:4173" }],
  ])("%s is answered", (_, request) => {
    expect(refusalOf(request, HOSTS)).toBeUndefined();
  });

  it.each([
    ["under another name, as by DNS rebinding", { ...caller, host: "evil.example:4173" }, 403],
    ["under a name that only begins like ours", { ...caller, host: "localhost.evil.example" }, 403],
    ["without a name", { ...caller, host: undefined }, 403],
    ["of a page elsewhere", { ...caller, origin: "https://evil.example" }, 403],
    ["of a page of no place", { ...caller, origin: "null" }, 403],
    ["that would write", { ...caller, method: "POST" }, 405],
    ["that asks for leave", { ...caller, method: "OPTIONS" }, 405],
  ])("%s is refused", (_, request, status) => {
    expect(refusalOf(request, HOSTS)).toBe(status);
  });

  it("may name the host that was asked for", () => {
    const request = { ...caller, host: "news.lan:4173" };
    expect(refusalOf(request, hostNames("news.lan"))).toBeUndefined();
    expect(refusalOf(request, HOSTS)).toBe(403);
  });

  it("names an IPv6 address that was asked for in brackets, as its URL does", () => {
    const request = { ...caller, host: `${inUrl("fd00::1")}:4173` };
    expect(request.host).toBe("[fd00::1]:4173");
    expect(refusalOf(request, hostNames("FD00::1"))).toBeUndefined();
  });
});
