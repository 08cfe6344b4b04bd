// The report of a finished conversion: every number as the service wrote it.
import { element, fill } from '../elements.js';
import { counted, grouped, percent } from '../format.js';

/** The counters in their order, and what each counts. */
const COUNTERS = {
  applied: 'rows that went through the book',
  skipped: 'rows that could not be read, left out',
  duplicate_row: 'rows that their packet already held, dropped',
  late_row: 'rows of packets that came after a higher one was applied, dropped',
  late_packet: 'those packets',
  duplicate_add: 'ADD of an order that rests already: replaced',
  unknown_update: 'UPDATE of an order that does not rest: added',
  unknown_delete: 'DELETE of an order that does not rest: nothing',
  unknown_trade: 'TRADE with an order that does not rest, as every aggressor: nothing',
  overfill: 'TRADE of more than remained: the order went',
};
const NORMAL = ['applied'];

export class ReportCard {
  constructor(article) {
    this.article = article;
    this.download = article.querySelector('#download');
  }

  /** Fills the article; `name` is that of the file, where it is known. */
  show(report, name) {
    fill(this.article, { title: name ?? `Conversion of ${report.created}`, ...numbers(report), ...details(report) });
    this.download.href = `api/v1/conversions/${report.id}/l1.csv`;
    this.showCounters(report.counters);
    this.showSkipped(report);
    this.showLate(report);
  }

  showCounters(counters) {
    const rows = Object.entries(COUNTERS).map(([name, meaning]) => {
      const odd = counters[name] !== '0' && !NORMAL.includes(name);
      return row([name, 'code'], [grouped(counters[name]), odd ? 'number odd' : 'number'], [meaning, 'muted']);
    });
    this.article.querySelector('#counters tbody').replaceChildren(...rows);
  }

  showSkipped({ skipped_rows: skipped, counters }) {
    const card = this.article.querySelector('#skipped');
    card.hidden = skipped.length === 0;
    fill(card, { skipped_caption: caption(skipped.length, counters.skipped, 'skipped row') });
    const rows = skipped.map(({ line, column, expected, found }) =>
      row([grouped(line), 'number'], [column ?? 'whole row', 'code'], [expected, ''], [found, 'code']),
    );
    card.querySelector('tbody').replaceChildren(...rows);
  }

  showLate({ late_packets: late, counters }) {
    const card = this.article.querySelector('#late');
    card.hidden = late.length === 0;
    fill(card, { late_caption: caption(late.length, counters.late_packet, 'late packet') });
    const rows = late.map(({ line, seq_num: seqNum, symbol }) =>
      row([grouped(line), 'number'], [seqNum, 'number'], [symbol ?? '', '']),
    );
    card.querySelector('tbody').replaceChildren(...rows);
  }
}

/** Options as one line: "emit change · sides any". */
export function optionsText(options) {
  return Object.entries(options)
    .map(([name, value]) => `${name} ${name === 'window' ? grouped(value) : value}`)
    .join(' · ');
}

function numbers(report) {
  const counts = ['rows', 'rows_per_second', 'seconds', 'packets', 'quotes', 'bytes'];
  return {
    ...Object.fromEntries(counts.map((name) => [name, grouped(report[name])])),
    bids: range(report.lowest_bid, report.highest_bid),
    asks: range(report.lowest_ask, report.highest_ask),
    locked_share: percent(report.locked_share),
    crossed_share: percent(report.crossed_share),
  };
}

function details(report) {
  return {
    first: place(report.first_time, report.first_seq_num),
    last: place(report.last_time, report.last_seq_num),
    options: optionsText(report.options),
    expires: report.expires,
    input_sha256: report.input_sha256,
    output_sha256: report.output_sha256,
  };
}

function range(low, high) {
  return low === null ? 'none' : `${low} to ${high}`;
}

function place(time, seqNum) {
  return time === null ? 'none' : `${time}, seq_num ${seqNum}`;
}

function caption(listed, total, noun) {
  return String(listed) === total ? counted(total, noun) : `The first ${listed} of ${counted(total, noun)}`;
}

function row(...cells) {
  return element('tr', {}, ...cells.map(([textContent, className]) => element('td', { textContent, className })));
}
