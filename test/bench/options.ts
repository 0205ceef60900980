import { parseArgs } from "node:util";

const PARTS = ["cold", "warm", "edit", "rails", "search", "start", "ranking", "peers"] as const;

/** What can be measured alone with `--only`. */
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly sizes: readonly number[];
  readonly ranking: readonly number[];
  readonly parts: ReadonlySet<Part>;
  readonly runs: number;
  readonly edits: number;
  readonly seed: number;
  /** The folder in whose node_modules other generators stand. */
  readonly peers: string | undefined;
  /** The file for the results as JSON. */
  readonly json: string | undefined;
}

/** Reads the command's options. Throws for what is none. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "1000,10000" },
      ranking: { type: "string", default: "10000,100000" },
      only: { type: "string", default: PARTS.join(",") },
      runs: { type: "string", default: "3" },
      edits: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
      peers: { type: "string" },
      json: { type: "string" },
    },
  });
  return {
    sizes: listed(values.sizes).map(toNumber),
    ranking: listed(values.ranking).map(toNumber),
    parts: new Set(listed(values.only).map(toPart)),
    runs: toNumber(values.runs),
    edits: toNumber(values.edits),
    seed: toNumber(values.seed),
    peers: values.peers,
    json: values.json,
  };
}

/** The entries of a list with commas; of an empty one, none. */
function listed(list: string): string[] {
  return list === "" ? [] : list.split(",");
}

function toNumber(written: string): number {
  if (/^[1-9]\d{0,6}$/.test(written)) return Number(written);
  throw new Error(`not a whole number from 1 to 9999999: ${written}`);
}

function toPart(written: string): Part {
  const part = PARTS.find((name) => name === written);
  if (part === undefined) throw new Error(`not a part: ${written}; there are ${PARTS.join(", ")}`);
  return part;
}
