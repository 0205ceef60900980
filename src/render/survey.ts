import type { Diagnostic } from "../model/diagnostic.ts";
import type { Program } from "./ast.ts";
import type { Origin, Scope } from "./scope.ts";

/** A template as the audit knows it. */
export interface AuditedTemplate extends Origin {
  /** Undefined where it could not be read: its mistakes are told, its name is known. */
  readonly program: Program | undefined;
}

/** One audit of a theme: what it knows beforehand, and what it gathers on its way through the templates. */
export interface Survey {
  readonly templates: ReadonlyMap<string, AuditedTemplate>;
  readonly assetNames: readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
  /** Contents written for others to print, with what to say where none does. */
  readonly given: Map<Program, () => Diagnostic>;
  readonly printed: Set<Program>;
  /** The names under which templates ask for a page's contents. */
  readonly slotNames: Set<string>;
  /** Partials that were found to call themselves for ever. */
  readonly endless: Set<Program>;
  /** The scopes in which each partial was checked already. */
  readonly checked: Map<Program, Scope[]>;
}

/** A survey at its beginning. */
export function startSurvey(
  templates: Survey["templates"],
  assetNames: readonly string[],
  report: Survey["report"],
): Survey {
  return {
    templates,
    assetNames,
    report,
    given: new Map(),
    printed: new Set(),
    slotNames: new Set(),
    endless: new Set(),
    checked: new Map(),
  };
}

/** Notes that a partial is checked in a scope; false where it was already, so that nothing is checked twice. */
export function noteCheck({ checked }: Survey, program: Program, scope: Scope): boolean {
  const scopes = checked.get(program) ?? [];
  if (scopes.some((other) => isSameScope(other, scope))) return false;
  checked.set(program, [...scopes, scope]);
  return true;
}

function isSameScope(a: Scope, b: Scope): boolean {
  return (
    a.root === b.root &&
    a.params === b.params &&
    a.slots === b.slots &&
    a.block === b.block &&
    isSameList(a.contexts, b.contexts) &&
    isSameList(a.frames, b.frames)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
