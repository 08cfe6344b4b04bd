// What went wrong: the service's own words, the place, and what to do about it.
import { element, fill } from '../elements.js';
import { grouped } from '../format.js';

const FACTS = ['line', 'column', 'expected', 'found', 'option', 'limit', 'setting'];
const AGAIN = ['too-busy', 'unreachable', 'body-timeout', 'body-broken-off', 'internal-error'];

/** What to do about a kind of problem. */
const ADVICE = {
  'unreadable-input': () => 'Correct this row and drop the file again, or leave out all rows that cannot be read: errors = skip.',
  'bad-option': () => 'Choose another value.',
  'limit-exceeded': ({ setting }) => `Split the file, or start the service with a higher ${setting ?? 'limit'}.`,
  'too-busy': () => 'Other conversions are under way. Try again in a moment.',
  'disk-full': () => 'Delete kept conversions that nobody needs, or give the data directory more room.',
  'unknown-conversion': () => 'Choose another one below, or convert the file again.',
  cancelled: () => 'Drop the file again to start anew.',
  'internal-error': () => 'Try again; if it stays so, look into the log of the service.',
};

export class ProblemCard {
  constructor(card, { onSkip, onRetry }) {
    this.card = card;
    this.facts = card.querySelector('dl');
    this.skip = card.querySelector('#skip-errors');
    this.retry = card.querySelector('#retry');
    this.skip.addEventListener('click', onSkip);
    this.retry.addEventListener('click', onRetry);
  }

  /** Fills the card; the buttons are for who still has the file. */
  show(problem, hasFile) {
    const kind = problem.type.split(':').at(-1);
    const advice = ADVICE[kind]?.(problem) ?? '';
    fill(this.card, { title: problem.title, detail: sentence(problem.detail), advice });
    this.facts.replaceChildren(...FACTS.filter((name) => name in problem).map((name) => fact(name, problem[name])));
    this.facts.hidden = this.facts.childElementCount === 0;
    this.skip.hidden = !(hasFile && kind === 'unreadable-input' && !isOfHeader(problem));
    this.retry.hidden = !(hasFile && AGAIN.includes(kind));
  }
}

/** Without a column the whole line is meant; the first line is the header, and without that no row can be read. */
function isOfHeader({ line, column }) {
  return line === '1' && column === undefined;
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fact(name, value) {
  const shown = name === 'line' ? grouped(value) : value;
  return element('div', {}, element('dt', { textContent: name }), element('dd', { className: 'code', textContent: shown }));
}
