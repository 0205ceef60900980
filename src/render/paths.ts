import { nearestName } from "../model/suggest.ts";
import type { Path } from "./ast.ts";
import { type FieldAdvice, noParent, paramOutOfReach, unknownField, unknownVariable } from "./problems.ts";
import { pageInPartial, placeAt, type Scope } from "./scope.ts";
import { fieldNames, fieldOf, isInherited, mistakenShape, type Shape, textShape } from "./shape.ts";
import type { Survey } from "./survey.ts";

/** What a path stands for. One that stands for nothing is told, and taken for whatever is wanted there. */
export function resolvePath(survey: Survey, path: Path, scope: Scope): Shape {
  const place = placeAt(scope, path.loc.start);
  const start = startOf(path, scope);
  switch (start.kind) {
    case "value":
      return followParts(survey, path, start, scope);
    case "barred":
      survey.report(paramOutOfReach(place, start.name));
      return mistakenShape();
    case "no-variable":
      survey.report(unknownVariable(place, path.original));
      return mistakenShape();
    case "no-parent":
      survey.report(noParent(place, path.original, scope.contexts.length - 1));
      return mistakenShape();
  }
}

/** Whether a path stands for something, without a word where it does not. */
export function standsForValue(path: Path, scope: Scope): boolean {
  const start = startOf(path, scope);
  if (start.kind !== "value") return false;
  let shape: Shape | undefined = start.shape;
  for (const part of path.parts.slice(start.taken)) shape = shape && fieldOf(shape, part);
  return shape !== undefined;
}

/** Where a path begins: a value, and how many of its parts name it. */
interface ValueStart {
  readonly kind: "value";
  readonly shape: Shape;
  readonly taken: number;
}

type Start =
  | ValueStart
  | { readonly kind: "barred"; readonly name: string }
  | { readonly kind: "no-variable" }
  | { readonly kind: "no-parent" };

function startOf(path: Path, scope: Scope): Start {
  const [head = ""] = path.parts;
  if (path.data) return variableStart(path, scope);
  if (isPlainName(path) && scope.params.has(head)) {
    const shape = scope.params.get(head);
    return shape === undefined ? { kind: "barred", name: head } : { kind: "value", shape, taken: 1 };
  }
  const context = scope.contexts[path.depth];
  return context === undefined ? { kind: "no-parent" } : { kind: "value", shape: context, taken: 0 };
}

/** A path that begins with a name: neither `./x`, `../x` nor `this.x`. */
export function isPlainName({ data, depth, original }: Path): boolean {
  return !data && depth === 0 && !/^\.|this\b/.test(original);
}

function variableStart({ parts: [head = ""], depth }: Path, { root, frames }: Scope): Start {
  if (head === "root") return { kind: "value", shape: root, taken: 1 };
  const isLoopName = ["index", "key", "first", "last"].includes(head);
  return isLoopName && frames[depth] === true
    ? { kind: "value", shape: textShape(), taken: 1 }
    : { kind: "no-variable" };
}

function followParts(survey: Survey, path: Path, { shape: start, taken }: ValueStart, scope: Scope): Shape {
  let shape = start;
  for (const [index, part] of path.parts.entries()) {
    if (index < taken) continue;
    const field = fieldOf(shape, part);
    if (field === undefined) {
      const place = placeAt(scope, path.loc.start);
      survey.report(
        unknownField(place, path.original, adviceFor(path, index, shape, scope), pageInPartial(scope)),
      );
      return mistakenShape();
    }
    shape = field;
  }
  return shape;
}

/** What was likely meant by a path whose part at `index` is not a field of `shape`. */
function adviceFor(path: Path, index: number, shape: Shape, scope: Scope): FieldAdvice {
  const part = path.parts[index] ?? "";
  if (isInherited(part)) return { kind: "reserved" };
  const before = prefixOf(path, index);
  if (shape.kind === "list") return { kind: "list", path: before.replace(/\.$/, "") || "this" };
  const rest = path.parts.slice(index + 1);
  const elsewhere = index === 0 ? whereFound(part, scope) : undefined;
  if (elsewhere !== undefined) return { kind: "instead", path: [`${elsewhere}${part}`, ...rest].join(".") };
  const names = fieldNames(shape);
  const near = nearestName(part, index === 0 ? [...names, ...scope.params.keys()] : names);
  if (near !== undefined) return { kind: "instead", path: [`${before}${near}`, ...rest].join(".") };
  return { kind: "known", names };
}

/** What a path says before its part at `index`: `../site.` */
function prefixOf({ data, depth, parts }: Path, index: number): string {
  const names = parts.slice(0, index).map((name) => `${name}.`);
  return (data ? "@" : "") + "../".repeat(depth) + names.join("");
}

/** How to reach a name from here that is a field of an outer context or of the whole page. */
function whereFound(name: string, { contexts, root }: Scope): string | undefined {
  const depth = contexts.findIndex((shape) => fieldNames(shape).includes(name));
  if (depth >= 0) return "../".repeat(depth);
  return fieldNames(root).includes(name) ? "@root." : undefined;
}
