/** Rings when a moment has come. */
export interface Alarm {
  /** Puts it to a moment, in epoch milliseconds, or off. */
  readonly set: (moment: number | undefined) => void;
}

/** The clock is looked at this often: a timer stands still while a laptop sleeps, and none is as long as a month. */
const LOOK_MS = 60_000;

/** Makes an alarm, which is off, by the clock that is given. It keeps no process alive. */
export function makeAlarm(clock: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  const wait = (moment: number) => {
    const left = moment - clock();
    if (left <= 0) ring();
    else timer = setTimeout(wait, Math.min(left, LOOK_MS), moment).unref();
  };
  return {
    set: (moment) => {
      clearTimeout(timer);
      if (moment !== undefined) timer = setTimeout(wait, 0, moment).unref();
    },
  };
}
