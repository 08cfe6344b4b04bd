// The two plots of a chart, by uPlot: prices above, sizes below, with one axis of time. Bid sizes rise from the middle line, ask sizes hang from it.
import { grouped } from '../format.js';
import { paintExtremes, paintSpread, paintStretches } from './paint.js';
import { STEPS } from './timeline.js';

const { uPlot } = globalThis;
const FONT = '12px system-ui, sans-serif';
const CHARACTER = 7.2;
const TIME_SPACE = 92;
const RIGHT = 12;
const TIME = { time: false, range: (plot, from, to) => [from, to] };

/** The plot of prices. `chart` says what is shown: quotes, theme, view, axisWidth. */
export function pricePlot(element, chart) {
  return new uPlot(
    {
      ...common(element, chart),
      scales: { x: TIME, y: { range: () => padded(chart.quotes.span(['bid', 'ask'], chart.view), 0.06) } },
      axes: [timeAxis(chart, false), valueAxis(chart, (value, step) => value.toFixed(decimals(step)))],
      series: [{}, stepped(chart, 'bid'), stepped(chart, 'ask')],
      hooks: hooks(chart, (plot) => {
        paintStretches(plot, chart.quotes, chart.theme);
        paintSpread(plot, chart.quotes, chart.theme);
        paintExtremes(plot, chart.quotes, 'bid', 1, chart.theme.bid);
        paintExtremes(plot, chart.quotes, 'ask', 1, chart.theme.ask);
      }),
    },
    [[], [], []],
    element,
  );
}

/** The plot of sizes. */
export function sizePlot(element, chart) {
  return new uPlot(
    {
      ...common(element, chart),
      scales: { x: TIME, y: { range: () => sizeRange(chart) } },
      axes: [timeAxis(chart, true), valueAxis(chart, (value, step) => grouped(Math.abs(value).toFixed(decimals(step))))],
      series: [{}, filled(chart, 'bid'), filled(chart, 'ask')],
      hooks: hooks(chart, (plot) => {
        paintExtremes(plot, chart.quotes, 'bidSize', 1, chart.theme.bid);
        paintExtremes(plot, chart.quotes, 'askSize', -1, chart.theme.ask);
      }),
    },
    [[], [], []],
    element,
  );
}

/** How wide the axis of values must be for the longest of some texts. */
export function widthFor(texts) {
  return Math.ceil(18 + CHARACTER * Math.max(4, ...texts.map((text) => text.length)));
}

function common(element, chart) {
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    legend: { show: false },
    padding: [8, RIGHT, 0, 0],
    cursor: {
      sync: { key: chart.key, scales: ['x', null] },
      drag: { x: true, y: false, setScale: false, dist: 4 },
      bind: { mousedown: unlessShifted, dblclick: () => () => chart.showWhole() },
      dataIdx: (plot, series, nearest, x) => chart.indexUnder(x),
      points: { size: 7 },
      y: false,
    },
  };
}

/** With Shift the mouse pans, and selects nothing. */
function unlessShifted(plot, element, handle) {
  return (event) => {
    if (!event.shiftKey) {
      handle(event);
    }
  };
}

function hooks(chart, paint) {
  return {
    drawAxes: [paint],
    setSelect: [(plot) => select(plot, chart)],
    setCursor: [() => chart.cursorMoved()],
  };
}

function select(plot, chart) {
  const { left, width } = plot.select;
  if (width > 0) {
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    chart.zoomTo(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  }
}

function timeAxis(chart, labelled) {
  return {
    stroke: () => chart.theme.muted,
    grid: { stroke: () => chart.theme.line, width: 1 },
    ticks: { show: false },
    font: FONT,
    size: labelled ? 28 : 8,
    space: TIME_SPACE,
    incrs: STEPS,
    values: (plot, places, axis, space, step) =>
      labelled ? chart.timeLabels(places, step).map((label, i) => uncut(plot, chart, places[i], label)) : places.map(() => ''),
  };
}

/** A label that would reach beyond the right end is left out. */
function uncut(plot, chart, place, label) {
  const [from, to] = chart.view;
  const toTheEnd = ((to - place) / (to - from)) * (plot.width - chart.axisWidth - RIGHT);
  return toTheEnd + RIGHT < (label.length * CHARACTER) / 2 ? '' : label;
}

function valueAxis(chart, text) {
  return {
    stroke: () => chart.theme.muted,
    grid: { stroke: () => chart.theme.line, width: 1 },
    ticks: { show: false },
    font: FONT,
    size: () => chart.axisWidth,
    space: 26,
    values: (plot, places, axis, space, step) => places.map((place) => text(place, step)),
  };
}

function stepped(chart, side) {
  return {
    stroke: () => chart.theme[side],
    width: 1.75,
    paths: uPlot.paths.stepped({ align: 1 }),
    points: { show: () => chart.hasFewPoints(), size: 5 },
  };
}

function filled(chart, side) {
  return { ...stepped(chart, side), width: 1.25, fill: () => chart.theme[`${side}Fill`], points: { show: false } };
}

function sizeRange(chart) {
  const bid = chart.quotes.span(['bidSize'], chart.view)?.[1] ?? 0;
  const ask = chart.quotes.span(['askSize'], chart.view)?.[1] ?? 0;
  return bid + ask === 0 ? [-1, 1] : [-1.08 * ask, 1.08 * bid];
}

/** A range with some room at both ends; some room around a single value. */
function padded(span, share) {
  if (span === null) {
    return [0, 1];
  }
  const [low, high] = span;
  const room = high > low ? (high - low) * share : Math.max(Math.abs(high) * 0.001, 0.01);
  return [low - room, high + room];
}

/** How many fraction digits a step between two labels has. */
function decimals(step) {
  return Math.min(9, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}
