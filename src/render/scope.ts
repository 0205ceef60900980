import type { Place } from "../model/diagnostic.ts";
import type { Position, Program } from "./ast.ts";
import type { Shape } from "./shape.ts";

/** Where a piece of template was written. */
export interface Origin {
  /** `partials/card` */
  readonly template: string;
  readonly file: string;
}

/** What the names at one spot of a template mean, as Handlebars would find them there. */
export interface Scope extends Origin {
  /** The kind of page for which the spot is being checked: `article`. */
  readonly page: string;
  /** The page's whole value: `@root`. */
  readonly root: Shape;
  /** `this`, then what each `../` reaches. */
  readonly contexts: readonly Shape[];
  /** The contexts outside the program in which the spot stands: an inline partial written there sees these. */
  readonly outer: readonly Shape[];
  /** The names between bars. One that an inline partial cannot reach, though it stands around it, is undefined here. */
  readonly params: ReadonlyMap<string, Shape | undefined>;
  /** A frame for each step of `@../`: whether `@index` and its kin are there. */
  readonly frames: readonly boolean[];
  /** Inline partials, by name. */
  readonly slots: ReadonlyMap<string, Content>;
  /** What `{{> @partial-block}}` prints. */
  readonly block: Content | undefined;
  /** The partials being printed, outermost first. */
  readonly calls: readonly PartialCall[];
}

/** A partial being printed. */
export interface PartialCall {
  readonly name: string;
  readonly program: Program;
  readonly context: Shape;
  readonly block: Content | undefined;
}

/** A piece of template that is printed elsewhere than where it was written: an inline partial or the content of a partial block. */
export interface Content extends Origin, Pick<Scope, "contexts" | "params" | "slots" | "block"> {
  readonly program: Program;
}

/** The scope of a page's template, which receives the page's value. */
export function pageScope(page: string, origin: Origin, program: Program, root: Shape): Scope {
  return {
    ...origin,
    page,
    root,
    contexts: [root],
    outer: [],
    params: noParams,
    frames: [false],
    slots: new Map(),
    block: undefined,
    calls: [{ name: origin.template, program, context: root, block: undefined }],
  };
}

/** The scope inside `{{#with}}` or `{{#each}}`. */
export function enterContext(scope: Scope, context: Shape, isLoop: boolean): Scope {
  // Handlebars adds no step for `../` where the context stays the same: {{#with this}}.
  const stays = context === scope.contexts[0];
  return {
    ...scope,
    outer: scope.contexts,
    contexts: stays ? scope.contexts : [context, ...scope.contexts],
    frames: isLoop ? [true, ...scope.frames] : scope.frames,
  };
}

/** A scope with the names between bars added. */
export function nameParams(scope: Scope, names: readonly string[], shapes: readonly Shape[]): Scope {
  if (names.length === 0) return scope;
  const named = names.map((name, index) => [name, shapes[index]] as const);
  return { ...scope, params: new Map([...scope.params, ...named]) };
}

/** The scope inside a block that keeps the context: `{{#if}}`, `{{else}}`. */
export function enterBlock(scope: Scope): Scope {
  return { ...scope, outer: scope.contexts };
}

/** The scope in which a content is printed: the context and loop of who prints it, all other names of where it was written. */
export function enterContent(content: Content, printer: Scope, context: Shape): Scope {
  const { program: _, ...written } = content;
  const stays = context === content.contexts[0];
  return {
    ...printer,
    ...written,
    outer: content.contexts,
    contexts: stays ? content.contexts : [context, ...content.contexts],
  };
}

/** The scope at the top of a partial's file: nothing of its caller but the context, the loop, and what fills its slots. */
export function enterPartial(origin: Origin, caller: Scope, context: Shape): Scope {
  return { ...caller, ...origin, contexts: [context], outer: [], params: noParams };
}

const noParams: Scope["params"] = new Map();

/** A scope one `@../` deeper, in the same loop. */
export function pushFrame(scope: Scope): Scope {
  return { ...scope, frames: [scope.frames[0] ?? false, ...scope.frames] };
}

/** The kind of page to name in a problem: a partial serves many, and may be right for the others. */
export function pageInPartial({ template, page }: Scope): string | undefined {
  return template === `pages/${page}` ? undefined : page;
}

/** The place of a position in a template. */
export function placeAt({ file }: Origin, { line, column }: Position): Place {
  return { file, line, column: column + 1 };
}
