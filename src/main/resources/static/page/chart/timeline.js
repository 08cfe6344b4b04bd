// Times on the axis of a chart: seconds since the midnight before its first quote, so that a double still tells nanoseconds apart.
import { nanosOf, partsOf, timeOf } from '../format.js';

const DAY = 86_400;
const DAY_NANOS = 86_400_000_000_000n;
const NANOS = 1e9;

/** Steps between the labels of the axis, in seconds: decimal below a second, as clocks and calendars have them above. */
export const STEPS = [
  ...[-9, -8, -7, -6, -5, -4, -3, -2, -1].flatMap((e) => [1, 2, 5].map((n) => Number(`${n}e${e}`))),
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200],
  ...[1, 2, 7, 14, 28, 91, 182, 365].map((days) => days * DAY),
];

export class Timeline {
  /** Begins with the day of a time. */
  constructor(firstTime) {
    const nanos = nanosOf(firstTime);
    this.origin = nanos - (((nanos % DAY_NANOS) + DAY_NANOS) % DAY_NANOS);
  }

  /** Where a time stands on the axis. */
  at(time) {
    return Number(nanosOf(time) - this.origin) / NANOS;
  }

  /** The time at a place of the axis, as text. */
  time(seconds) {
    return timeOf(this.nanos(seconds));
  }

  nanos(seconds) {
    return this.origin + BigInt(Math.round(seconds * NANOS));
  }

  /** The label of a place: as many digits as the step between two labels needs, and the day where there are several. */
  label(seconds, step, manyDays) {
    const { date, clock, fraction } = partsOf(this.nanos(seconds));
    if (step >= DAY) {
      return date;
    }
    const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    const time = step >= 60 ? clock.slice(0, 5) : clock + (digits === 0 ? '' : `.${fraction.slice(0, digits)}`);
    return manyDays ? `${date.slice(5)} ${time}` : time;
  }
}
