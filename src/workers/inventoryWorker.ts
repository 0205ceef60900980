import { parentPort, workerData } from "node:worker_threads";
import { takeInventory } from "../output/inventory.ts";
import type { InventoryPlace } from "./beginInventory.ts";

const { outDir, manifestFile } = workerData as InventoryPlace;
parentPort?.postMessage(takeInventory(outDir, manifestFile));
