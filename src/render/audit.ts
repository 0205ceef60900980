import type { z } from "zod";
import { compareDiagnostics, compareText, type Diagnostic } from "../model/diagnostic.ts";
import { parseTemplate } from "./parse.ts";
import { missingTemplate, unknownPartial } from "./problems.ts";
import { pageScope } from "./scope.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { type AuditedTemplate, type Survey, startSurvey } from "./survey.ts";
import type { ThemeFiles } from "./theme.ts";
import { walkProgram } from "./walk.ts";

/**
 * Every mistake in a theme's templates that can be known before a page is written. Each page's template is checked with the
 * partials that it prints, against the schema of its kind; a template that is no kind's is an article's `layout`. `layouts`
 * are those that articles ask for: each must have its template.
 */
export function auditTheme(
  files: Pick<ThemeFiles, "templates">,
  schemas: Readonly<Record<string, z.ZodType>>,
  assetNames: readonly string[],
  layouts: readonly string[],
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic) => {
    // A partial is checked for each page that prints it: one telling is enough.
    const { file, line, column, code } = diagnostic;
    const key = `${file}:${line}:${column} ${code}`;
    if (!found.has(key)) found.set(key, diagnostic);
  };
  const survey = startSurvey(readTemplates(files, report), assetNames, report);
  for (const name of new Set([...Object.keys(schemas), ...layouts])) {
    if (!survey.templates.has(`pages/${name}`))
      report(missingTemplate({ file: `templates/pages/${name}.hbs` }, name));
  }
  walkPages(survey, schemas);
  if (isWhole(survey, found)) tellUnprinted(survey);
  return [...found.values()].sort(compareDiagnostics);
}

function readTemplates(
  { templates }: Pick<ThemeFiles, "templates">,
  report: Survey["report"],
): Survey["templates"] {
  return new Map(
    [...templates].map(([template, { source, file }]): [string, AuditedTemplate] => {
      const { value: program, diagnostics } = parseTemplate(source, file);
      for (const diagnostic of diagnostics) report(diagnostic);
      return [template, { template, file, program }];
    }),
  );
}

function walkPages(survey: Survey, schemas: Readonly<Record<string, z.ZodType>>): void {
  const shapes = new Map(Object.entries(schemas).map(([kind, schema]) => [kind, shapeOf(schema)]));
  const pages = [...survey.templates.values()]
    .filter(({ template }) => template.startsWith("pages/"))
    .sort((a, b) => compareText(a.template, b.template));
  for (const page of pages) walkPage(survey, page, shapes);
}

function walkPage(survey: Survey, page: AuditedTemplate, shapes: ReadonlyMap<string, Shape>): void {
  const { template, file, program } = page;
  const kind = template.slice("pages/".length);
  const shape = shapes.get(kind) ?? shapes.get("article");
  if (program === undefined || shape === undefined) return;
  walkProgram(survey, program, pageScope(kind, { template, file }, program, shape));
}

/** Whether every partial could be followed; else what seems to be printed nowhere may only be out of sight. */
function isWhole({ templates, endless }: Survey, found: ReadonlyMap<string, Diagnostic>): boolean {
  const isTorn = [...found.values()].some(({ code }) => code === unknownPartial.rule.code);
  return (
    !isTorn && endless.size === 0 && [...templates.values()].every(({ program }) => program !== undefined)
  );
}

function tellUnprinted({ given, printed, report }: Survey): void {
  for (const [program, tell] of given) if (!printed.has(program)) report(tell());
}
