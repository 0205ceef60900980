/** What the threads of a pool run, and with what. */
export interface ThreadPlan {
  /** The worker's compiled file, and the function in it. */
  readonly filename: string;
  readonly name: string;
  readonly threads: number;
  readonly workerData?: unknown;
  /** A thread beyond it ends alone; without a limit the whole process would. */
  readonly memoryMiB?: number;
  readonly tasksAtOnce?: number;
}

/** Threads that wait for tasks. */
export interface Threads<T, R> {
  /** Rejects where the task throws, is aborted, or the machine has no thread for it: then with the machine's code. */
  readonly run: (task: T, signal?: AbortSignal) => Promise<R>;
  readonly close: () => Promise<void>;
}

/** Starts threads that are there until they are closed. */
export async function openThreads<T, R>(plan: ThreadPlan): Promise<Threads<T, R>> {
  // Most builds of a site that is there already start none.
  const { Piscina } = await import("piscina");
  const { filename, name, threads, workerData, memoryMiB, tasksAtOnce = 1 } = plan;
  const pool = new Piscina<T, R>({
    filename,
    name,
    minThreads: threads,
    maxThreads: threads,
    workerData,
    concurrentTasksPerWorker: tasksAtOnce,
    ...(memoryMiB === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMiB } }),
  });
  // A thread that does not start is told to nobody's task, and one that is left waiting for it would wait for ever.
  const broken = new Promise<never>((_, reject) => pool.on("error", reject));
  broken.catch(() => {});
  const run = async (task: T, signal?: AbortSignal) => {
    try {
      return await Promise.race([pool.run(task, signal === undefined ? {} : { signal }), broken]);
    } catch (error) {
      throw asMachineError(error);
    }
  };
  return { run, close: () => pool.destroy() };
}

/** Gives an error the machine's code where it stands in its words only: a thread that did not start has another, and what a thread throws comes without. */
function asMachineError(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_WORKER_INIT_FAILED") {
    const reason = /: (E[A-Z]+)$/.exec(message)?.[1];
    return reason === undefined
      ? error
      : Object.assign(new Error(message), { code: reason, syscall: "open" });
  }
  const [, own, syscall, path] = /^(E[A-Z0-9]+): [^,]*, ([a-z]+)(?: '([^']*)')?/.exec(message) ?? [];
  return code !== undefined || own === undefined
    ? error
    : Object.assign(new Error(message), { code: own, syscall, path });
}
