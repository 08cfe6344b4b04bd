// A quote in words and digits: the one now, and the one under the cursor of the chart.
import { fill } from '../elements.js';
import { difference, grouped } from '../format.js';

/** Shows the quote now in the parts of an element. */
export function showNow(element, { bid_price: bid, ask_price: ask, bid_size, ask_size, time, seq_num }) {
  fill(element, {
    bid: bid === null ? 'none' : grouped(bid),
    ask: ask === null ? 'none' : grouped(ask),
    bidSize: grouped(bid_size),
    askSize: grouped(ask_size),
    spread: spreadOf(bid, ask),
    time,
    seqNum: seq_num,
  });
}

/** A quote in one line. */
export function lineOf({ bid_price: bid, ask_price: ask, bid_size, ask_size, time }) {
  return [time, `bid ${sideOf(bid, bid_size)}`, `ask ${sideOf(ask, ask_size)}`, `spread ${spreadOf(bid, ask)}`].join(' · ');
}

function sideOf(price, size) {
  return price === null ? 'none' : `${grouped(price)} × ${grouped(size)}`;
}

function spreadOf(bid, ask) {
  if (bid === null || ask === null) {
    return 'none';
  }
  const spread = difference(ask, bid);
  const state = bid === ask ? ' locked' : spread.startsWith('-') ? ' crossed' : '';
  return spread + state;
}
