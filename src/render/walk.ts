import { nearestName } from "../model/suggest.ts";
import type { BlockStatement, Program, Statement } from "./ast.ts";
import { visitsOf } from "./calls.ts";
import { withInlines } from "./contents.ts";
import { checkOutput, resolveExpression, writtenName } from "./expressions.ts";
import { type BlockHelper, helperNames, isBlockHelper } from "./helpers.ts";
import { standsForValue } from "./paths.ts";
import { notAList, refusedSyntax, unknownHelper, wrongArguments } from "./problems.ts";
import { enterBlock, enterContext, nameParams, placeAt, type Scope } from "./scope.ts";
import { itemOf, mistakenShape, type Shape, textShape } from "./shape.ts";
import type { Survey } from "./survey.ts";

/** Checks a program, and all that it prints, in a scope. `before` is the markup in front of it. */
export function walkProgram(survey: Survey, program: Program, outside: Scope, before = ""): void {
  survey.printed.add(program);
  const scope = withInlines(survey, program, outside);
  let markup = before;
  for (const statement of program.body) {
    // What goes round for ever is told once; going through the rest of it could take as long.
    if (scope.calls.some((call) => survey.endless.has(call.program))) return;
    walkStatement(survey, statement, markup, scope);
    markup = statement.type === "ContentStatement" ? statement.value : "";
  }
}

function walkStatement(survey: Survey, statement: Statement, before: string, scope: Scope): void {
  switch (statement.type) {
    case "MustacheStatement":
      checkOutput(survey, statement, before, scope);
      return;
    case "BlockStatement":
      walkBlock(survey, statement, before, scope);
      return;
    case "PartialStatement":
    case "PartialBlockStatement":
      for (const visit of visitsOf(survey, statement, scope))
        walkProgram(survey, visit.program, visit.scope, before);
      return;
    case "Decorator":
      survey.report(
        refusedSyntax(
          placeAt(scope, statement.loc.start),
          `{{*${writtenName(statement.path)}}}`,
          "decorator",
        ),
      );
      return;
    case "ContentStatement":
    case "CommentStatement":
    case "DecoratorBlock":
      return;
  }
}

function walkBlock(survey: Survey, block: BlockStatement, before: string, scope: Scope): void {
  const name = block.path.original;
  const { program, inverse } = block;
  if (!isBlockHelper(name) || scope.params.has(name) || program === undefined) {
    refuseBlock(survey, block, scope);
    const inside = enterContext(scope, mistakenShape(), true);
    for (const part of [program, inverse]) if (part !== undefined) walkProgram(survey, part, inside, before);
    return;
  }
  if (!hasRightArguments(name, block)) {
    survey.report(wrongArguments(placeAt(scope, block.path.loc.start), `{{#${name}}}`));
  }
  walkProgram(survey, program, scopeInside(survey, name, block, scope), before);
  if (inverse !== undefined) walkProgram(survey, inverse, enterBlock(scope), before);
}

/** How many names may stand between the bars of each block. */
const barNames: Readonly<Record<BlockHelper, number>> = { each: 2, with: 1, if: 0, unless: 0 };

function hasRightArguments(helper: BlockHelper, { params, hash, program }: BlockStatement): boolean {
  const asks = helper === "if" || helper === "unless";
  const knowsOptions = (hash?.pairs ?? []).every(({ key }) => asks && key === "includeZero");
  return params.length === 1 && knowsOptions && (program?.blockParams ?? []).length <= barNames[helper];
}

function scopeInside(survey: Survey, helper: BlockHelper, block: BlockStatement, scope: Scope): Scope {
  const [param] = block.params;
  const subject = param === undefined ? mistakenShape() : resolveExpression(survey, param, scope);
  const names = (block.program?.blockParams ?? []).slice(0, barNames[helper]);
  switch (helper) {
    case "if":
    case "unless":
      return enterBlock(scope);
    case "with":
      return nameParams(enterContext(scope, subject, false), names, [subject]);
    case "each": {
      const item = itemOf(subject) ?? tellNotAList(survey, block, scope);
      return nameParams(enterContext(scope, item, true), names, [item, textShape()]);
    }
  }
}

function tellNotAList(survey: Survey, { params: [param] }: BlockStatement, scope: Scope): Shape {
  if (param !== undefined) {
    const written = param.type === "SubExpression" ? writtenName(param.path) : writtenName(param);
    survey.report(notAList(placeAt(scope, param.loc.start), written));
  }
  return mistakenShape();
}

/** Tells why a block that is none of the helpers' cannot stand: `{{^x}}`, `{{#cards}}`, or a helper that does not exist. */
function refuseBlock(survey: Survey, { path, params, hash, program }: BlockStatement, scope: Scope): void {
  const place = placeAt(scope, path.loc.start);
  const name = path.original;
  if (name === "lookup" || name === "log") survey.report(refusedSyntax(place, name, name));
  else if (program === undefined) survey.report(refusedSyntax(place, `{{^${name}}}`, "inverse"));
  else if (params.length === 0 && hash === undefined && standsForValue(path, scope)) {
    survey.report(refusedSyntax(place, `{{#${name}}}`, "section"));
  } else survey.report(unknownHelper(place, name, nearestName(name, helperNames)));
}
