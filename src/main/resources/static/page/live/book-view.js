// One book: its quotes as a chart, every one of them; the quote now, the ladder, its counters, and what came over the connection.
import { call } from '../call.js';
import { grouped } from '../format.js';
import { QuoteChart } from '../quote-chart.js';
import { Ladder } from './ladder.js';
import { MessageCounts } from './message-counts.js';
import { QuoteClient } from './quote-client.js';
import { QuoteCount } from './quote-count.js';
import { lineOf, showNow } from './quote-now.js';
import { RecentQuotes } from './recent-quotes.js';

const DRAW_MS = 100;
const LOOK_MS = 250;
const TICKS_WITHOUT_NEWS = 4;
const CAPACITY = 20_000;
const SPAN_SECONDS = 60;

export class BookView {
  /**
   * @param onState told how the connection is
   * @param onCount told the counts of quotes, when they may have changed
   */
  constructor(element, onState, onCount) {
    Object.assign(this, { element, onState, onCount });
    this.ladder = new Ladder(this.find('.ladder tbody'));
    this.counts = new MessageCounts(this.find('.message-counts tbody'));
    this.pause = this.find('.book-pause');
    this.pause.addEventListener('click', () => this.setPaused(!this.paused));
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  open(symbol) {
    this.symbol = symbol;
    this.element.hidden = false;
    this.find('.book-csv').href = `api/v1/books/${encodeURIComponent(symbol)}/l1.csv`;
    this.count = new QuoteCount();
    this.setPaused(false);
    this.empty();
    this.client = this.subscribe(symbol);
    this.drawing = setInterval(() => this.draw(), DRAW_MS);
    this.looking = setInterval(() => document.hidden || this.look(), LOOK_MS);
  }

  subscribe(symbol) {
    return new QuoteClient({ symbols: [symbol], delivery: 'all' }, () => this.count.next, {
      quote: (quote) => this.take(quote),
      state: (state, details) => this.onState(state, details),
      forgotten: () => this.restart(),
      restarted: () => this.restart(),
    });
  }

  close() {
    this.element.hidden = true;
    clearInterval(this.drawing);
    clearInterval(this.looking);
    this.client.close();
    this.dropChart();
    this.symbol = null;
  }

  take(quote) {
    if (this.count.take(quote)) {
      this.last = quote;
      this.recent.add(quote);
    }
  }

  /** The book is another one than before: what was drawn was that of the old one. */
  restart() {
    this.count.restart();
    this.empty();
  }

  empty() {
    this.recent = new RecentQuotes(CAPACITY);
    this.last = null;
    this.drawn = null;
    this.looked = null;
    this.ticks = 0;
    this.dropChart();
    this.ladder.clear();
    this.counts.clear();
  }

  /** Quotes are received and counted on while nothing is drawn. */
  setPaused(paused) {
    this.paused = paused;
    this.pause.textContent = paused ? 'Go on' : 'Pause';
    this.find('.book-paused').hidden = !paused;
  }

  draw() {
    this.drawCount();
    this.find('.book-empty').hidden = this.last !== null || !this.client.isConnected;
    this.find('.book-shown').hidden = this.last === null;
    if (!this.paused && this.drawn !== this.last) {
      this.drawLast();
    }
  }

  drawLast() {
    this.drawn = this.last;
    showNow(this.find('.quote-now'), this.last);
    this.chart ??= this.makeChart();
    this.chart.append(this.recent.draw());
  }

  makeChart() {
    const onCursor = (index) => this.read(index);
    return new QuoteChart(this.find('.book-chart'), { capacity: CAPACITY, spanSeconds: SPAN_SECONDS, onCursor });
  }

  /** Reads the quote under the cursor. */
  read(index) {
    const quote = index === null ? undefined : this.recent.at(index);
    this.find('.book-cursor').textContent = quote === undefined ? '' : lineOf(quote);
  }

  /** It needs room on the page before it is made, which it has once there is a quote. */
  dropChart() {
    this.chart?.destroy();
    this.chart = null;
  }

  drawCount() {
    const { received, merged, missed, last } = this.count;
    const { reconnects } = this.client;
    const counts = { received, merged, missed, reconnects, n: last ?? 0 };
    for (const [name, count] of Object.entries(counts)) {
      this.find(`.count-${name}`).textContent = grouped(count);
    }
    this.find('.count-missed').classList.toggle('is-bad', missed > 0);
    this.onCount(counts);
  }

  /** One look at a time, so that a slow service is not asked more than it answers; fewer while the quote stays the same. */
  isLookDue() {
    const isNew = this.looked !== this.last || this.ticks++ % TICKS_WITHOUT_NEWS === 0;
    return isNew && !this.isLooking && !this.paused && this.last !== null && this.client.isConnected;
  }

  async look() {
    const { symbol } = this;
    if (!this.isLookDue()) {
      return;
    }
    this.isLooking = true;
    this.looked = this.last;
    try {
      const path = `books/${encodeURIComponent(symbol)}`;
      const [depth, book] = await Promise.all([call(`${path}/depth?levels=10`), call(path)]);
      if (symbol === this.symbol) {
        this.ladder.show(depth);
        this.find('.ladder-seq').textContent = depth.seq_num;
        this.counts.show(book);
      }
    } catch {
      // Forgotten just now, or no service: the connection tells which.
    } finally {
      this.isLooking = false;
    }
  }
}
