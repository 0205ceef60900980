import { posix } from "node:path";

/** The house: each file imports from its own room or from floors below. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  yaml: 1,
  assets: 1,
  output: 1,
  markdown: 2,
  ranking: 2,
  cache: 2,
  feeds: 2,
  report: 2,
  content: 3,
  pages: 3,
  render: 3,
  config: 4,
  style: 4,
  search: 4,
  drafting: 4,
  advice: 5,
  starter: 5,
  workers: 4,
  darkroom: 4,
  memory: 4,
  "press.ts": 5,
  "printing.ts": 6,
  "standing.ts": 6,
  desk: 6,
  dev: 7,
  commands: 8,
  "cli.ts": 9,
};

/** What only some files may touch; the rest take it as an argument or leave it alone. A name that ends in a slash is a room. */
const TOUCHES: readonly {
  readonly what: string;
  readonly sign: RegExp;
  readonly allowed: readonly string[];
}[] = [
  {
    what: "the file system",
    sign: /"(?:node:)?fs(?:\/promises)?"/,
    allowed: [
      "assets/font.ts",
      "cache/",
      "commands/",
      "config/readConfig.ts",
      "content/discover.ts",
      "darkroom/",
      "dev/",
      "output/",
      "printing.ts",
      "render/theme.ts",
      "standing.ts",
      "workers/",
    ],
  },
  {
    what: "other programs or the network",
    sign: /"node:(?:child_process|net|https?|dgram)"/,
    allowed: [
      "commands/gitChanges.ts",
      "commands/openEditor.ts",
      "commands/listen.ts",
      "dev/",
      "search/pagefind.ts",
    ],
  },
  { what: "threads", sign: /"node:worker_threads"|"piscina"/, allowed: ["workers/"] },
  {
    what: "the console",
    sign: /\bconsole\.|\bprocess\.std(?:out|err)\b/,
    allowed: ["cli.ts", "commands/"],
  },
  {
    what: "the clock",
    sign: /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|(?<!new )\bDate\(|\bperformance\.now\b|\bprocess\.hrtime\b|\bTemporal\.Now\b/,
    allowed: ["commands/"],
  },
  { what: "chance", sign: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, allowed: [] },
  { what: "the environment", sign: /\bprocess\.env\b/, allowed: ["cli.ts", "commands/"] },
  { what: "the process's end", sign: /\bprocess\.(?:exit|exitCode|abort)\b/, allowed: ["cli.ts"] },
  { what: "the machine's locale", sign: /\.localeCompare\(|\.toLocale[A-Z]\w*\(/, allowed: [] },
  { what: "the machine's time zone", sign: /Intl\.DateTimeFormat\((?![^)]*\btimeZone\b)/, allowed: [] },
  { what: "papers that are not part of the project", sign: /\.\.\/shared\b|\/work\//, allowed: [] },
];

const MOST_LINES = 250;
/** Tables: a room's problems, and the shapes of all pages, are looked up and not read through. */
const LONG_TABLES = /(?:^|\/)problems\.ts$|^model\/page\.ts$/;

/** Whatever breaks the plan of the house, a line each. `files` are the sources by their path below src/. */
export function structureProblems(files: ReadonlyMap<string, string>): string[] {
  const code = new Map([...files].map(([path, source]) => [path, withoutComments(source)] as const));
  const imports = new Map([...code].map(([path, source]) => [path, importsOf(path, source)] as const));
  return [
    ...[...imports].flatMap(([path, targets]) => climbing(path, targets, files)),
    ...circles(imports),
    ...[...code].flatMap(([path, source]) => touching(path, source)),
    ...[...files].flatMap(([path, source]) => [...tooLong(path, source), ...undocumented(path, source)]),
    ...[...code].flatMap(([path, source]) =>
      /^export\s+(?:default\b|\{[^}]*\bas default\b)/m.test(source) ? [`${path} has a default export`] : [],
    ),
  ];
}

/** Comments that stand on lines of their own or at a line's end; strings such as "/*" stay. */
function withoutComments(source: string): string {
  return source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, "").replace(/\s\/\/ .*$/gm, "");
}

/** Files of src/ that a file imports, types too, by their path below src/. */
function importsOf(path: string, source: string): string[] {
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g);
  return [...found].map(([, target = ""]) => posix.join(posix.dirname(path), target));
}

function climbing(path: string, targets: readonly string[], files: ReadonlyMap<string, string>): string[] {
  return targets.flatMap((target) => {
    if (!files.has(target)) return [`${path} imports ${target}, which is not there`];
    if (roomOf(target) === roomOf(path)) return [];
    return floorOf(target) < floorOf(path) ? [] : [`${path} imports ${target} from its own floor or above`];
  });
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function floorOf(path: string): number {
  const floor = FLOORS[roomOf(path)];
  if (floor === undefined) throw new Error(`${path} is in no room of the plan`);
  return floor;
}

/** Each circle once, named from the file where the walk met it. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]) => {
    if (way.includes(path)) found.push(`circle: ${[...way.slice(way.indexOf(path)), path].join(" → ")}`);
    if (way.includes(path) || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}

function touching(path: string, code: string): string[] {
  return TOUCHES.flatMap(({ what, sign, allowed }) => {
    const isAllowed = allowed.some((name) => (name.endsWith("/") ? path.startsWith(name) : path === name));
    return isAllowed || !sign.test(code) ? [] : [`${path} touches ${what}: ${sign.exec(code)?.[0]}`];
  });
}

function tooLong(path: string, source: string): string[] {
  const lines = source.trimEnd().split("\n").length;
  return lines <= MOST_LINES || LONG_TABLES.test(path) ? [] : [`${path} has ${lines} lines`];
}

/** Functions that other files use, without a comment that says what they promise. */
function undocumented(path: string, source: string): string[] {
  const lines = source.split("\n");
  return lines.flatMap((line, at) => {
    const [, name] = /^export (?:async )?function\*? (\w+)/.exec(line) ?? [];
    return name === undefined || lines[at - 1]?.trimEnd().endsWith("*/")
      ? []
      : [`${path}: ${name} says nothing of itself`];
  });
}
