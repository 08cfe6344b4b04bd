// What became of a book's messages: each counter in all, and how much it rose since the last look.
import { grouped } from '../format.js';

const NAMES = {
  messages: 'received',
  applied: 'applied',
  refused: 'refused',
  duplicate_row: 'duplicate row',
  late_packet: 'late packet',
  late_row: 'late row',
  held: 'held',
  duplicate_add: 'duplicate add',
  unknown_update: 'unknown update',
  unknown_delete: 'unknown delete',
  unknown_trade: 'unknown trade',
  overfill: 'overfill',
};

export class MessageCounts {
  constructor(body) {
    this.rows = Object.entries(NAMES).map(([name, label]) => ({ name, ...row(body, label) }));
    this.clear();
  }

  /** Shows the counters of a book. */
  show({ messages, counters }) {
    const counts = { messages, ...counters };
    for (const { name, all, rise } of this.rows) {
      all.textContent = grouped(counts[name]);
      rise.textContent = this.before === null ? '' : grouped(Number(counts[name]) - Number(this.before[name]));
    }
    this.before = counts;
  }

  clear() {
    this.before = null;
    for (const { all, rise } of this.rows) {
      all.textContent = rise.textContent = '';
    }
  }
}

function row(body, label) {
  const tr = body.insertRow();
  tr.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: label }));
  const [all, rise] = [tr.insertCell(), tr.insertCell()];
  all.className = rise.className = 'number';
  return { all, rise };
}
