import { dice } from "./amount.ts";

/** What careless or hostile hands put into a text. */
const PIECES = [
  ..."---\n|\n---\n|: |：|#| #|- |[|]|{|}|&a |*a |!!js |<<: |__proto__: |\"|'|\\|\t|\0|\u200b|\u202e|\ufeff|\ufffd".split(
    "|",
  ),
  ...'<script>alert(1)</script>|<img src=x onerror=alert(1)>|<a href="javascript:alert(1)">|<div>|</div>|<!--'.split(
    "|",
  ),
  ..."](javascript:alert(1))|![](../../../etc/passwd)|[^1]: |:::更正\n|::视频{src=x}|{{title}}|**|```\n|\n\n|\r\n|> > > |    ".split(
    "|",
  ),
  ..."2026-02-30|20240-01-01|../..|/|%00|CON|😀|\u0301|１２：３０|null|1e309".split("|"),
];

/** A text after one to eight such mishaps: pieces put in, cut out, doubled, moved; bytes turned. */
export function mutate(text: string, seed: number): Uint8Array {
  const next = dice(seed);
  let mutated = text;
  for (let mishaps = 1 + next(8); mishaps > 0; mishaps--) mutated = mishap(mutated, next);
  const bytes = Buffer.from(mutated);
  if (next(8) === 0 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
  return bytes;
}

function mishap(text: string, next: (sides: number) => number): string {
  const at = next(text.length + 1);
  const length = next(40);
  const piece = PIECES[next(PIECES.length)] ?? "";
  switch (next(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2 + next(20)) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + piece.repeat(1 + next(200)) + text.slice(at);
    default:
      return text.slice(0, at) + piece + text.slice(at);
  }
}
