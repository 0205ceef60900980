import { nearestName } from "../model/suggest.ts";
import type { Call, Expression, Literal, MustacheStatement, Path } from "./ast.ts";
import { helperNames, isBlockHelper, refusedHelpers } from "./helpers.ts";
import { isPlainName, resolvePath } from "./paths.ts";
import {
  escapedHtml,
  printedObject,
  rawText,
  refusedSyntax,
  unknownAsset,
  unknownHelper,
  unsafeUrl,
  wrongArguments,
} from "./problems.ts";
import { placeAt, type Scope } from "./scope.ts";
import { fieldNames, mistakenShape, type Shape, textShape } from "./shape.ts";
import type { Survey } from "./survey.ts";

/** The shape of what stands after a helper's or partial's name. */
export function resolveExpression(survey: Survey, expression: Expression, scope: Scope): Shape {
  switch (expression.type) {
    case "PathExpression":
      return resolvePath(survey, expression, scope);
    case "SubExpression":
      return resolveHelper(survey, expression, scope);
    default:
      return textShape();
  }
}

/** Checks what `{{x}}` prints; `before` is the markup in front of it. */
export function checkOutput(survey: Survey, output: MustacheStatement, before: string, scope: Scope): void {
  const shape = resolveOutput(survey, output, scope);
  const place = placeAt(scope, output.path.loc.start);
  const written = writtenName(output.path);
  switch (shape.kind) {
    case "html":
      if (output.escaped) survey.report(escapedHtml(place, written));
      return;
    case "text":
    case "unknown":
      if (!output.escaped) survey.report(rawText(place, written));
      else if (shape.kind === "unknown" && beginsUrl(before)) survey.report(unsafeUrl(place, written));
      return;
    case "object":
    case "list":
    case "record":
      survey.report(
        printedObject(place, written, shape.kind === "list" ? "list" : "object", fieldNames(shape)),
      );
      return;
    case "mistaken":
      return;
  }
}

function resolveOutput(survey: Survey, output: MustacheStatement, scope: Scope): Shape {
  const { path, params, hash } = output;
  if (params.length > 0 || hash !== undefined) return resolveHelper(survey, output, scope);
  // Handlebars takes {{"title"}} for the field of that name.
  const field = path.type === "PathExpression" ? path : fieldNamed(path);
  return isHelperName(field, scope)
    ? resolveHelper(survey, output, scope)
    : resolvePath(survey, field, scope);
}

function fieldNamed(literal: Literal): Path {
  const name = writtenName(literal);
  return { type: "PathExpression", data: false, depth: 0, parts: [name], original: name, loc: literal.loc };
}

function isHelperName(path: Path, { params }: Scope): boolean {
  if (!isPlainName(path) || path.parts.length !== 1 || params.has(path.original)) return false;
  return helperNames.includes(path.original) || refusedHelpers.includes(path.original);
}

/** Checks a call that prints or gives a value: of all helpers `asset` and `qr` alone do. */
function resolveHelper(survey: Survey, call: Call, scope: Scope): Shape {
  const name = writtenName(call.path);
  const place = placeAt(scope, call.path.loc.start);
  if (name === "asset") {
    checkAsset(survey, call, scope);
    return textShape();
  }
  if (name === "qr") {
    checkQr(survey, call, scope);
    return textShape();
  }
  if (name === "lookup" || name === "log") survey.report(refusedSyntax(place, name, name));
  else if (isBlockHelper(name)) survey.report(refusedSyntax(place, name, "inline-block"));
  else survey.report(unknownHelper(place, name, nearestName(name, helperNames)));
  return mistakenShape();
}

function checkAsset(survey: Survey, { path, params, hash }: Call, scope: Scope): void {
  const [name] = params;
  if (name?.type !== "StringLiteral" || params.length > 1 || hash !== undefined) {
    survey.report(wrongArguments(placeAt(scope, path.loc.start), "asset"));
    return;
  }
  const written = writtenName(name);
  if (survey.assetNames.includes(written)) return;
  survey.report(
    unknownAsset(placeAt(scope, name.loc.start), written, nearestName(written, survey.assetNames)),
  );
}

function checkQr(survey: Survey, { path, params, hash }: Call, scope: Scope): void {
  const [text] = params;
  const place = placeAt(scope, path.loc.start);
  if (text === undefined || params.length > 1 || hash !== undefined) {
    survey.report(wrongArguments(place, "qr"));
    return;
  }
  const { kind } = resolveExpression(survey, text, scope);
  if (kind !== "text" && kind !== "unknown" && kind !== "mistaken")
    survey.report(wrongArguments(place, "qr"));
}

/** Whether what is printed after this markup is the beginning of a URL: escaping does not stop `javascript:` there. */
function beginsUrl(before: string): boolean {
  return /\b(?:href|src|srcset|action|formaction|poster|data|cite|ping)\s*=\s*["']?\s*$/i.test(before);
}

/** A name as the template writes it. */
export function writtenName({ original }: Path | Literal): string {
  return String(original);
}
