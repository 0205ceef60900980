import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Unhelpful on purpose: a date or an order that leans on the machine fails here first.
    env: { TZ: "America/New_York", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    globalSetup: ["test/support/compile.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest would leave one of two cores idle.
    maxWorkers: "100%",
  },
});
