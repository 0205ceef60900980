import type { RenderOptions } from "../../src/markdown/context.ts";
import { type Rendered, renderMarkdown } from "../../src/markdown/processor.ts";

/** Renders a text as the body of `content/a.md`, from line 1, on https://news.example.com. */
export function render(markdown: string, options: Partial<RenderOptions> = {}): Rendered {
  return renderMarkdown(markdown, {
    file: "content/a.md",
    firstLine: 1,
    mediaHosts: ["cdn.example.com"],
    origin: "https://news.example.com",
    basePath: "",
    language: "zh-CN",
    ...options,
  });
}

/** The problems of a text, each as `line code`. */
export function problemsIn(markdown: string, options: Partial<RenderOptions> = {}): string[] {
  return render(markdown, options).diagnostics.map(
    ({ line, code }) => `${line} ${code.replace("markdown/", "")}`,
  );
}
