import { describe } from "vitest";
import { describeInBrowser } from "../support/browser.ts";
import { accessTests } from "./access.ts";
import { arrivalTests } from "./arrival.ts";
import { keyboardTests } from "./keyboard.ts";
import { layoutTests } from "./layout.ts";
import { readingTests } from "./reading.ts";
import { watchTests } from "./watch.ts";

// One build and one browser for all that is read in the sample site.
describeInBrowser("in the sample site", (reader) => {
  describe("the watch over a page", () => watchTests(reader));
  describe("a reader", () => readingTests(reader));
  describe("with the keyboard alone, a reader", () => keyboardTests(reader));
  describe("axe", () => accessTests(reader));
  describe("the layout", () => layoutTests(reader));
  describe("a page", () => arrivalTests(reader));
});
