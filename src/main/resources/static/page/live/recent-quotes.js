// The last quotes of a book: those that wait to be drawn, and those that the chart shows, with their exact texts. Bounded, whatever the rate.

export class RecentQuotes {
  constructor(capacity) {
    this.capacity = capacity;
    this.waiting = [];
    this.drawn = [];
  }

  /** Takes a quote in; more than the chart can hold need not wait for it. */
  add(quote) {
    this.waiting.push(quote);
    if (this.waiting.length >= 2 * this.capacity) {
      this.waiting.splice(0, this.capacity);
    }
  }

  /** Counts those that wait among the drawn ones, as many as the chart keeps, and gives them as its columns. */
  draw() {
    const quotes = this.waiting;
    this.waiting = [];
    for (const quote of quotes) {
      this.drawn.push(quote);
    }
    this.drawn.splice(0, Math.max(0, this.drawn.length - this.capacity));
    return columns(quotes);
  }

  /** A quote by its index in the chart. */
  at(index) {
    return this.drawn[index];
  }
}

function columns(quotes) {
  const column = (value) => quotes.map(value);
  return {
    times: column(({ time }) => time),
    bid: column(({ bid_price: bid }) => bid),
    ask: column(({ ask_price: ask }) => ask),
    bidSize: column(({ bid_price: bid, bid_size: size }) => (bid === null ? null : size)),
    askSize: column(({ ask_price: ask, ask_size: size }) => (ask === null ? null : size)),
    locked: column((quote) => (isLocked(quote) ? 1 : 0)),
    crossed: column((quote) => (isCrossed(quote) ? 1 : 0)),
  };
}

function isLocked({ bid_price: bid, ask_price: ask }) {
  return bid !== null && bid === ask;
}

function isCrossed({ bid_price: bid, ask_price: ask }) {
  return bid !== null && ask !== null && bid !== ask && Number(bid) > Number(ask);
}
