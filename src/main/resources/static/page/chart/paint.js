// What a chart draws behind its lines: the spread, the extremes of each point, and stretches of locked and crossed books.

const STRIP = 6;

/** The colours of the theme as a canvas takes them; `names` are those of custom properties. */
export function colours(element, names) {
  const probe = element.appendChild(document.createElement('span'));
  const found = {};
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** Draws inside of a plot's area alone. */
export function clipped(plot, draw) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Shades what is between bid and ask as long as each quote holds; a crossed one has its own colour. */
export function paintSpread(plot, quotes, theme) {
  clipped(plot, (ctx) => {
    eachHeld(plot, quotes, (i, left, width) => {
      if (quotes.bid[i] === null || quotes.ask[i] === null) {
        return;
      }
      const bid = plot.valToPos(quotes.bid[i], 'y', true);
      const ask = plot.valToPos(quotes.ask[i], 'y', true);
      ctx.globalAlpha = bid < ask ? 0.4 : 0.16;
      ctx.fillStyle = bid < ask ? theme.crossed : theme.spread;
      ctx.fillRect(left, Math.min(bid, ask), width, Math.abs(bid - ask));
    });
  });
}

/** Draws from the lowest to the highest value of each point, where a point stands for many quotes. */
export function paintExtremes(plot, quotes, line, sign, colour) {
  if (!(line in quotes.extremes)) {
    return;
  }
  clipped(plot, (ctx) => {
    ctx.globalAlpha = 0.45;
    ctx.fillStyle = colour;
    eachHeld(plot, quotes, (i, left) => {
      if (quotes.highOf(line, i) !== null) {
        const top = plot.valToPos(sign * quotes.highOf(line, i), 'y', true);
        const bottom = plot.valToPos(sign * quotes.lowOf(line, i), 'y', true);
        ctx.fillRect(left - devicePixelRatio / 2, Math.min(top, bottom), devicePixelRatio, Math.abs(bottom - top));
      }
    });
  });
}

/** Marks locked and crossed stretches: a strip at the edge, crossed at the top and locked at the bottom, and a tint between. */
export function paintStretches(plot, quotes, theme) {
  const { top, height } = plot.bbox;
  const strip = STRIP * devicePixelRatio;
  clipped(plot, (ctx) => {
    for (const [mark, stripTop] of [['locked', top + height - strip], ['crossed', top]]) {
      ctx.fillStyle = theme[mark];
      for (const [from, to] of stretches(plot, quotes, mark)) {
        ctx.globalAlpha = 0.16;
        ctx.fillRect(from, top, to - from, height);
        ctx.globalAlpha = 1;
        ctx.fillRect(from, stripTop, to - from, strip);
      }
    }
  });
}

/** Visits each visible quote with the place and width of the time for which it holds, in whole pixels, so that neighbours leave no seam. */
function eachHeld(plot, quotes, visit) {
  const { min, max } = plot.scales.x;
  for (let i = Math.max(0, quotes.indexAt(min)); i < quotes.length && quotes.x[i] <= max; i++) {
    const left = Math.round(plot.valToPos(quotes.x[i], 'x', true));
    const right = Math.round(plot.valToPos(quotes.x[i + 1] ?? max, 'x', true));
    visit(i, left, right - left);
  }
}

/** The stretches of a mark, in pixels: as long as a marked quote holds, and at each point of which some quote was marked. */
function stretches(plot, quotes, mark) {
  const reduced = 'bid' in quotes.extremes;
  const found = [];
  eachHeld(plot, quotes, (i, left, width) => {
    if (holds(quotes, mark, i)) {
      join(found, left, left + Math.max(width, devicePixelRatio));
    } else if (reduced && quotes[mark][i] > 0) {
      join(found, left - devicePixelRatio, left + devicePixelRatio);
    }
  });
  return found;
}

/** Adds a stretch, or makes the last one longer when they touch. */
function join(found, from, to) {
  const last = found.at(-1);
  if (last !== undefined && from <= last[1]) {
    last[1] = Math.max(last[1], to);
  } else {
    found.push([from, to]);
  }
}

function holds(quotes, mark, i) {
  const bid = quotes.bid[i];
  const ask = quotes.ask[i];
  return quotes[mark][i] > 0 && bid !== null && ask !== null && (mark === 'locked' ? bid === ask : bid > ask);
}
