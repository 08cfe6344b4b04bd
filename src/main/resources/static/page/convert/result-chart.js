// The picture of a kept result: asks the service for as many points as the screen can show, and for finer ones when somebody zooms in.
import { call } from '../call.js';
import { fill, showOnly } from '../elements.js';
import { QuoteChart } from '../quote-chart.js';
import { nanosOf, timeOf } from '../format.js';
import { quoteText, summary } from './quote-text.js';

const LEAST_POINTS = 1000;
const MOST_POINTS = 10_000;
const POINTS_PER_PIXEL = 2;

export class ResultChart {
  constructor({ place, none, cursor, choice }) {
    Object.assign(this, { place, none, cursor, choice, select: choice.querySelector('select') });
    this.select.addEventListener('change', () => this.load(this.id, this.select.value));
  }

  /** Draws the quotes of a result: of one symbol, or of its first. */
  async load(id, symbol = null) {
    this.clear();
    Object.assign(this, { id, symbol });
    const answer = await this.ask({});
    if (answer === null) {
      return;
    }
    this.offerSymbols(answer);
    showOnly([this.place, this.none], answer.time.length === 0 ? this.none : this.place);
    if (answer.time.length > 0) {
      this.draw(answer);
    }
  }

  /** Takes the picture off the page. */
  clear() {
    this.asking?.abort();
    this.chart?.destroy();
    this.chart = null;
    this.cursor.hidden = true;
    showOnly([this.place, this.none], null);
  }

  draw(answer) {
    this.cursor.hidden = false;
    this.take(answer);
    this.chart = new QuoteChart(this.place, {
      onRange: (from, to) => this.zoom(from, to),
      onCursor: (index) => this.read(index),
    });
    this.chart.show(quotes(answer));
  }

  take(answer) {
    this.shown = answer;
    fill(this.cursor, { summary: summary(answer) });
    for (const each of this.cursor.querySelectorAll('.of-point')) {
      each.hidden = answer.exact;
    }
  }

  /** Asks again for the time shown and half as much on either side, so that a small pan needs no new answer. */
  async zoom(from, to) {
    const range = from === null ? {} : withMargin(from, to);
    const answers = await this.askAll(range);
    if (answers !== null && this.chart !== null) {
      this.take(answers.length === 1 ? answers[0] : joined(...answers));
      this.chart.show(quotes(this.shown), { keepView: true });
    }
  }

  /** The quotes of a range, and the one that holds when it begins. */
  async askAll(range) {
    if (range.from === undefined) {
      const whole = await this.ask({});
      return whole === null ? null : [whole];
    }
    const answers = await this.askTogether([{ to: range.from, points: 2 }, range]);
    return answers.includes(null) ? null : answers;
  }

  ask(range) {
    return this.askTogether([range]).then(([answer]) => answer);
  }

  /** Answers; nulls when something newer was asked meanwhile. */
  async askTogether(ranges) {
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      return await Promise.all(ranges.map((range) => call(this.path(range), { signal })));
    } catch (e) {
      if (e.name === 'AbortError') {
        return ranges.map(() => null);
      }
      throw e;
    }
  }

  path(range) {
    const width = this.place.parentElement.clientWidth * devicePixelRatio;
    const points = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.round(width * POINTS_PER_PIXEL)));
    const query = new URLSearchParams({ points, ...(this.symbol === null ? {} : { symbol: this.symbol }), ...range });
    return `conversions/${this.id}/chart?${query}`;
  }

  offerSymbols({ symbols, symbol }) {
    this.choice.hidden = symbols.length < 2;
    this.select.replaceChildren(...symbols.map((each) => new Option(each, each, false, each === symbol)));
  }

  /** Shows the quote under the cursor with all of its digits. */
  read(index) {
    if (index !== null) {
      fill(this.cursor, quoteText(this.shown, index));
    }
  }
}

function quotes(answer) {
  return {
    from: answer.from,
    times: answer.time,
    bid: answer.bid_price.last,
    ask: answer.ask_price.last,
    bidSize: answer.bid_size.last,
    askSize: answer.ask_size.last,
    locked: answer.locked,
    crossed: answer.crossed,
    extremes: answer.exact ? {} : extremes(answer),
  };
}

function extremes(answer) {
  return { bid: answer.bid_price, ask: answer.ask_price, bidSize: answer.bid_size, askSize: answer.ask_size };
}

function withMargin(from, to) {
  const margin = (nanosOf(to) - nanosOf(from)) / 2n;
  return { from: timeOf(nanosOf(from) - margin), to: timeOf(nanosOf(to) + margin) };
}

/** The last point before a range in front of those in it. */
function joined(before, range) {
  const at = before.time.length - 1;
  if (at < 0 || before.time[at] === range.time[0]) {
    return range;
  }
  const front = (name) => [before[name][at], ...range[name]];
  const frontOf = (line) => ({
    low: [before[line].last[at], ...range[line].low],
    high: [before[line].last[at], ...range[line].high],
    last: [before[line].last[at], ...range[line].last],
  });
  return {
    ...range,
    time: front('time'),
    locked: front('locked'),
    crossed: front('crossed'),
    ...Object.fromEntries(['bid_price', 'ask_price', 'bid_size', 'ask_size'].map((line) => [line, frontOf(line)])),
  };
}
