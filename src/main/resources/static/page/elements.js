// Making and filling elements. Texts are set as texts, never as markup.

/** A new element with properties; children are elements or texts. */
export function element(name, properties = {}, ...children) {
  const { dataset = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(name), rest);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

/** Sets the texts of the parts of an element that are marked `data-field`. */
export function fill(root, texts) {
  for (const [name, text] of Object.entries(texts)) {
    for (const part of root.querySelectorAll(`[data-field="${name}"]`)) {
      part.textContent = text;
    }
  }
}

/** Shows one of some elements and hides the others. */
export function showOnly(elements, shown) {
  for (const each of elements) {
    each.hidden = each !== shown;
  }
}
