/** Examples of the specifications that we read differently on purpose. An entry that is not needed fails the tests. */
export const differences: readonly {
  readonly reason: string;
  readonly commonmark?: readonly number[];
  readonly gfm?: readonly number[];
}[] = [
  {
    reason:
      "Four spaces before a paragraph are a Chinese indent, not code, so they do not hide a block's sign either",
    commonmark: [
      1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 49, 69, 70, 85, 87, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118,
      134, 137, 184, 191, 211, 225, 231, 236, 238, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274, 278, 286,
      287, 288, 289, 290, 312, 313,
    ],
  },
  {
    reason: "The same indent typed as blanks by code, such as &nbsp;, goes from the start of a paragraph",
    commonmark: [25, 40],
  },
  {
    reason: "Raw elements and attributes that are not on the allow-list are taken off",
    commonmark: [150, 163, 169, 170, 171, 172, 173, 176, 178, 201, 491, 524, 536, 613, 614, 615, 616, 617],
    gfm: [657],
  },
  {
    reason: "Comments, declarations and processing instructions are not published",
    commonmark: [177, 179, 180, 182, 308, 625, 626, 627, 628, 629],
  },
  {
    reason: "A comment that is not published beside an indent that is not code",
    commonmark: [183, 309],
  },
  {
    reason: "A link without an address is a slip: its words stay, the link does not",
    commonmark: [200, 485, 486, 487, 567],
  },
  {
    reason: "Only http, https, mailto and tel lead out of the site",
    commonmark: [596, 598, 599, 601],
  },
  {
    reason: "A backslash in an address is a Windows hand's slash",
    commonmark: [21, 202, 502, 631],
  },
  {
    reason: "Line ends inside an address do not count, as in a browser",
    commonmark: [642, 643],
  },
  {
    reason: "Bare addresses are links, as GFM has it",
    commonmark: [602, 608, 611, 612],
  },
  {
    reason: "A raw picture without alt gets an empty one",
    commonmark: [475],
  },
  {
    reason: "One tilde strikes nothing out: it stands between numbers, as in 3~5元",
    gfm: [491],
  },
  {
    reason: "In mailto:name@host only the address is linked, and xmpp: is no address here",
    gfm: [633, 634, 635],
  },
];
