// The quote under the cursor, as text: exact, since it is the service's own text.
import { counted, difference, grouped } from '../format.js';

/** The texts of a point of an answer; `low_high` are those of all quotes that the point stands for. */
export function quoteText(answer, index) {
  const at = (line) => answer[line].last[index];
  const [bid, ask] = [at('bid_price'), at('ask_price')];
  return {
    time: answer.time[index],
    bid: bid === null ? 'none' : `${bid} × ${grouped(at('bid_size'))}`,
    ask: ask === null ? 'none' : `${ask} × ${grouped(at('ask_size'))}`,
    spread: spread(bid, ask),
    bid_range: range(answer.bid_price, index),
    ask_range: range(answer.ask_price, index),
  };
}

/** How many quotes are drawn, and how. */
export function summary({ rows, exact, time }) {
  const points = `${counted(time.length, 'point')}, each with the lowest and highest of its quotes; zoom in to see every one`;
  return `${counted(rows, 'quote')}, drawn ${exact ? 'one by one' : `as ${points}`}.`;
}

function spread(bid, ask) {
  if (bid === null || ask === null) {
    return 'none';
  }
  const text = difference(ask, bid);
  const state = text.startsWith('-') ? ' crossed' : Number(text) === 0 ? ' locked' : '';
  return text + state;
}

function range({ low, high }, index) {
  return low[index] === null ? 'none' : `${low[index]} to ${high[index]}`;
}
