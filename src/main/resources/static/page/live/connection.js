// Says how the connection is, in words: to everybody by text, and by colour.

const TEXTS = {
  connecting: () => 'Connecting',
  live: () => 'Live',
  lagging: () => 'Lagging: quotes come merged, since this page reads too slowly',
  closed: ({ code, reason, seconds }) => `Closed ${code}: ${reason}. Again in ${seconds} s`,
};

/** Shows a state in an element. */
export function showConnection(element, state, details) {
  element.dataset.state = state;
  element.textContent = TEXTS[state](details);
}
