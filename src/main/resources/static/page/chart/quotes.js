// The quotes that a chart shows, as numbers to draw by. What is shown as text is never taken from here.
import { Timeline } from './timeline.js';

const LINES = ['bid', 'ask', 'bidSize', 'askSize'];
const MARKS = ['locked', 'crossed'];

const number = (value) => (value === null || value === undefined ? null : Number(value));

export class Quotes {
  constructor() {
    this.clear();
  }

  clear() {
    this.timeline = null;
    this.from = null;
    this.x = [];
    this.extremes = {};
    for (const each of [...LINES, ...MARKS]) {
      this[each] = [];
    }
  }

  get length() {
    return this.x.length;
  }

  /** Where the time begins: with the first quote, or before it. */
  get first() {
    return this.from ?? this.x[0];
  }

  get last() {
    return this.x[this.length - 1];
  }

  /** Takes quotes in the order of their times; one that is told to be before its predecessor is drawn where that one is. */
  add({ times, from = null, extremes = {}, ...columns }) {
    if (times.length === 0) {
      return;
    }
    this.timeline ??= new Timeline(from ?? times[0]);
    this.from = from === null ? null : this.timeline.at(from);
    for (const time of times) {
      this.x.push(Math.max(this.timeline.at(time), this.last ?? -Infinity));
    }
    for (const each of [...LINES, ...MARKS]) {
      this.addColumn(each, columns[each]);
    }
    this.extremes = Object.fromEntries(Object.entries(extremes).map(([line, values]) => [line, numbers(values)]));
  }

  addColumn(name, values) {
    for (const value of values) {
      this[name].push(number(value));
    }
  }

  /** Forgets the oldest beyond a number. */
  keep(most) {
    const excess = this.length - most;
    if (excess > 0) {
      for (const each of ['x', ...LINES, ...MARKS]) {
        this[each].splice(0, excess);
      }
    }
  }

  /** The lines to draw: the last quote holds until the end of what is shown. */
  until(end) {
    const isHeld = this.length > 0 && this.last < end;
    const line = (name) => (isHeld ? [...this[name], this[name][this.length - 1]] : this[name]);
    return { x: isHeld ? [...this.x, end] : this.x, ...Object.fromEntries(LINES.map((name) => [name, line(name)])) };
  }

  /** The index of the quote that holds at a place of the axis; -1 before the first. */
  indexAt(x) {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.x[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The lowest and highest of some lines between two places; null when there is nothing. */
  span(lines, [from, to]) {
    let low = Infinity;
    let high = -Infinity;
    const start = Math.max(0, this.indexAt(from));
    for (let i = start; i < this.length && (i === start || this.x[i] <= to); i++) {
      for (const line of lines) {
        low = Math.min(low, this.lowOf(line, i) ?? Infinity);
        high = Math.max(high, this.highOf(line, i) ?? -Infinity);
      }
    }
    return low <= high ? [low, high] : null;
  }

  lowOf(line, i) {
    return this.extremes[line]?.low[i] ?? this[line][i];
  }

  highOf(line, i) {
    return this.extremes[line]?.high[i] ?? this[line][i];
  }
}

function numbers({ low, high }) {
  return { low: low.map(number), high: high.map(number) };
}
