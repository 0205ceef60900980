/*
 * The parsed tree of a template, as a union that can be switched over: Handlebars' own types have `type: string`, so none
 * of its nodes can be told from another.
 */

/** `column` starts at 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly loc: { readonly start: Position; readonly end: Position };
}

export interface Program {
  readonly type: "Program";
  readonly body: readonly Statement[];
  /** The names between bars: `{{#each cards as |card index|}}`. */
  readonly blockParams?: readonly string[];
}

export type Statement =
  | ContentStatement
  | CommentStatement
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | PartialBlockStatement
  | DecoratorBlock
  | Decorator;

interface ContentStatement extends Node {
  readonly type: "ContentStatement";
  /** What is printed: blank lines around blocks are gone. */
  readonly value: string;
  /** What was written. */
  readonly original: string;
}

interface CommentStatement extends Node {
  readonly type: "CommentStatement";
}

/** What stands between a call's braces after its name. */
export interface Call extends Node {
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface MustacheStatement extends Call {
  readonly type: "MustacheStatement";
  /** False in `{{{x}}}` and `{{&x}}`. */
  readonly escaped: boolean;
}

export interface BlockStatement extends Call {
  readonly type: "BlockStatement";
  readonly path: Path;
  /** Absent in `{{^x}}…{{/x}}`. */
  readonly program?: Program;
  readonly inverse?: Program;
}

/** `{{> partials/card}}` */
export interface PartialStatement extends Node {
  readonly type: "PartialStatement";
  readonly name: Path | Literal | SubExpression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

/** `{{#> layouts/base}}…{{/layouts/base}}` */
export interface PartialBlockStatement extends Node {
  readonly type: "PartialBlockStatement";
  readonly name: Path | Literal | SubExpression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly program: Program;
}

/** `{{#*inline "head"}}…{{/inline}}` */
export interface DecoratorBlock extends Call {
  readonly type: "DecoratorBlock";
  readonly path: Path;
  readonly program: Program;
}

interface Decorator extends Call {
  readonly type: "Decorator";
}

interface Hash {
  readonly pairs: readonly HashPair[];
}

interface HashPair extends Node {
  readonly key: string;
  readonly value: Expression;
}

export type Expression = Path | SubExpression | Literal;

interface SubExpression extends Call {
  readonly type: "SubExpression";
}

export interface Path extends Node {
  readonly type: "PathExpression";
  /** True for `@root`, `@index`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface Literal extends Node {
  readonly type: "StringLiteral" | "NumberLiteral" | "BooleanLiteral" | "UndefinedLiteral" | "NullLiteral";
  readonly original?: string | number | boolean;
}
