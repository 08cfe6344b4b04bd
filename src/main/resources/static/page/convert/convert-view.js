// The convert view: a file in, its report and picture out.

export class ConvertView {
  constructor(section) {
    this.section = section;
  }

  /** Shows the way in, or the kept conversion of an id. */
  open(id) {
    this.section.dataset.id = id;
  }

  /** Another view is shown. */
  close() {
    delete this.section.dataset.id;
  }
}
