// The site's own search: Pagefind finds tokens in one index a year; here words become tokens, and finds become a list.

const END = "\ua78f";
const FIELD_END = "\u00a6";
const IDEOGRAPH = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]";
const UNIT = new RegExp(`(${IDEOGRAPH}+)|((?:(?!${IDEOGRAPH})[\\p{L}\\p{N}\\p{M}])+)`, "gu");
const PAIR = new RegExp(`^${IDEOGRAPH}(?:${IDEOGRAPH}|${END})$`, "u");
const PARTICLES = new Set("的了和与及或在是");

/**
 * The words of a query, each as the tokens that must follow one another: 镜湖的大桥 → 镜湖; 大桥. A browser cuts Chinese
 * by a dictionary, and names into single ideographs: neighbours of these make one word. One that is left alone joins the word
 * beside it, or is left out with `strict: false`.
 */
export function wordsOf(query, { isSpaced = false, strict = true } = {}) {
  const words = [];
  for (const [, ideographs, word] of query.normalize("NFC").toLowerCase().matchAll(UNIT)) {
    if (word !== undefined) words.push([word.normalize("NFKC") + (isSpaced ? "" : END)]);
    else words.push(...cutIdeographs(ideographs, strict).map(pairsOf));
  }
  return words.filter((word) => word.length > 0);
}

function cutIdeographs(run, strict) {
  if (typeof Intl.Segmenter === "undefined") return [run];
  const parts = [];
  let isGlued = false;
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(run)) {
    const isSingle = [...segment].length === 1;
    const last = parts.at(-1);
    if (PARTICLES.has(segment)) isGlued = false;
    else if (isGlued && isSingle && last.isSingles) last.text += segment;
    else parts.push({ text: segment, isSingles: isSingle, isGlued });
    isGlued = !PARTICLES.has(segment);
  }
  return strict ? withoutLoners(parts) : parts.map(({ text }) => text);
}

function withoutLoners(parts) {
  const words = [];
  for (const [at, { text, isGlued }] of parts.entries()) {
    const next = parts[at + 1];
    if ([...text].length > 1) words.push(text);
    else if (isGlued) words.push(words.pop() + text);
    else if (next?.isGlued) next.text = text + next.text;
  }
  return words;
}

function pairsOf(ideographs) {
  const characters = [...ideographs];
  return characters.slice(0, -1).map((character, at) => character + characters[at + 1]);
}

/** What stands at each token, and the bounds of the fields: title, tags, people, text. */
function readContent(content) {
  const tokens = content.split(" ");
  const bounds = [-1, ...tokens.flatMap((token, at) => (token === FIELD_END ? [at] : [])), tokens.length];
  return { tokens, fields: bounds.slice(1).map((end, n) => [bounds[n] + 1, end]) };
}

function textOf(token) {
  return PAIR.test(token) ? [...token][0] : token.replace(END, "").replaceAll("\u2423", " ");
}

/** A stretch of tokens as nodes, marked where the query stands. In a spaced language there is a space after each word. */
function markedNodes(tokens, [start, end], places) {
  const runs = [];
  for (let at = start; at < end; at++) {
    const before = places.has(at - 1) && PAIR.test(tokens[at - 1]) && !tokens[at - 1].endsWith(END);
    const isMarked = places.has(at) || before;
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.text += textOf(tokens[at]);
    else runs.push({ isMarked, text: textOf(tokens[at]) });
  }
  return runs.map(({ isMarked, text }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

const EXCERPT = 90;

/** The stretch of a text that holds the most of the query. */
function excerptOf([start, end], places) {
  const found = [...places].filter((at) => at >= start && at < end).sort((a, b) => a - b);
  let best = { from: start, count: 0 };
  for (const from of found) {
    const count = found.filter((at) => at >= from && at < from + EXCERPT).length;
    if (count > best.count) best = { from, count };
  }
  const from = Math.max(start, Math.min(best.from - 12, end - EXCERPT));
  return [from, Math.min(end, from + EXCERPT)];
}

/** Finds the articles that hold every word, or any of them: their score and the places of the words. */
async function findWords(pagefind, words, options, isAnyEnough) {
  const found = new Map();
  const search = (token) => {
    if (!found.has(token)) found.set(token, pagefind.search(token, options));
    return found.get(token);
  };
  await Promise.all(words.flat().map(search));
  let all;
  for (const word of words) {
    const hits = wordHits(await Promise.all(word.map(search)));
    all = all === undefined ? hits : joinHits(all, hits, isAnyEnough);
  }
  return [...(all ?? new Map()).values()];
}

/** Where the tokens of a word follow one another. Pagefind also tells of finds in dates and the like, which have no place. */
function wordHits(responses) {
  const [first, ...rest] = responses.map(
    ({ results }) => new Map(results.map((result) => [result.id, result])),
  );
  const hits = new Map();
  for (const [id, result] of first) {
    const others = rest.map((results) => results.get(id));
    if (others.includes(undefined)) continue;
    const sets = others.map(({ words }) => new Set(words));
    const places = result.words.filter((at) => sets.every((set, n) => set.has(at + n + 1)));
    if (places.length === 0) continue;
    const score = others.reduce((sum, other) => sum + other.score, result.score);
    hits.set(id, { result, score, places: new Set(places.flatMap((at) => responses.map((_, n) => at + n))) });
  }
  return hits;
}

function joinHits(one, other, isAnyEnough) {
  const joined = new Map(isAnyEnough ? [...other, ...one] : []);
  for (const [id, { result, score, places }] of one) {
    const hit = other.get(id);
    // An article with more of the words comes before any with fewer.
    const both = hit && { result, score: score + hit.score + (isAnyEnough ? MANY : 0) };
    if (hit) joined.set(id, { ...both, places: new Set([...places, ...hit.places]) });
  }
  return joined;
}

const yearOf = ({ result }) => result.id.replace(/_.*$/, "").split("-").at(-1);

/** Best first; or newest first, as a score is then a place in the order of its year. */
function inOrder(hits, byDate) {
  const byScore = (a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1);
  return hits.sort((a, b) => (byDate ? yearOf(b) - yearOf(a) : 0) || byScore(a, b));
}

const MANY = 1e6;
const PAGE = 10;
const PATIENCE = 20_000;

class Search {
  constructor(box) {
    this.box = box;
    this.form = box.querySelector("form");
    this.status = box.querySelector("[role=status]");
    this.hint = this.status.textContent;
    this.list = document.createElement("ol");
    this.list.className = "search-finds";
    this.status.after(this.list);
    this.more = box.querySelector("[data-more]");
    this.isSpaced = !/^(?:zh|ja|yue|wuu)\b/i.test(document.documentElement.lang);
    this.turn = 0;
  }

  start() {
    const asked = new URLSearchParams(location.search);
    for (const { name } of this.fields()) if (asked.has(name)) this.set(name, asked.get(name));
    let timer;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.run(), 300);
    };
    // While a Chinese word is being composed, what stands in the field is pinyin.
    this.form.addEventListener("input", (event) => event.isComposing || soon());
    this.form.addEventListener("compositionend", soon);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.run();
    });
    this.more.addEventListener("click", () => this.show().then((first) => first?.querySelector("a").focus()));
    this.box.addEventListener("keydown", (event) => this.walk(event));
    this.run();
  }

  fields() {
    return [...this.form.elements].filter(({ name }) => name);
  }

  set(name, value) {
    const field = this.form.elements[name];
    const before = field.value;
    field.value = value;
    if (field.value === "") field.value = before;
  }

  value(name) {
    return this.form.elements[name].value.trim();
  }

  say(message, values = {}) {
    const text = this.box.dataset[message] ?? this.hint;
    this.status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** Arrow keys go from the field through the results and back. */
  walk(event) {
    const links = [this.form.elements.q, ...this.list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || event.isComposing) return;
    const next = event.key === "Escape" && at > 0 ? links[0] : step && links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  async run() {
    const turn = ++this.turn;
    const query = this.value("q");
    this.remember();
    this.fill([]);
    if (query === "") return this.say("nothing");
    if (wordsOf(query, this).length === 0) return this.say("short");
    if (!canRunWasm()) return this.say("old");
    this.say("loading");
    this.box.setAttribute("aria-busy", "true");
    // A second question that comes while the engine loads waits for the same one.
    this.engine ??= this.load();
    const { engine } = this;
    try {
      const { message, hits } = await withPatience(this.find(query, engine));
      if (turn !== this.turn) return undefined;
      this.fill(inOrder(hits, this.value("order") === "date"));
      await this.show();
      if (turn === this.turn) this.say(message, { words: query, count: hits.length });
    } catch {
      // An index that failed to load spoils every later search, though nobody waits for this one: the next begins anew.
      if (this.engine === engine) this.engine = undefined;
      if (turn !== this.turn) return undefined;
      this.say("failed");
    } finally {
      if (turn === this.turn) this.box.removeAttribute("aria-busy");
    }
    return undefined;
  }

  /** Puts what is asked into the address, and into the form that asks another engine. */
  remember() {
    const given = this.fields().filter(({ value, options }) => value && value !== options?.[0].value);
    const query = new URLSearchParams(given.map(({ name, value }) => [name, value])).toString();
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
    const other = document.querySelector("[data-before]");
    if (other) other.value = other.dataset.before + this.value("q");
  }

  async find(query, loading) {
    const years = this.value("years").split(" ");
    const engine = await loading;
    await Promise.all(years.map((year) => this.merge(engine, year)));
    const section = this.value("section");
    const options = { filters: section ? { section } : {} };
    if (this.value("order") === "date") options.sort = { date: "desc" };
    for (const message of ["found", "partly"]) {
      for (const strict of [true, false]) {
        const words = wordsOf(query, { isSpaced: this.isSpaced, strict });
        const found = await findWords(engine.pagefind, words, options, message === "partly");
        const hits = found.filter((hit) => years.includes(yearOf(hit)));
        if (hits.length > 0) return { message, hits };
      }
    }
    return { message: "empty", hits: [] };
  }

  async load() {
    const { createInstance } = await import(this.box.dataset.engine);
    // A worker would be held to its own file's policy, and a search takes a few milliseconds.
    return { pagefind: createInstance({ noWorker: true, baseUrl: "/" }), merged: new Map() };
  }

  merge({ pagefind, merged }, year) {
    const language = `${this.isSpaced ? document.documentElement.lang.split("-")[0].toLowerCase() : "und"}-${year}`;
    const path = `${this.box.dataset.folder}${year}/`;
    if (!merged.has(year)) merged.set(year, pagefind.mergeIndex(path, { language, baseUrl: "/" }));
    return merged.get(year);
  }

  fill(hits) {
    this.hits = hits;
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  /** Shows some more of the finds; gives the first of them. */
  async show() {
    const turn = this.turn;
    const next = this.hits.slice(this.list.children.length, this.list.children.length + PAGE);
    const items = await Promise.all(next.map((hit) => this.item(hit)));
    if (turn !== this.turn) return undefined;
    this.list.append(...items);
    this.more.hidden = this.list.children.length >= this.hits.length;
    return items[0];
  }

  async item({ result, places }) {
    const { content, url, meta, filters } = await result.data();
    const { tokens, fields } = readContent(content);
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.append(...markedNodes(tokens, fields[0], places));
    const facts = document.createElement("p");
    facts.className = "search-facts";
    facts.textContent = [this.sectionTitle(filters.section), meta.date].filter(Boolean).join(" · ");
    const excerpt = excerptOf(fields[3], places);
    const text = document.createElement("p");
    text.append(excerpt[0] > fields[3][0] ? "…" : "", ...markedNodes(tokens, excerpt, places));
    if (excerpt[1] < fields[3][1]) text.append("…");
    item.append(link, facts, text);
    return item;
  }

  sectionTitle(paths = []) {
    const longest = [...paths].sort((a, b) => b.length - a.length)[0];
    return [...this.form.elements.section.options].find(({ value }) => value === longest)?.text.trim();
  }
}

/** False where the policy forbids it, or the browser is of another age. */
function canRunWasm() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Pagefind waits for ever for a file that never comes. */
function withPatience(promise) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  return Promise.race([promise, late]);
}

const box = globalThis.document?.querySelector("#search");
if (box) new Search(box).start();
