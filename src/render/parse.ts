import Handlebars from "handlebars";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import type { Position, Program } from "./ast.ts";
import { mismatchedBlock, notUtf8, templateSyntax, unclosedBlock } from "./problems.ts";

/** Reads one template. The value is undefined where it cannot be read, and the mistake is told. */
export function parseTemplate(source: string, file: string): Parsed<Program | undefined> {
  const garbled = source.indexOf("\uFFFD");
  if (garbled >= 0) {
    return { value: undefined, diagnostics: [notUtf8({ file, ...positionAt(source, garbled) })] };
  }
  try {
    return { value: Handlebars.parse(source) as unknown as Program, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { value: undefined, diagnostics: [syntaxProblem(source, file, error)] };
  }
}

function syntaxProblem(source: string, file: string, error: Error): Diagnostic {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  if (lineNumber !== undefined && column !== undefined) {
    const place = { file, line: lineNumber, column: column + 1 };
    const [, opened, closed] = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(message) ?? [];
    if (opened !== undefined && closed !== undefined) return mismatchedBlock(place, opened, closed);
    return templateSyntax(place, lineAt(source, lineNumber));
  }
  const failure = findFailure(source);
  if (failure.atEnd) {
    const opener = unclosedOpener(source);
    if (opener !== undefined)
      return unclosedBlock({ file, ...positionAt(source, opener.offset) }, opener.name);
  }
  const { line, column: before } = failure.position;
  return templateSyntax({ file, line, column: before + 1 }, lineAt(source, line));
}

/** The part of the generated parser that Handlebars exports but leaves out of its types. */
interface Parser {
  parse(source: string): unknown;
  parseError(message: string, details: FailureDetails): void;
}

interface FailureDetails {
  readonly token: string | null;
  /** Counted from 0. */
  readonly line: number;
  /** The last token that could be read. */
  readonly loc?: { readonly last_line: number; readonly last_column: number };
}

/** Where the parser stopped. Its error holds that place only as a drawing in its message, so it is asked once more. */
function findFailure(source: string): { readonly position: Position; readonly atEnd: boolean } {
  const shared = (Handlebars as unknown as { readonly Parser: Parser }).Parser;
  let details: FailureDetails | undefined;
  const parser: Parser = Object.assign(Object.create(shared) as Parser, {
    parseError(message: string, found: FailureDetails) {
      details = found;
      throw new Error(message);
    },
  });
  try {
    parser.parse(source);
  } catch (error) {
    if (details === undefined) throw error;
  }
  const { loc, line = 0, token } = details ?? {};
  const position =
    loc === undefined ? { line: line + 1, column: 0 } : { line: loc.last_line, column: loc.last_column };
  return { position, atEnd: token === "EOF" };
}

/** The last block that is opened and never closed. Comments are skipped. */
function unclosedOpener(source: string): { readonly name: string; readonly offset: number } | undefined {
  const open: { name: string; offset: number }[] = [];
  const tags = /\{\{~?!--.*?--~?\}\}|\{\{~?![^-].*?\}\}|\{\{~?([#/])[*>]?\s*([^\s}~]+)/gs;
  for (const { 1: mark, 2: name = "", index } of source.matchAll(tags)) {
    if (mark === "#") open.push({ name, offset: index });
    if (mark === "/") open.pop();
  }
  return open.at(-1);
}

function positionAt(source: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = source.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** A line to show, cut where it is long: a template may be one line. */
function lineAt(source: string, line: number): string {
  const characters = [...(source.split("\n")[line - 1] ?? "").trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("");
}
