// The elements around a chart's plots: what time is shown, buttons, legend, and the help for keys.

const BUTTONS = [
  ['←', 'Earlier', (chart) => chart.pan(-0.4)],
  ['→', 'Later', (chart) => chart.pan(0.4)],
  ['+', 'Zoom in', (chart) => chart.zoom(0.5)],
  ['−', 'Zoom out', (chart) => chart.zoom(2)],
  ['Whole', 'Show the whole time', (chart) => chart.showWhole()],
];
const LEGEND = ['bid', 'ask', 'spread', 'locked', 'crossed'];

let frames = 0;

/** Builds the elements of a chart in another one. */
export function frame(element, chart, help) {
  const id = `chart-help-${++frames}`;
  const root = add(element, 'div', 'quote-chart');
  const bar = add(root, 'div', 'chart-bar');
  const range = add(bar, 'p', 'chart-range');
  const [from, to] = [add(range, 'span', ''), add(range, 'span', '')];
  addButtons(bar, chart);
  addLegend(root);
  const plots = add(root, 'div', 'chart-plots', { tabIndex: 0, role: 'group', ariaLabel: 'Chart of bid, ask and sizes' });
  plots.setAttribute('aria-describedby', id);
  const prices = add(plots, 'div', 'chart-prices');
  const sizes = add(plots, 'div', 'chart-sizes');
  add(root, 'p', 'chart-help muted', { id, textContent: help });
  return { root, plots, prices, sizes, showRange: (first, last) => setTexts(from, first, to, last) };
}

function setTexts(from, first, to, last) {
  from.textContent = first;
  to.textContent = last;
}

function addButtons(bar, chart) {
  const group = add(bar, 'div', 'chart-buttons', { role: 'group', ariaLabel: 'Zoom and pan' });
  for (const [text, label, act] of BUTTONS) {
    const button = add(group, 'button', 'small', { type: 'button', textContent: text, ariaLabel: label, title: label });
    button.addEventListener('click', () => act(chart));
  }
}

function addLegend(root) {
  const list = add(root, 'ul', 'chart-legend');
  for (const each of LEGEND) {
    add(list, 'li', `legend-${each}`, { textContent: each });
  }
}

function add(parent, name, className, properties = {}) {
  const element = Object.assign(document.createElement(name), { className, ...properties });
  parent.append(element);
  return element;
}
