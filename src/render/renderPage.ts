import { fillSlots } from "../markdown/slots.ts";
import type { Html } from "../model/html.ts";
import type { TemplatePage } from "../model/page.ts";
import { renderTemplate, type Theme } from "./theme.ts";

/** The whole text of a page with its value, ended by a line end. `bodies` gives a body's markup by its hash; its slots are filled as this page says. */
export function renderPage(
  theme: Theme,
  page: Pick<TemplatePage, "template" | "body">,
  value: object,
  bodies: (hash: string) => Html,
): string {
  const { body } = page;
  const whole = body === undefined ? value : { ...value, body: fillSlots(bodies(body.hash), body.slots) };
  const text = renderTemplate(theme, `pages/${page.template}`, whole);
  return text.endsWith("\n") ? text : `${text}\n`;
}
