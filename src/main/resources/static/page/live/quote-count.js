// Counts the quotes of one book by their n: each is new, or stands for some before it, or comes again; what is in no quote is missed.

export class QuoteCount {
  constructor() {
    this.restart();
    this.received = 0;
    this.merged = 0;
    this.missed = 0;
  }

  /** The book's numbers begin anew. */
  restart() {
    this.last = null;
  }

  /** The number of the next quote; null when any may be the first. */
  get next() {
    return this.last === null ? null : this.last + 1;
  }

  /** Counts a quote; answers whether it is a new one. */
  take(quote) {
    const n = Number(quote.n);
    if (this.last !== null && n <= this.last) {
      return false;
    }
    this.countBetween(n, Number(quote.merged ?? 0));
    this.received++;
    this.last = n;
    return true;
  }

  countBetween(n, merged) {
    if (this.last !== null) {
      const between = n - this.last - 1;
      this.merged += Math.min(between, merged);
      this.missed += Math.max(0, between - merged);
    }
  }
}
