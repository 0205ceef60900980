/** An article as a peer that runs on Node has read it. */
export interface Post {
  readonly url: string;
  readonly title: string;
  readonly date: Date;
  readonly section: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly units: readonly string[];
  readonly correspondents: readonly string[];
  readonly source: string;
  readonly editor: string;
  readonly aliases: readonly string[];
  readonly excerpt: string;
  /** The body's HTML, once the peer has made it. */
  readonly content: () => string;
}

/** The beginning of a text of Markdown or HTML, up to 83 characters, without marks. */
export function excerptOf(text: string): string {
  const plain = text
    .replace(/<[^>]+>|^\|.*$|^#+ |[*`]/gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 83 ? `${plain.slice(0, 82)}…` : plain;
}

/** Newest first. */
export function sortPosts(posts: readonly Post[]): readonly Post[] {
  return posts.toSorted(
    (one, other) => Number(other.date) - Number(one.date) || (one.url < other.url ? -1 : 1),
  );
}
