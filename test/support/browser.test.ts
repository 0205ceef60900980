import { expect, it } from "vitest";
import { findChromium } from "./browser.ts";

it("looks for the browser that CHROMIUM names before all others", () => {
  expect(findChromium({ CHROMIUM: "/opt/some/browser" })).toBe("/opt/some/browser");
});
