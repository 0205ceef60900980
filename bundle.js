import { build } from "rolldown";

/*
 * src/ becomes a few files in lib/, with the packages that are plain JavaScript in them: to find and load 600 small files one
 * by one takes longer than to build a site in which nothing has changed. What runs in threads has a file of its own.
 */
await build({
  input: {
    cli: "src/cli.ts",
    "workers/inventoryWorker": "src/workers/inventoryWorker.ts",
    "workers/parseWorker": "src/workers/parseWorker.ts",
    "workers/printWorker": "src/workers/printWorker.ts",
  },
  platform: "node",
  // Machine code, files of their own, or wanted once in a while.
  external: ["lightningcss", "opentype.js", "pinyin-pro", "piscina", "sharp"],
  output: {
    dir: "lib",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "shared/[name]-[hash].js",
  },
  // gray-matter's engine for JavaScript, which is never called: see src/content/frontMatter.ts.
  checks: { eval: false },
  logLevel: "warn",
});
