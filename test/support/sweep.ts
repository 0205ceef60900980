import { afterAll } from "vitest";
import { sweepFolders } from "./folders.ts";

// Of every test file, so that none leaves a folder behind.
afterAll(sweepFolders);
