// The options of a conversion, and the line that explains what is chosen.

export class Options {
  constructor(fieldset) {
    this.fieldset = fieldset;
    for (const select of fieldset.querySelectorAll('select')) {
      select.addEventListener('change', () => this.explain(select));
      this.explain(select);
    }
  }

  explain(select) {
    document.getElementById(`${select.name}-hint`).textContent = select.selectedOptions[0].title;
  }

  /** What is chosen, as the query of a call. */
  query() {
    const chosen = [...this.fieldset.elements].map((each) => [each.name, each.value]);
    return new URLSearchParams(chosen).toString();
  }

  /** Chooses a value of an option. */
  choose(name, value) {
    const select = this.fieldset.elements[name];
    select.value = value;
    this.explain(select);
  }

  /** Whether all can be sent; shows what cannot. */
  areValid() {
    return [...this.fieldset.elements].every((each) => each.reportValidity());
  }
}
