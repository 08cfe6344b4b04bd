// A chart of quotes, for both views: bid and ask with the spread shaded, sizes below, locked and crossed stretches marked, zoom, pan, and a cursor.
import { KEYS_HELP, listen } from './chart/gestures.js';
import { colours } from './chart/paint.js';
import { pricePlot, sizePlot, widthFor } from './chart/plots.js';
import { Quotes } from './chart/quotes.js';
import { frame } from './chart/frame.js';
import { grouped } from './format.js';

const COLOURS = ['bid', 'ask', 'locked', 'crossed', 'spread', 'muted', 'line'];
const FEW = 120;
const SMALLEST_VIEW = 1e-6;
const SETTLED_MS = 150;

let charts = 0;

export class QuoteChart {
  /**
   * @param onRange told the times from and to that are shown, as texts, once zoom or pan has settled; nulls for the whole
   * @param onCursor told the index of the quote under the cursor; of the last one shown when there is no cursor, null without quotes
   * @param capacity how many quotes `append` keeps
   * @param spanSeconds how much time is shown behind the last quote as long as nobody zooms
   */
  constructor(element, { onRange, onCursor, capacity = Infinity, spanSeconds = Infinity } = {}) {
    Object.assign(this, { onRange, onCursor, capacity, spanSeconds });
    this.key = `quotes-${++charts}`;
    this.quotes = new Quotes();
    this.whole = [0, 1];
    this.view = [0, 1];
    this.zoomed = false;
    this.pinned = null;
    this.axisWidth = widthFor([]);
    this.frame = frame(element, this, KEYS_HELP);
    this.plot();
    listen(this.frame.plots, this);
    this.watch();
  }

  /**
   * Shows these quotes instead of those before: arrays of equal length, `times` as texts, values as numbers or their texts, null where a side is
   * missing, `locked` and `crossed` not 0 where it is so; `from` is where the time begins, when that is before the first; `extremes`, where a point stands for many quotes, has `low` and `high` of each line.
   * The view stays where it was zoomed to when `keepView` is set.
   */
  show(quotes, { keepView = false } = {}) {
    const { timeline } = this.quotes;
    this.zoomed = keepView && this.zoomed;
    this.pinned = null;
    this.quotes.clear();
    this.quotes.timeline = this.zoomed ? timeline : null;
    this.quotes.add(quotes);
    this.whole = this.zoomed ? this.whole : this.extent();
    this.redraw();
  }

  /** Adds quotes behind the last one, and forgets the oldest beyond the capacity. */
  append(quotes) {
    this.quotes.add(quotes);
    this.quotes.keep(this.capacity);
    this.whole = this.extent();
    this.pinned = null;
    this.redrawSoon();
  }

  /** Ends the chart and takes it off the page. */
  destroy() {
    cancelAnimationFrame(this.soon);
    clearTimeout(this.settling);
    this.unwatch();
    this.unplot();
    this.frame.root.remove();
  }

  plot() {
    this.readTheme();
    this.prices = pricePlot(this.frame.prices, this);
    this.sizes = sizePlot(this.frame.sizes, this);
  }

  unplot() {
    this.prices.destroy();
    this.sizes.destroy();
    this.prices = null;
  }

  extent() {
    const { first, last } = this.quotes;
    if (this.quotes.length === 0) {
      return [0, 1];
    }
    const from = Math.max(first, last - this.spanSeconds);
    return last > from ? [from, last] : [last - 0.5, last + 0.5];
  }

  redrawSoon() {
    this.soon ??= requestAnimationFrame(() => {
      this.soon = undefined;
      this.redraw();
    });
  }

  redraw() {
    this.view = this.zoomed ? this.view : this.whole;
    this.axisWidth = widthFor(this.axisTexts());
    const { x, bid, ask, bidSize, askSize } = this.quotes.until(this.view[1]);
    this.draw(this.prices, [x, bid, ask]);
    this.draw(this.sizes, [x, bidSize, askSize.map((size) => (size === null ? null : -size))]);
    this.frame.showRange(...this.rangeTexts());
    this.cursorMoved();
  }

  draw(plot, data) {
    const [min, max] = this.view;
    plot.batch(() => {
      plot.setData(data, false);
      plot.setScale('x', { min, max });
    });
  }

  axisTexts() {
    const prices = this.quotes.span(['bid', 'ask'], this.view) ?? [];
    const sizes = this.quotes.span(['bidSize', 'askSize'], this.view) ?? [];
    return [...prices.map((price) => `${Number(price.toFixed(6))}0`), ...sizes.map((size) => grouped(Math.ceil(size)))];
  }

  rangeTexts() {
    const [from, to] = this.view.map((each) => this.quotes.timeline?.time(each));
    return this.quotes.length === 0 ? ['', ''] : [`${from} – `, to];
  }

  timeLabels(places, step) {
    const manyDays = Math.floor(this.view[0] / 86_400) !== Math.floor(this.view[1] / 86_400);
    return places.map((place) => this.quotes.timeline?.label(place, step, manyDays) ?? '');
  }

  hasFewPoints() {
    return this.quotes.indexAt(this.view[1]) - this.quotes.indexAt(this.view[0]) <= FEW;
  }

  // Zoom and pan

  /** Makes the time shown longer or shorter, around a place of the axis that stays. */
  zoom(factor, around = (this.view[0] + this.view[1]) / 2) {
    this.zoomTo(around + (this.view[0] - around) * factor, around + (this.view[1] - around) * factor);
  }

  /** Moves by a share of the time shown. */
  pan(share) {
    const shift = share * (this.view[1] - this.view[0]);
    const most = this.whole[1] - this.view[1];
    const least = this.whole[0] - this.view[0];
    const by = Math.max(Math.min(shift, most), least);
    this.zoomTo(this.view[0] + by, this.view[1] + by);
  }

  panPixels(pixels) {
    this.pan(pixels / (this.prices.bbox.width / devicePixelRatio));
  }

  /** Shows from one place of the axis to another, as far as there are quotes. */
  zoomTo(from, to) {
    if (this.quotes.length === 0 || to - from < SMALLEST_VIEW) {
      return;
    }
    this.view = [Math.max(from, this.whole[0]), Math.min(to, this.whole[1])];
    this.zoomed = this.view[0] > this.whole[0] || this.view[1] < this.whole[1];
    this.redraw();
    this.settle();
  }

  showWhole() {
    this.zoomed = false;
    this.redraw();
    this.settle();
  }

  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const [from, to] = this.zoomed ? this.view.map((each) => this.quotes.timeline.time(each)) : [null, null];
      this.onRange?.(from, to);
    }, SETTLED_MS);
  }

  placeOf(clientX) {
    return this.prices.posToVal(clientX - this.prices.over.getBoundingClientRect().left, 'x');
  }

  // Cursor

  indexUnder(x) {
    return this.pinned ?? Math.max(0, this.quotes.indexAt(x));
  }

  /** Moves the cursor by so many quotes; it begins in the middle. */
  moveCursor(by) {
    const now = this.pinned ?? this.prices.cursor.idx ?? this.quotes.indexAt((this.view[0] + this.view[1]) / 2);
    this.cursorTo(now + by);
  }

  /** Puts the cursor on a quote that is shown. */
  cursorTo(index) {
    if (this.quotes.length === 0) {
      return;
    }
    const first = Math.max(0, this.quotes.indexAt(this.view[0]));
    const last = Math.max(first, this.quotes.indexAt(this.view[1]));
    this.pinned = Math.min(Math.max(index, first), last);
    const left = this.prices.valToPos(Math.max(this.quotes.x[this.pinned], this.view[0]), 'x');
    this.prices.setCursor({ left, top: 10 });
    this.sizes.setCursor({ left, top: 10 });
  }

  cursorMoved() {
    const { left = -1, idx = null } = this.prices?.cursor ?? {};
    const index = left < 0 || idx === null ? this.quotes.indexAt(this.view[1]) : idx;
    this.onCursor?.(index < 0 ? null : index);
  }

  // Size and theme

  watch() {
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.frame.plots);
    this.themes = new MutationObserver(() => this.changeTheme());
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.system = matchMedia('(prefers-color-scheme: dark)');
    this.onSystem = () => this.changeTheme();
    this.system.addEventListener('change', this.onSystem);
    this.unpin = () => (this.pinned = null);
    this.frame.plots.addEventListener('pointermove', this.unpin, { capture: true });
  }

  unwatch() {
    this.resizes.disconnect();
    this.themes.disconnect();
    this.system.removeEventListener('change', this.onSystem);
  }

  resize() {
    for (const [plot, element] of [[this.prices, this.frame.prices], [this.sizes, this.frame.sizes]]) {
      if (element.clientWidth > 0) {
        plot.setSize({ width: element.clientWidth, height: element.clientHeight });
      }
    }
  }

  changeTheme() {
    this.unplot();
    this.plot();
    this.redraw();
  }

  readTheme() {
    this.theme = colours(this.frame.root, COLOURS);
    for (const side of ['bid', 'ask']) {
      this.theme[`${side}Fill`] = this.theme[side].replace('rgb(', 'rgba(').replace(')', ', 0.18)');
    }
  }
}
