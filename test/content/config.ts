import type { ParseConfig, SourceFile } from "../../src/content/readSource.ts";

export const CONFIG: ParseConfig = {
  timeZone: "Asia/Shanghai",
  language: "zh-CN",
  origin: "https://news.example.com",
  basePath: "",
  mediaHosts: [],
};

export function source(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
