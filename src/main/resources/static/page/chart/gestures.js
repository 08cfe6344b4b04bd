// Mouse and keyboard on a chart. The wheel is the chart's once it was clicked, or with Ctrl; else it scrolls the page, as everywhere.

const ZOOM = 1.25;
const PAN = 0.2;

/** What a key does with a chart; Shift is part of the name. */
const KEYS = {
  ArrowLeft: (chart) => chart.moveCursor(-1),
  ArrowRight: (chart) => chart.moveCursor(1),
  'Shift+ArrowLeft': (chart) => chart.pan(-PAN),
  'Shift+ArrowRight': (chart) => chart.pan(PAN),
  '+': (chart) => chart.zoom(1 / ZOOM),
  '=': (chart) => chart.zoom(1 / ZOOM),
  '-': (chart) => chart.zoom(ZOOM),
  Home: (chart) => chart.cursorTo(0),
  End: (chart) => chart.cursorTo(Infinity),
  0: (chart) => chart.showWhole(),
};

export const KEYS_HELP =
  'Drag to zoom, Shift and drag to pan; click, then the wheel zooms, too. Keys: ← → next quote, Shift ← → pan, + − zoom, 0 whole.';

/** Lets an element's keys and wheel, and drags with Shift, move a chart. */
export function listen(element, chart) {
  element.addEventListener('keydown', (event) => onKey(event, chart));
  element.addEventListener('wheel', (event) => onWheel(event, element, chart), { passive: false });
  element.addEventListener('pointerdown', (event) => onPointerDown(event, element, chart));
}

function onKey(event, chart) {
  const shifted = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key;
  const act = KEYS[shifted];
  if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    act(chart);
  }
}

function onWheel(event, element, chart) {
  if (document.activeElement !== element && !event.ctrlKey) {
    return;
  }
  event.preventDefault();
  const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (sideways) {
    chart.pan(Math.sign(event.deltaX || event.deltaY) * PAN * 0.5);
  } else {
    chart.zoom(event.deltaY < 0 ? 1 / ZOOM : ZOOM, chart.placeOf(event.clientX));
  }
}

function onPointerDown(event, element, chart) {
  element.focus({ preventScroll: true });
  if (!event.shiftKey || event.button !== 0) {
    return;
  }
  let before = event.clientX;
  const move = (to) => {
    chart.panPixels(before - to.clientX);
    before = to.clientX;
  };
  element.setPointerCapture(event.pointerId);
  element.addEventListener('pointermove', move);
  element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), { once: true });
}
