// Which view is shown: #convert, #convert/ID, #live or #live/SYMBOL. A view opens with what stands behind the slash and closes when another comes.
import { ConvertView } from './convert/convert-view.js';
import { LiveView } from './live/live-view.js';

const VIEWS = {
  convert: new ConvertView(document.getElementById('convert')),
  live: new LiveView(document.getElementById('live')),
};
const FIRST = 'convert';

let shown = null;

/** The view's name and the text behind it, decoded; a hash that nobody can read is that of the first view. */
function route() {
  const [name, ...rest] = location.hash.slice(1).split('/');
  try {
    return name in VIEWS ? { name, what: decodeURIComponent(rest.join('/')) } : { name: FIRST, what: '' };
  } catch {
    return { name: FIRST, what: '' };
  }
}

function show() {
  const { name, what } = route();
  if (shown !== name && shown !== null) {
    VIEWS[shown].close();
  }
  shown = name;
  for (const each of Object.keys(VIEWS)) {
    document.getElementById(each).hidden = each !== name;
  }
  markLink(name);
  VIEWS[name].open(what);
}

function markLink(name) {
  for (const link of document.querySelectorAll('.views a')) {
    if (link.hash === `#${name}`) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.title = name === 'live' ? 'Live books · Touchline' : 'Convert · Touchline';
}

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});
addEventListener('hashchange', show);
show();
