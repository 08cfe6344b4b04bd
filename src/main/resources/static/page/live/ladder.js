// The ladder: the ten best levels of both sides, a bar for each size. Its rows are made once and filled again and again.
import { grouped } from '../format.js';

const LEVELS = 10;

export class Ladder {
  constructor(body) {
    this.rows = Array.from({ length: LEVELS }, () => row(body));
  }

  /** Shows the levels of a book. */
  show({ bids, asks }) {
    const levels = [...bids, ...asks];
    const largest = Math.max(0, ...levels.map((level) => Number(level.quantity)));
    const digits = Math.max(0, ...levels.map((level) => fractionOf(level.price).length));
    this.rows.forEach(({ bid, ask }, i) => {
      fill(bid, bids[i], largest, digits);
      fill(ask, asks[i], largest, digits);
    });
  }

  clear() {
    this.show({ bids: [], asks: [] });
  }
}

/** Six cells: those of the bid from the outside in, those of the ask from the inside out. */
function row(body) {
  const tr = body.insertRow();
  const bid = cells(tr, 'bid', ['orders', 'size', 'price']);
  const ask = cells(tr, 'ask', ['price', 'size', 'orders']);
  return { bid, ask };
}

function cells(tr, side, names) {
  return Object.fromEntries(names.map((name) => [name, cell(tr, `number ${side}-${name}`)]));
}

function cell(tr, className) {
  return Object.assign(tr.insertCell(), { className });
}

function fill(side, level, largest, digits) {
  side.orders.textContent = level ? grouped(level.orders) : '';
  side.size.textContent = level ? grouped(level.quantity) : '';
  side.price.textContent = level ? aligned(level.price, digits) : '';
  side.size.style.setProperty('--share', level && largest > 0 ? Number(level.quantity) / largest : 0);
}

/** A price with zeros behind it, so that all have as many digits. */
function aligned(price, digits) {
  return grouped(price.includes('.') ? price.padEnd(price.indexOf('.') + 1 + digits, '0') : price);
}

function fractionOf(price) {
  return price.split('.')[1] ?? '';
}
