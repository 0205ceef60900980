import type { Element, ElementContent } from "hast";
import { isEnglish } from "../model/words.ts";
import type { Finish } from "./context.ts";

/** Puts a table into a box that scrolls sideways on a phone and that the keyboard can reach: a group, as a region of each name may stand once on a page. */
export function finishTable(table: Element, { context }: Finish): ElementContent[] {
  const ariaLabel = isEnglish(context.options.language) ? "Table" : "表格";
  const properties = { className: ["table-scroll"], tabIndex: 0, role: "group", ariaLabel };
  return [{ type: "element", tagName: "div", properties, children: [table] }];
}

/** Says a cell's alignment as a class, as HTML no longer has the attribute, and what a header cell heads. */
export function finishCell(cell: Element): ElementContent[] {
  const { align, ...kept } = cell.properties;
  const isKnown = align === "left" || align === "center" || align === "right";
  const scope = cell.tagName === "th" && kept.scope === undefined ? { scope: "col" } : {};
  const className = isKnown ? { className: [`align-${align}`] } : {};
  return [{ ...cell, properties: { ...kept, ...scope, ...className } }];
}

/** Gives a task's box words for those who cannot see it; nobody can tick it. */
export function finishCheckbox(box: Element, { context }: Finish): ElementContent[] {
  if (box.properties.type !== "checkbox") return [];
  const isDone = box.properties.checked === true;
  const ariaLabel = isEnglish(context.options.language)
    ? isDone
      ? "Done"
      : "Not done"
    : isDone
      ? "已完成"
      : "未完成";
  return [{ ...box, properties: { type: "checkbox", checked: isDone, disabled: true, ariaLabel } }];
}
