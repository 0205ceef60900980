import type { Paragraph, PhrasingContent } from "mdast";
import type { Processor } from "unified";

const NEW_PARAGRAPH = /\n[ \t]*[\u2002\u2003\u3000]\s*/;
const INDENT = /^[ \t]*[\u2002\u2003\u3000]/;

/** Turns indented code off: four spaces before a paragraph are an indent. Fenced code stays. */
export function noIndentedCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ["codeIndented"] } }];
}

/** Drops the blanks before a paragraph's first word; a paragraph of blanks alone becomes none. */
export function dropIndent(paragraph: Paragraph): Paragraph[] {
  const children = trimGroup(paragraph.children);
  return children.length === 0 ? [] : [{ ...paragraph, children }];
}

/** Like `dropIndent`, and a line that starts with a full-width indent starts a paragraph, as its writer meant. */
export function splitAtIndents(paragraph: Paragraph): Paragraph[] {
  return groupsOf(paragraph.children)
    .map(trimGroup)
    .filter((children) => children.length > 0)
    .map((children) => ({ ...paragraph, children }));
}

function groupsOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  let group: PhrasingContent[] = [];
  const groups = [group];
  const startGroup = () => {
    group = [];
    groups.push(group);
  };
  for (const child of children) {
    if (child.type !== "text") {
      group.push(child);
      continue;
    }
    if (group.at(-1)?.type === "break" && INDENT.test(child.value)) startGroup();
    for (const [index, value] of child.value.split(NEW_PARAGRAPH).entries()) {
      if (index > 0) startGroup();
      group.push({ ...child, value });
    }
  }
  return groups;
}

function trimGroup(children: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = children.at(-1)?.type === "break" ? children.slice(0, -1) : [...children];
  const first = kept[0];
  if (first?.type !== "text" || !/^\s/.test(first.value)) return kept;
  const value = first.value.trimStart();
  return value === "" ? trimGroup(kept.slice(1)) : [{ ...first, value }, ...kept.slice(1)];
}
