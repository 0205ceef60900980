import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeAlarm } from "../../src/dev/alarm.ts";

const START = Date.parse("2026-03-31T12:00:00+08:00");
const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

const clock = () => Date.now();

test("it rings once, at its moment, be it further away than a timer can wait", () => {
  const ring = vi.fn();
  makeAlarm(clock, ring).set(START + 40 * DAY);
  vi.advanceTimersByTime(40 * DAY - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  vi.advanceTimersByTime(40 * DAY);
  expect(ring).toHaveBeenCalledTimes(1);
});

test("it is put to another moment, or off", () => {
  const ring = vi.fn();
  const { set } = makeAlarm(clock, ring);
  set(START + 1000);
  set(START + 5000);
  vi.advanceTimersByTime(4999);
  expect(ring).not.toHaveBeenCalled();
  set(undefined);
  vi.advanceTimersByTime(DAY);
  expect(ring).not.toHaveBeenCalled();
});

test("after a laptop has slept it rings within a minute", () => {
  const ring = vi.fn();
  makeAlarm(clock, ring).set(START + DAY);
  vi.advanceTimersByTime(1000);
  vi.setSystemTime(START + 2 * DAY);
  vi.advanceTimersByTime(60_000);
  expect(ring).toHaveBeenCalledTimes(1);
});

test("by a clock that stands it never rings", () => {
  const ring = vi.fn();
  makeAlarm(() => START, ring).set(START + 1000);
  vi.advanceTimersByTime(DAY);
  expect(ring).not.toHaveBeenCalled();
});
