// The live view: the books with their quote now, and one book.

export class LiveView {
  constructor(section) {
    this.section = section;
  }

  /** Shows all books, or the one of a symbol. */
  open(symbol) {
    this.section.dataset.symbol = symbol;
  }

  /** Another view is shown. */
  close() {
    delete this.section.dataset.symbol;
  }
}
