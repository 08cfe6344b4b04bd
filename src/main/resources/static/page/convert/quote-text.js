// The quote under the cursor, as text: exact, since it is the service's own text.
import { element } from '../elements.js';
import { counted, difference, grouped } from '../format.js';

/** The parts of a point's text; without one, what to do to see it. */
export function quoteText(answer, index) {
  if (index === null) {
    return [element('span', { className: 'muted', textContent: summary(answer) })];
  }
  const at = (line) => answer[line].last[index];
  const [bid, ask] = [at('bid_price'), at('ask_price')];
  return [
    part('time', '', answer.time[index]),
    part('bid', 'bid', bid === null ? 'none' : `${bid} × ${grouped(at('bid_size'))}`),
    part('ask', 'ask', ask === null ? 'none' : `${ask} × ${grouped(at('ask_size'))}`),
    part('spread', '', spread(bid, ask)),
    ...(answer.exact ? [] : [part('range', '', range(answer, index))]),
  ];
}

function summary({ rows, exact, time }) {
  const what = exact ? 'each drawn' : `drawn as ${counted(time.length, 'point')}, each with its lowest and highest`;
  return `${counted(rows, 'quote')}, ${what}. Move over the chart, or use ← → on it, to read a quote.`;
}

function spread(bid, ask) {
  if (bid === null || ask === null) {
    return 'none';
  }
  const text = difference(ask, bid);
  const state = text.startsWith('-') ? ' crossed' : Number(text) === 0 ? ' locked' : '';
  return text + state;
}

function range({ bid_price: bid, ask_price: ask }, index) {
  const text = (line) => (line.low[index] === null ? 'none' : `${line.low[index]} to ${line.high[index]}`);
  return `bid ${text(bid)}, ask ${text(ask)} in this point`;
}

function part(name, className, textContent) {
  return element('span', { className: 'cursor-part' }, element('span', { className: 'muted', textContent: name }), ' ', element('span', { className, textContent }));
}
