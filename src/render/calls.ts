import { nearestName } from "../model/suggest.ts";
import type { PartialBlockStatement, PartialStatement, Program } from "./ast.ts";
import { blockContent, givenSlots, noteGiven } from "./contents.ts";
import { resolveExpression, writtenName } from "./expressions.ts";
import { noPartialBlock, partialCycle, refusedSyntax, unknownPartial, wrongArguments } from "./problems.ts";
import {
  type Content,
  enterContent,
  enterPartial,
  type PartialCall,
  pageInPartial,
  placeAt,
  pushFrame,
  type Scope,
} from "./scope.ts";
import { extendShape, mistakenShape, type Shape, sameShape } from "./shape.ts";
import { type AuditedTemplate, noteCheck, type Survey } from "./survey.ts";

/** A program and the scope in which to check it. */
export interface Visit {
  readonly program: Program;
  readonly scope: Scope;
}

type CallStatement = PartialStatement | PartialBlockStatement;

/** A call of a partial with what it hands over. */
interface Call {
  readonly name: string;
  readonly statement: CallStatement;
  readonly caller: Scope;
  readonly context: Shape;
  /** What stands in its block. */
  readonly given: Content | undefined;
}

/** What a call of a partial prints, each piece with the scope in which it is to be checked. */
export function visitsOf(survey: Survey, statement: CallStatement, caller: Scope): readonly Visit[] {
  if (statement.name.type === "SubExpression") {
    survey.report(refusedSyntax(placeAt(caller, statement.name.loc.start), "{{> (…)}}", "dynamic"));
    return [];
  }
  const name = writtenName(statement.name);
  const context = contextOf(survey, statement, name, caller);
  const given = statement.type === "PartialBlockStatement" ? blockContent(statement, caller) : undefined;
  const call = { name, statement, caller, context, given };
  survey.slotNames.add(name);

  // What a page fills in goes before a file of the same name, and both before the call's own content.
  const content = name === "@partial-block" ? caller.block : caller.slots.get(name);
  if (content !== undefined) return [...contentVisits(survey, call, content), ...ownVisits(call)];
  const partial = survey.templates.get(name);
  if (partial?.program !== undefined) return fileVisits(survey, call, partial, partial.program);
  if (partial === undefined) tellMissing(survey, call);
  return ownVisits(call);
}

/** The context that a call hands over: its own unless one is written, with the named arguments laid over it. */
function contextOf(
  survey: Survey,
  { name, params, hash }: CallStatement,
  written: string,
  caller: Scope,
): Shape {
  if (params.length > 1) survey.report(wrongArguments(placeAt(caller, name.loc.start), `{{> ${written}}}`));
  const [param] = params;
  const context = param === undefined ? caller.contexts[0] : resolveExpression(survey, param, caller);
  const named = (hash?.pairs ?? []).map(
    ({ key, value }) => [key, resolveExpression(survey, value, caller)] as const,
  );
  return extendShape(context ?? mistakenShape(), new Map(named));
}

function fileVisits(
  survey: Survey,
  call: Call,
  { template, file }: AuditedTemplate,
  program: Program,
): readonly Visit[] {
  const { caller, given } = call;
  const scope = enterPartial({ template, file }, caller, call.context);
  if (given === undefined) return admit(survey, call, { program, scope });
  noteGiven(survey, template, given.program, caller);
  const slots = givenSlots(survey, given.program, caller);
  return admit(survey, call, { program, scope: { ...pushFrame(scope), slots, block: given } });
}

/** A content is printed in the context and loop of its printer. An inline partial prints its printer's block, too. */
function contentVisits(survey: Survey, call: Call, content: Content): readonly Visit[] {
  const { name, caller, context, given } = call;
  const { program } = content;
  const scope = enterContent(content, given === undefined ? caller : pushFrame(caller), context);
  if (name === "@partial-block") return [{ program, scope: pushFrame(scope) }];
  return admit(survey, call, { program, scope: { ...scope, block: given ?? caller.block } });
}

/** The call's own content, which stands where nothing else answers to the name. */
function ownVisits({ caller, context, given }: Call): readonly Visit[] {
  if (given === undefined) return [];
  return [{ program: given.program, scope: pushFrame(pushFrame(enterContent(given, caller, context))) }];
}

/** A name with a slash is a file's; any other may be left to the call's own content. */
function tellMissing(survey: Survey, { name, statement, caller, given }: Call): void {
  if (given !== undefined && !name.includes("/")) return;
  const place = placeAt(caller, statement.name.loc.start);
  if (name === "@partial-block") survey.report(noPartialBlock(place, caller.page));
  else survey.report(unknownPartial(place, name, nearPartial(survey, name, caller), pageInPartial(caller)));
}

/** The partial that was likely meant: `partials/card` for `card`, else the nearest spelling. */
function nearPartial({ templates }: Survey, name: string, { slots }: Scope): string | undefined {
  const names = [...templates.keys()];
  return names.find((known) => known.endsWith(`/${name}`)) ?? nearestName(name, [...names, ...slots.keys()]);
}

/** A visit, unless it was made before or would never end. */
function admit(
  survey: Survey,
  { name, statement, caller }: Call,
  { program, scope }: Visit,
): readonly Visit[] {
  if (survey.endless.has(program)) return [];
  const [context = mistakenShape()] = scope.contexts;
  const entry: PartialCall = { name, program, context, block: scope.block };
  const earlier = scope.calls.filter((call) => call.program === program);
  const loop = earlier.find((call) => isSameCall(call, entry)) ?? earlier[DEEPEST];
  if (loop !== undefined) {
    const circle = scope.calls.slice(scope.calls.indexOf(loop)).map((call) => call.name);
    survey.report(partialCycle(placeAt(caller, statement.name.loc.start), [...circle, name]));
    survey.endless.add(program);
    return [];
  }
  // A newsroom's own data may be a tree, which a partial follows by calling itself: it ends where the data does.
  if (isOpen(context) && earlier.some((call) => isOpen(call.context))) return [];
  if (!noteCheck(survey, program, scope)) return [];
  return [{ program, scope: { ...scope, calls: [...scope.calls, entry] } }];
}

/** No page is so deep: a partial that has called itself so often grows its context or its block without end. */
const DEEPEST = 8;

function isOpen({ kind }: Shape): boolean {
  return kind === "unknown" || kind === "mistaken";
}

/** Whether one call does again what another is doing. A partial within its own block is no such call: the blocks differ. */
function isSameCall(a: PartialCall, b: PartialCall): boolean {
  return sameShape(a.context, b.context) && isSameContent(a.block, b.block);
}

function isSameContent(a: Content | undefined, b: Content | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || (a.program === b.program && isSameContent(a.block, b.block));
}
