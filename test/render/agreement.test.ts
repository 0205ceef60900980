import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditTheme } from "../../src/render/audit.ts";
import { compileTheme, renderTemplate } from "../../src/render/theme.ts";

const person = z.strictObject({ name: z.string(), tags: z.array(z.string()) });
const article = z.strictObject({
  title: z.string(),
  lead: person,
  people: z.array(person),
});
const value = {
  title: "T",
  lead: { name: "L", tags: ["a"] },
  people: [
    { name: "P", tags: ["b", "c"] },
    { name: "Q", tags: ["d"] },
  ],
};

const steps = fc.constantFrom("", "", "../", "../../", "@root.", "@root.");
const fields = fc.constantFrom(
  "title",
  "lead.name",
  "name",
  "x.name",
  "x",
  "people.[1].name",
  "this",
  "kind",
);
const paths = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("@root.title", "@root.lead.name") },
  { weight: 3, arbitrary: fc.tuple(steps, fields).map(([step, field]) => step + field) },
  { weight: 1, arbitrary: fc.constantFrom("this", "@index", "@../index", "@../../index") },
);
const subjects = fc.oneof(
  fc.constantFrom("@root.lead", "@root.people", "@root.lead.tags"),
  fc
    .tuple(steps, fc.constantFrom("lead", "people", "tags", "lead.tags", "x", "x.tags"))
    .map(([step, field]) => step + field),
  fc.constant("this"),
);
const bars = fc.constantFrom("", "", " as |x|");
const hashes = fc.constantFrom("", "", "", ' kind="k"');
const contexts = fc.constantFrom("", "", " lead", " this", " @root", " x");

/** A piece of template; every value that it prints stands between brackets. */
function pieces(calls: readonly string[]) {
  const named = fc.constantFrom(...calls);
  const { piece } = fc.letrec<{ piece: string; body: string }>((tie) => ({
    body: fc.array(tie("piece"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
    piece: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      paths.map((path) => `[{{${path}}}]`),
      fc
        .tuple(subjects, bars, tie("body"))
        .map(([path, bar, body]) => `{{#each ${path}${bar}}}${body}{{/each}}`),
      fc
        .tuple(subjects, bars, tie("body"))
        .map(([path, bar, body]) => `{{#with ${path}${bar}}}${body}{{/with}}`),
      fc.tuple(subjects, tie("body")).map(([path, body]) => `{{#if ${path}}}${body}{{/if}}`),
      fc.tuple(named, contexts, hashes).map(([name, context, hash]) => `{{> ${name}${context}${hash}}}`),
      fc
        .tuple(named, contexts, hashes, tie("body"))
        .map(([name, context, hash, body]) => `{{#> ${name}${context}${hash}}}${body}{{/${name}}}`),
      fc
        .tuple(named, hashes, tie("body"), tie("body"))
        .map(
          ([name, hash, slot, body]) =>
            `{{#> ${name}${hash}}}{{#*inline "slot"}}${slot}{{/inline}}${body}{{/${name}}}`,
        ),
      tie("body").map((body) => `{{#*inline "slot"}}${body}{{/inline}}{{> slot}}`),
    ),
  }));
  return piece;
}

/** What is printed nowhere does no harm to what is printed. */
const harmless: ReadonlySet<string> = new Set(["render/unused-inline", "render/unprinted-content"]);

const themes = fc.record({
  "pages/article": pieces(["layouts/a", "partials/b", "partials/c"]),
  "layouts/a": pieces(["partials/b", "@partial-block", "slot"]),
  "partials/b": pieces(["partials/c", "@partial-block", "slot"]),
  "partials/c": pieces(["@partial-block", "slot"]),
});

describe("a theme that passes the audit", () => {
  it("renders, and none of its fields is out of reach where it is printed", () => {
    let passed = 0;
    fc.assert(
      fc.property(themes, (sources) => {
        const templates = new Map(
          Object.entries(sources).map(([name, source]) => [name, { source, file: name }]),
        );
        const problems = auditTheme({ templates }, { article }, [], []);
        if (problems.some(({ code }) => !harmless.has(code))) return;
        passed++;
        const text = renderTemplate(compileTheme({ templates }, new Map()), "pages/article", value);
        expect(text).not.toMatch(/\[\]|object Object/);
      }),
      { numRuns: 800, seed: 1 },
    );
    expect(passed).toBeGreaterThan(50);
  });
});
