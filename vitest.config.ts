import { defineConfig } from "vitest/config";

/** Tests that put something in a module's place, hold servers and watchers, or start a browser: each has a process of its own. */
const ALONE = [
  "test/{browser,dev,workers}/**/*.test.ts",
  "test/guards/{changing,faults}.test.ts",
  "test/properties/sameBytes.test.ts",
  "test/search/stageSearch.test.ts",
];

export default defineConfig(({ mode }) => ({
  test: {
    // Unhelpful on purpose: a date or an order that leans on the machine fails here first.
    env: { TZ: "America/New_York", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    globalSetup: ["test/support/compile.ts"],
    setupFiles: ["test/support/sweep.ts"],
    // Long enough for a machine that does much besides: these tell what hangs, not what is slow.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Vitest would leave one of two cores idle.
    maxWorkers: "100%",
    projects: [
      { extends: true, mode, test: { name: "alone", include: ALONE } },
      // A third of the time went into loading the same modules for each file.
      {
        extends: true,
        mode,
        test: { name: "together", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false },
      },
    ],
  },
}));
