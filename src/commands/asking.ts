import { createInterface } from "node:readline";

/** Asks for a line; what the person answers, trimmed. Undefined where the input ended without an answer. */
export type Ask = (question: string) => Promise<string | undefined>;

export interface Terminal {
  readonly ask: Ask;
  readonly close: () => void;
}

/** Opens the terminal for questions, which stand on standard error; undefined where there is no person to ask. */
export function openTerminal(): Terminal | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const lines = lineQueue();
  reader.on("line", lines.push);
  reader.once("close", lines.end);
  // Reading lines takes Ctrl-C for itself; it should end the command as anywhere else.
  reader.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  return {
    ask: async (question) => {
      // All but the last line stands above the one that is typed into.
      const [last = "", ...above] = question.split("\n").reverse();
      if (above.length > 0) process.stderr.write(`${above.reverse().join("\n")}\n`);
      reader.setPrompt(last);
      reader.prompt();
      return (await lines.next())?.trim();
    },
    close: () => reader.close(),
  };
}

/** Lines in the order in which they come: those that are pasted at once wait for their questions. */
function lineQueue() {
  const waiting: string[] = [];
  let answer: ((line: string | undefined) => void) | undefined;
  let hasEnded = false;
  return {
    push: (line: string) => {
      if (answer === undefined) waiting.push(line);
      else answer(line);
      answer = undefined;
    },
    end: () => {
      hasEnded = true;
      answer?.(undefined);
    },
    next: () => {
      const line = waiting.shift();
      if (line !== undefined || hasEnded) return Promise.resolve(line);
      return new Promise<string | undefined>((resolve) => {
        answer = resolve;
      });
    },
  };
}
