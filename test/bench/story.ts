import { type Pen, writeBody, writeLine } from "./body.ts";
import { DESKS, OUTLETS, TITLES, UNITS } from "./phrases.ts";
import { between, makeRandom, pick, type Random } from "./random.ts";
import { tagDrawer } from "./tags.ts";

/** An article's file: its path below content/ and its text. */
export interface Story {
  readonly path: string;
  readonly text: string;
}

/** Writes the articles of one newsroom. The same number gives the same article everywhere. */
export interface Storyteller {
  /** The article of a number, from 0 up to the newsroom's size. */
  readonly story: (number: number) => Story;
  /** Articles that the newsroom does not have, all of half past nine on its last evening. */
  readonly lateStories: (count: number) => Story[];
  readonly lastDay: string;
}

/** What an article is made of. `after` is the number of articles that stood before it: what it may link to. */
interface Assignment {
  readonly number: number;
  readonly moment: string;
  readonly after: number;
}

const START = Date.UTC(2019, 0, 1);
const ARTICLES_PER_DAY = 40;
const MS_PER_DAY = 86_400_000;

export function makeStoryteller(articles: number, seed: number): Storyteller {
  const drawTag = tagDrawer(articles);
  const write = (assignment: Assignment): Story => ({
    path: pathOf(assignment.number, seed, assignment.moment),
    text: articleText(assignment, seed, drawTag),
  });
  const lastDay = momentOf(articles - 1).slice(0, 10);
  const lateStories = (count: number) => {
    const numbers = Array.from({ length: count + Math.ceil(count / 100) }, (_, extra) => articles + extra);
    const published = numbers.filter((number) => !isDraft(number)).slice(0, count);
    return published.map((number) => write({ number, moment: `${lastDay} 21:30`, after: articles }));
  };
  return {
    story: (number) => write({ number, moment: momentOf(number), after: number }),
    lateStories,
    lastDay,
  };
}

/** Whether the article of a number is not to be published. */
export function isDraft(number: number): boolean {
  return number % 997 === 400;
}

/** Each article has a stream of numbers of its own, so that an article stays the same whatever stands around it. */
function streamOf(number: number, seed: number, purpose: number): Random {
  return makeRandom(Math.imul(seed ^ purpose, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
}

function pathOf(number: number, seed: number, moment = momentOf(number)): string {
  const random = streamOf(number, seed, 1);
  const desk = pick(random, DESKS);
  const child = random() < 0.2 ? "" : `${pick(random, desk.children).folder}/`;
  return `${desk.folder}/${child}${moment.slice(0, 10)}-yunhe-${String(number).padStart(6, "0")}.md`;
}

/** Wall-clock time in the site's zone, as an editor types it. */
function momentOf(number: number): string {
  const day = Math.floor(number / ARTICLES_PER_DAY) * MS_PER_DAY;
  const minute = 360 + (number % ARTICLES_PER_DAY) * 22 + (number % 7);
  return new Date(START + day + minute * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

function articleText(assignment: Assignment, seed: number, drawTag: (random: Random) => string): string {
  const random = streamOf(assignment.number, seed, 2);
  const wanted = between(random, 3, 7);
  const tags = new Set<string>();
  while (tags.size < wanted) tags.add(drawTag(random));
  // The last drawn is the likeliest to be rare, and a story is told by its rarest tag.
  const pen: Pen = {
    random,
    words: { tag: [...tags].at(-1) ?? "", earlier: earlierLink(assignment, seed, random) },
  };
  const front = [
    `title: ${writeLine(pick(random, TITLES), pen)}`,
    `date: ${assignment.moment}`,
    `tags: [${[...tags].join(", ")}]`,
    ...credits(random, pen),
    ...rarities(assignment, pen),
  ];
  return `---\n${front.join("\n")}\n---\n\n${writeBody(assignment.number, pen)}\n`;
}

/** The relative way to an article of the last ten days; undefined for the first article. */
function earlierLink({ number, after }: Assignment, seed: number, random: Random): string | undefined {
  if (after === 0) return undefined;
  const target = pathOf(after - between(random, 1, Math.min(after, 400)), seed);
  const depth = pathOf(number, seed).split("/").length - 1;
  return `${"../".repeat(depth)}${target}`;
}

function credits(random: Random, pen: Pen): string[] {
  if (random() < 0.3) return [`source: ${pick(random, OUTLETS)}`, `editor: ${writeLine("{reporter}", pen)}`];
  const authors = Array.from(
    { length: between(random, 1, 2) },
    () => `  - name: ${writeLine("{reporter}", pen)}\n    unit: ${pick(random, UNITS)}`,
  );
  const correspondents = random() < 0.25 ? [`correspondents: ${writeLine("{reporter}", pen)}`] : [];
  return [
    "source: 云河新闻网",
    `authors:\n${authors.join("\n")}`,
    ...correspondents,
    `editor: ${writeLine("{reporter}", pen)}`,
  ];
}

/** What only some articles have: a summary by hand, an old address, a correction, a draft's mark. */
function rarities({ number, moment }: Assignment, pen: Pen): string[] {
  const day = moment.slice(0, 10);
  return [
    ...(number % 5 === 2
      ? [`summary: ${writeLine("{place}{doing}，{result}；{office}说，{season}前还有{small}处。", pen)}`]
      : []),
    ...(number % 250 === 17 ? [`aliases: /old/${number}.html`] : []),
    ...(number % 150 === 31
      ? [
          `corrections:\n  - date: ${day}\n    text: ${writeLine("文中{place}的数字原作{number}{unit}，已经改正。", pen)}`,
        ]
      : []),
    ...(isDraft(number) ? ["draft: true"] : []),
  ];
}
