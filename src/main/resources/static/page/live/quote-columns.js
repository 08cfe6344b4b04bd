// Quotes on their way to the chart: the columns that it takes. Bounded: beyond the capacity the oldest are not drawn any more anyway.
const NAMES = ['times', 'bid', 'ask', 'bidSize', 'askSize', 'locked', 'crossed'];

export class QuoteColumns {
  constructor(capacity) {
    this.capacity = capacity;
    this.columns = empty();
  }

  get length() {
    return this.columns.times.length;
  }

  add({ time, bid_price: bid, ask_price: ask, bid_size: bidSize, ask_size: askSize }) {
    const { columns } = this;
    const both = bid !== null && ask !== null;
    columns.times.push(time);
    columns.bid.push(bid);
    columns.ask.push(ask);
    columns.bidSize.push(bid === null ? null : bidSize);
    columns.askSize.push(ask === null ? null : askSize);
    columns.locked.push(both && bid === ask ? 1 : 0);
    columns.crossed.push(both && bid !== ask && Number(bid) > Number(ask) ? 1 : 0);
    this.forgetOldest();
  }

  /** Now and then, so that it costs little. */
  forgetOldest() {
    if (this.length >= 2 * this.capacity) {
      for (const each of NAMES) {
        this.columns[each].splice(0, this.capacity);
      }
    }
  }

  /** All that there is; then there is nothing. */
  take() {
    const taken = this.columns;
    this.columns = empty();
    return taken;
  }
}

function empty() {
  return Object.fromEntries(NAMES.map((name) => [name, []]));
}
