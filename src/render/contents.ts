import { nearestName } from "../model/suggest.ts";
import type { DecoratorBlock, PartialBlockStatement, Position, Program, Statement } from "./ast.ts";
import { refusedSyntax, unprintedContent, unusedInline } from "./problems.ts";
import { type Content, placeAt, type Scope } from "./scope.ts";
import type { Survey } from "./survey.ts";

/** The scope inside a program, with the inline partials that stand in it: they are known before the first of its lines. */
export function withInlines(survey: Survey, program: Program, scope: Scope): Scope {
  const inlines = inlinesOf(survey, program, scope);
  if (inlines.length === 0) return scope;
  const slots = new Map(scope.slots);
  for (const { name, program } of inlines) slots.set(name, inlineContent(program, scope, scope.outer, slots));
  return { ...scope, slots };
}

/** What fills the slots of a partial that is called with a block. The inline partials in it do not see each other there. */
export function givenSlots(survey: Survey, block: Program, caller: Scope): Scope["slots"] {
  const inlines = inlinesOf(survey, block, caller);
  if (inlines.length === 0) return caller.slots;
  const own = inlines.map(
    ({ name, program }) => [name, inlineContent(program, caller, caller.contexts, caller.slots)] as const,
  );
  return new Map([...caller.slots, ...own]);
}

/** The content of a partial block, as the partial prints it. */
export function blockContent({ program }: PartialBlockStatement, caller: Scope): Content {
  const { template, file, contexts, params, slots, block } = caller;
  return { program, template, file, contexts, params, slots, block };
}

/** Notes that a partial was given a content, so that it is told where the partial does not print it. */
export function noteGiven(survey: Survey, name: string, program: Program, caller: Scope): void {
  const first = program.body.find(isPrinted);
  if (first === undefined) return;
  survey.given.set(program, () => unprintedContent(placeAt(caller, beginningOf(first)), name));
}

function isPrinted(statement: Statement): boolean {
  if (statement.type === "ContentStatement") return statement.value.trim() !== "";
  return statement.type !== "CommentStatement" && statement.type !== "DecoratorBlock";
}

/** Where the first thing to see in a statement stands. */
function beginningOf(statement: Statement): Position {
  const { line, column } = statement.loc.start;
  if (statement.type !== "ContentStatement") return { line, column };
  const blank = /^\s*/.exec(statement.original)?.[0].split("\n") ?? [];
  const last = blank.at(-1)?.length ?? 0;
  return blank.length > 1 ? { line: line + blank.length - 1, column: last } : { line, column: column + last };
}

function inlineContent(
  program: Program,
  scope: Scope,
  contexts: Scope["contexts"],
  slots: Scope["slots"],
): Content {
  const { template, file, block } = scope;
  // Handlebars fails on a name between bars from around an inline partial.
  const params = new Map([...scope.params.keys()].map((name) => [name, undefined]));
  return { program, template, file, contexts, params, slots, block };
}

function inlinesOf(
  survey: Survey,
  { body }: Program,
  scope: Scope,
): readonly { readonly name: string; readonly program: Program }[] {
  return body
    .filter((statement) => statement.type === "DecoratorBlock")
    .flatMap((decorator) => {
      const name = inlineName(survey, decorator, scope);
      if (name === undefined) return [];
      const { program, loc } = decorator;
      survey.given.set(program, () =>
        unusedInline(placeAt(scope, loc.start), name, nearestName(name, survey.slotNames)),
      );
      return [{ name, program }];
    });
}

function inlineName(survey: Survey, { path, params, loc }: DecoratorBlock, scope: Scope): string | undefined {
  const [name] = params;
  if (path.original === "inline" && params.length === 1 && name?.type === "StringLiteral") {
    return String(name.original);
  }
  const why = path.original === "inline" ? "inline-name" : "decorator";
  survey.report(refusedSyntax(placeAt(scope, loc.start), `{{#*${path.original}}}`, why));
  return undefined;
}
