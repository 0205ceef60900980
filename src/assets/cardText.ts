/** What stands on a social picture. */
export interface CardText {
  /** The section's name or the article's headline. */
  readonly title: string;
  /** Above the title: an article's section, a sub-section's section. */
  readonly kicker?: string | undefined;
  /** At the foot: the newspaper's name. */
  readonly site: string;
}

/** The size that sharing services ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
