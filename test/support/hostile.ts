/** Makes a text of about so many characters. */
export type Pattern = (size: number) => string;

const repeat =
  (unit: string): Pattern =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const around =
  (before: string, unit: string, after = ""): Pattern =>
  (size) =>
    before + repeat(unit)(size) + after;

const grow =
  (part: (n: number) => string): Pattern =>
  (size) => {
    let text = "";
    for (let n = 0; text.length < size; n++) text += part(n);
    return text.slice(0, size);
  };

/** Repeated as they stand. */
const UNITS = [
  "> ",
  "* ",
  "- ",
  "1. ",
  "[^a]: ",
  "a**b",
  "**a ",
  "*a _b ",
  "*",
  "_ ",
  "a_",
  "~~a",
  "~~a~ ",
  "[",
  "](",
  "[](",
  "![[",
  "[a](b",
  "[a](<b",
  "[][",
  "[^a]",
  "<",
  "<a ",
  "<!--",
  "<?",
  "<![CDATA[",
  "<!A ",
  "`",
  "``a`",
  "```",
  "&amp",
  "&",
  "&#x4e00;",
  "&#0;",
  "\\",
  "|",
  "#",
  "# a\n",
  "a\n=\n",
  "---\n",
  "-\n",
  "1) a\n",
  "- a\n\n  b\n",
  "a\n",
  "a  \n",
  "[a]: /b\n",
  "[a]:\n",
  "> a\na\n",
  ">     a\n",
  "> a\n\n",
  "http://",
  "www.",
  "http://a.b/(",
  "a@",
  "a@b.",
  ":::a\n",
  ":",
  "::a{",
  "::a{x=1 ",
  ":::a[",
  ":::更正\n字\n:::\n",
  "<div>",
  "<b>",
  "</div>",
  "<p>",
  "<table>",
  "<td>",
  "<li>",
  "<a href=x>",
  "<b><i></b>",
  "<b><p>",
  "<svg>",
  "<select><option>",
  "<template>",
  "<!doctype html>",
  '<a b="',
  "<h1>a</h1>",
  "{{",
  "# 甲\n\n",
  "**“引语”**他",
  "[字](/a)，",
  "![](a.jpg)",
  "2026年2月9日，",
  "👨‍👩‍👧",
  "本报讯 （记者 ",
] as const;

/** Texts that have blown up one parser of CommonMark or another, and what our own plugins might trip over. */
export const HOSTILE: Readonly<Record<string, Pattern>> = {
  ...Object.fromEntries(UNITS.map((unit) => [JSON.stringify(unit), repeat(unit)])),
  "a table of many rows": around("|a|b|\n|-|-|\n", "|x|y|\n"),
  "a table of many columns": (size) => {
    const row = (cell: string) => `|${repeat(`${cell}|`)(size / 3)}\n`;
    return row("a") + row("-") + row("x");
  },
  "a table of short rows": (size) => {
    const width = Math.floor(Math.sqrt(size));
    return `|${"a|".repeat(width)}\n|${"-|".repeat(width)}\n${repeat("|x\n")(size)}`;
  },
  "a short table in a quote": (size) => {
    const width = Math.floor(Math.sqrt(size));
    return `> |${"a|".repeat(width)}\n> |${"-|".repeat(width)}\n${repeat("> |x\n")(size)}`;
  },
  "a quote that lines fall into": around("> a\n", "a\n"),
  "a list that lines fall into": around("- a\n", "a\n"),
  "a footnote that lines fall into": around("[^1]: a\n", "a\n"),
  "a long underline": (size) => `${repeat("a\n")(size)}===\n`,
  "lists in lists": grow((n) => `${" ".repeat(2 * n)}- a\n`),
  "backticks that grow": grow((n) => `e${"`".repeat(n + 1)}`),
  "many definitions": grow((n) => `[r${n}]: /u\n\n[r${n}]\n\n`),
  "one definition, often used": (size) => `[a]: /${repeat("x")(size / 10)}\n\n${repeat("[a] ")(size)}`,
  "many footnotes": grow((n) => `a[^${n}]\n\n[^${n}]: b\n\n`),
  "footnotes in footnotes": grow((n) => `[^${n}]: [^${n + 1}]\n\n`),
  "brackets in brackets": (size) => repeat("[")(size / 2) + repeat("]")(size / 2),
  "parentheses in an address": (size) => `[a](${repeat("(")(size / 2)}${repeat(")")(size / 2)})`,
  "an address that ends in quotes": around("[a](b ", '"', ")"),
  "an address that ends in parentheses": around("http://a.b/", ")"),
  "an address that ends in entities": around("http://a.b/", "&a;"),
  "an address of one letter and dots": around("", "a.", "@b.c"),
  "stars in stars": (size) => repeat("***a")(size / 2) + repeat("a***")(size / 2),
  "stars and underscores": (size) => `${repeat("*_")(size / 2)}a${repeat("_*")(size / 2)}`,
  "a tag of many attributes": around("<a ", 'b="c" ', ">"),
  "a block of many attributes": around("::视频{", 'a="b" ', "}"),
  "links in a table": around("<table>", "<a>"),
  "spaces before a letter": around("", " ", "a"),
  "wide spaces before a letter": around("", "\u3000", "a"),
  "tabs before a letter": around("", "\t", "a"),
  "marks on one letter": around("a", "\u0301"),
};
