import type { Post } from "./post.ts";

const RELATED = 6;
const RAIL = 10;
/** Among how many of the newest articles a tag is counted as hot. */
const RECENT = 100;

/** The posts of each key, in the order they came. */
export function groupBy(
  posts: readonly Post[],
  keysOf: (post: Post) => readonly string[],
): Map<string, Post[]> {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    for (const key of keysOf(post)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [post]);
      else group.push(post);
    }
  }
  return groups;
}

/** The posts of a section, those of its sub-sections included. */
export function inSection(posts: readonly Post[], folder: string): Post[] {
  return posts.filter(({ section }) => section === folder || section.startsWith(`${folder}/`));
}

/** Finds the articles that share most tags with one, the newest first among equals. */
export function relatedFinder(posts: readonly Post[]): (post: Post) => Post[] {
  const places = new Map(posts.map((post, place) => [post, place]));
  const postings = new Map<string, number[]>();
  for (const [tag, tagged] of groupBy(posts, ({ tags }) => tags)) {
    postings.set(
      tag,
      tagged.map((post) => places.get(post) ?? 0),
    );
  }
  const shared = new Uint8Array(posts.length);
  return (post) => {
    shared.fill(0);
    for (const tag of post.tags) {
      for (const place of postings.get(tag) ?? []) shared[place] = (shared[place] ?? 0) + 1;
    }
    shared[places.get(post) ?? 0] = 0;
    return mostShared(shared).flatMap((place) => posts[place] ?? []);
  };
}

/** The places of the largest counts, the earlier first among equals; only those that share anything. */
function mostShared(shared: Uint8Array): number[] {
  const best: number[] = [];
  for (let place = 0; place < shared.length; place++) {
    const count = shared[place] ?? 0;
    const last = best.length < RELATED ? 0 : (shared[best.at(-1) ?? 0] ?? 0);
    if (count <= last) continue;
    const before = best.findIndex((other) => (shared[other] ?? 0) < count);
    best.splice(before === -1 ? best.length : before, 0, place);
    best.length = Math.min(best.length, RELATED);
  }
  return best;
}

/** The recent articles whose tags stand on most of the recent articles. */
export function hotPosts(posts: readonly Post[]): readonly Post[] {
  const recent = posts.slice(0, RECENT);
  const tagged = groupBy(recent, ({ tags }) => tags);
  const heat = new Map(
    recent.map((post) => [post, post.tags.reduce((sum, tag) => sum + (tagged.get(tag)?.length ?? 0), 0)]),
  );
  return recent.toSorted((one, other) => (heat.get(other) ?? 0) - (heat.get(one) ?? 0)).slice(0, RAIL);
}

export function latestPosts(posts: readonly Post[]): readonly Post[] {
  return posts.slice(0, RAIL);
}
