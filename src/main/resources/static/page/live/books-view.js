// All books with their quotes: one subscription to all of them, conflated to one quote a second and book, and a page of rows that is filled again.
import { grouped } from '../format.js';
import { QuoteClient } from './quote-client.js';

const REQUEST = { symbols: ['*'], delivery: 'latest', every: '1s' };
const ROWS = 50;
const DRAW_MS = 250;
const COLUMNS = ['symbol', 'bid_size', 'bid_price', 'ask_price', 'ask_size', 'time', 'n'];
const CLASSES = ['', 'number', 'number bid', 'number ask', 'number', 'number time', 'number'];

export class BooksView {
  constructor(element, onState) {
    this.element = element;
    this.onState = onState;
    this.find('.books-find').addEventListener('input', () => this.turnTo(0));
    this.find('.books-before').addEventListener('click', () => this.turnTo(this.page - 1));
    this.find('.books-after').addEventListener('click', () => this.turnTo(this.page + 1));
    this.body = this.find('tbody');
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  open() {
    this.element.hidden = false;
    this.forgetAll();
    this.client = new QuoteClient(REQUEST, () => null, {
      quote: (quote) => this.take(quote),
      state: (state, details) => this.told(state, details),
      forgotten: (symbol) => this.forget(symbol),
      restarted: () => {},
    });
    this.drawing = setInterval(() => this.changed && !document.hidden && this.draw(), DRAW_MS);
  }

  close() {
    this.element.hidden = true;
    clearInterval(this.drawing);
    this.client.close();
    this.forgetAll();
  }

  forgetAll() {
    this.quotes = new Map();
    this.symbols = null;
    this.page = 0;
    this.heardAll = false;
  }

  /** Books may be gone when it comes again: all of them are told then. */
  told(state, details) {
    if (state === 'live') {
      this.quotes.clear();
      this.symbols = null;
    }
    this.heardAll = state === 'live';
    this.changed = true;
    this.onState(state, details);
  }

  take(quote) {
    if (!this.quotes.has(quote.symbol)) {
      this.symbols = null;
    }
    this.quotes.set(quote.symbol, quote);
    this.changed = true;
  }

  forget(symbol) {
    this.quotes.delete(symbol);
    this.symbols = null;
    this.changed = true;
  }

  turnTo(page) {
    this.page = page;
    this.draw();
  }

  /** The symbols that are looked for, sorted. */
  wanted() {
    this.symbols ??= [...this.quotes.keys()].sort();
    const text = this.find('.books-find').value.trim().toLowerCase();
    return text === '' ? this.symbols : this.symbols.filter((symbol) => symbol.toLowerCase().includes(text));
  }

  draw() {
    this.changed = false;
    const wanted = this.wanted();
    this.page = Math.min(this.page, Math.max(0, Math.ceil(wanted.length / ROWS) - 1));
    const shown = wanted.slice(this.page * ROWS, (this.page + 1) * ROWS);
    this.drawRows(shown.map((symbol) => this.quotes.get(symbol)));
    this.drawPages(wanted.length, shown.length);
    this.drawEmpty(wanted.length);
  }

  drawRows(quotes) {
    while (this.body.rows.length > quotes.length) {
      this.body.deleteRow(-1);
    }
    while (this.body.rows.length < quotes.length) {
      addRow(this.body);
    }
    quotes.forEach((quote, i) => fill(this.body.rows[i], quote));
  }

  drawPages(all, shown) {
    const first = this.page * ROWS;
    this.find('.books-pages').hidden = all <= ROWS;
    this.find('.books-range').textContent = `${grouped(first + 1)} to ${grouped(first + shown)} of ${grouped(all)}`;
    this.find('.books-before').disabled = this.page === 0;
    this.find('.books-after').disabled = first + shown >= all;
    this.find('.books-count').textContent = this.quotes.size === 0 ? '' : grouped(this.quotes.size);
  }

  drawEmpty(wanted) {
    const none = this.quotes.size === 0;
    this.find('.books-empty').hidden = !none || !this.heardAll;
    this.find('.books-unfound').hidden = none || wanted > 0;
    this.find('.scroll').hidden = wanted === 0;
    this.find('.books-search').hidden = none;
  }
}

function addRow(body) {
  const row = body.insertRow();
  CLASSES.forEach((className) => Object.assign(row.insertCell(), { className }));
  row.cells[0].append(document.createElement('a'));
}

function fill(row, quote) {
  const link = row.cells[0].firstChild;
  if (link.textContent !== quote.symbol) {
    link.textContent = quote.symbol;
    link.href = `#live/${encodeURIComponent(quote.symbol)}`;
  }
  for (let i = 1; i < COLUMNS.length; i++) {
    setText(row.cells[i], textOf(COLUMNS[i], quote[COLUMNS[i]]));
  }
}

function textOf(column, value) {
  return value === null ? '' : column === 'time' ? value : grouped(value);
}

/** Leaves alone what is the same: drawing is dear, comparing is not. */
function setText(cell, text) {
  if (cell.textContent !== text) {
    cell.textContent = text;
  }
}
