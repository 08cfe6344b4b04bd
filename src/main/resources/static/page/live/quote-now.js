// The quote now, in words and digits.
import { grouped } from '../format.js';
import { difference } from './exact.js';

export class QuoteNow {
  constructor(element) {
    this.fields = Object.fromEntries([...element.querySelectorAll('[data-field]')].map((each) => [each.dataset.field, each]));
  }

  show({ bid_price: bid, ask_price: ask, bid_size, ask_size, time, seq_num }) {
    this.set({
      bid: bid === null ? 'none' : grouped(bid),
      ask: ask === null ? 'none' : grouped(ask),
      bidSize: grouped(bid_size),
      askSize: grouped(ask_size),
      spread: spreadOf(bid, ask),
      time,
      seqNum: seq_num,
    });
  }

  set(texts) {
    for (const [name, text] of Object.entries(texts)) {
      this.fields[name].textContent = text;
    }
  }
}

function spreadOf(bid, ask) {
  if (bid === null || ask === null) {
    return 'none';
  }
  const spread = difference(ask, bid);
  return spread.startsWith('-') ? `${spread} crossed` : spread === '0.0' ? '0.0 locked' : spread;
}
