import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startStopwatch } from "../../src/commands/stopwatch.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

/** A stream that remembers what was written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, write } as unknown as NodeJS.WriteStream };
}

test("a terminal shows progress on one line that is redrawn, and nothing in the end", () => {
  const { written, stream: terminal } = stream(true);
  const watch = startStopwatch(terminal, "zh");
  watch.enter("pictures");
  watch.progress(1, 30);
  watch.progress(2, 30);
  watch.stop();
  expect(written).toEqual([
    "\r\u001b[K处理图片…",
    "\r\u001b[K处理图片 1/30…",
    "\r\u001b[K处理图片 2/30…",
    "\r\u001b[K",
  ]);
});

test("a log gets a line every few seconds, and none where all is quick", () => {
  const { written, stream: log } = stream(false);
  const watch = startStopwatch(log, "en");
  watch.enter("pictures");
  for (let done = 1; done <= 30; done++) {
    vi.advanceTimersByTime(400);
    watch.progress(done, 30);
  }
  watch.stop();
  expect(written).toEqual(["making pictures 13/30\n", "making pictures 26/30\n"]);
});

test("nothing is written where nobody reads, and the stages are timed all the same", () => {
  const watch = startStopwatch(undefined, "zh");
  watch.enter("pictures");
  vi.advanceTimersByTime(1500);
  watch.progress(1, 1);
  expect(watch.stop()).toEqual({ pictures: 1.5 });
});

test("a stage that is entered again is as long as all its parts", () => {
  const watch = startStopwatch(undefined, "zh");
  watch.enter("read");
  vi.advanceTimersByTime(500);
  watch.enter("read");
  vi.advanceTimersByTime(250);
  watch.enter("parse");
  vi.advanceTimersByTime(1000);
  expect(watch.stop()).toEqual({ read: 0.75, parse: 1 });
});
