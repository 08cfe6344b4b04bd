// The live view: all books with their quotes now, or one book; and the demo feed for who has none.
import { BookView } from './book-view.js';
import { BooksView } from './books-view.js';
import { showConnection } from './connection.js';
import { Demo } from './demo.js';

const TITLE = 'Live books';
const DEMO = '#live/DEMO';

export class LiveView {
  constructor(section) {
    this.section = section;
    const told = (state, details) => this.told(state, details);
    this.books = new BooksView(this.find('.books'), told);
    this.book = new BookView(this.find('.book'), told, (counts) => Object.assign(section.dataset, counts));
    this.demo = new Demo(
      this.find('.demo'),
      () => this.shown?.client.isConnected,
      () => (location.hash = DEMO),
      (problem) => this.showProblem(problem),
    );
  }

  find(selector) {
    return this.section.querySelector(selector);
  }

  /** Shows all books, or the one of a symbol; the star, which stands for all in a subscription, is no book. */
  open(what) {
    const symbol = what === '*' ? '' : what;
    this.close();
    this.section.dataset.symbol = symbol;
    this.find('h1').textContent = symbol === '' ? TITLE : symbol;
    this.find('.all-books').hidden = symbol === '';
    document.title = `${symbol === '' ? TITLE : symbol} · Touchline`;
    this.shown = symbol === '' ? this.books : this.book;
    this.shown.open(symbol);
    this.demo.open();
  }

  /** Another view is shown. */
  close() {
    this.shown?.close();
    this.shown = null;
    this.demo.close();
    this.showProblem(null);
    for (const each of Object.keys(this.section.dataset)) {
      delete this.section.dataset[each];
    }
  }

  told(state, details) {
    this.section.dataset.state = state;
    showConnection(this.find('.connection'), state, details);
    if (state !== 'connecting') {
      this.find('.live-away').hidden = details.opened !== false;
    }
    if (state === 'live' || details.opened === false) {
      this.demo.look(); // One whom the service did not let in is led to the login form by any call.
    }
  }

  showProblem(problem) {
    const notice = this.find('.live-problem');
    notice.hidden = problem === null;
    notice.textContent = problem === null ? '' : `${problem.title}: ${problem.detail}`;
  }
}
