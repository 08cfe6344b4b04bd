// A client of /ws/l1 that never gives up: after a cut it comes again, and with `from` it goes on where it stopped, without a hole or a repeat.
import { exactJson } from '../format.js';

const SILENCE_MS = 15_000; // The service sends a heartbeat every 5 s.
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const FIRST_LAG_MS = 5_000;
const LONGEST_LAG_MS = 20_000;

/**
 * States: `connecting`; `live`; `lagging`, when quotes come merged though all were asked for; `closed`, with code, reason, when it comes again, and whether it
 * was open before; `ended`.
 */
export class QuoteClient {
  /**
   * @param request what is subscribed to: symbols, delivery, every
   * @param next answers the number of the next quote; null for the quote now
   * @param on what is told: `quote`, `state` with its details, `forgotten` with a symbol, `restarted` when numbers begin anew
   */
  constructor(request, next, on) {
    Object.assign(this, { request, next, on });
    this.wait = FIRST_WAIT_MS;
    this.lag = FIRST_LAG_MS;
    this.reconnects = 0;
    this.isCut = false;
    this.frames = {
      quote: (frame) => this.on.quote(frame),
      subscribed: (frame) => this.subscribed(frame),
      lagging: () => this.lagging(),
      too_old: (frame) => this.tooOld(frame),
      forgotten: (frame) => this.on.forgotten(frame.symbol),
    };
    this.comeAgain = () => this.state === 'closed' && this.open();
    addEventListener('online', this.comeAgain);
    this.open();
  }

  /** Whether quotes come. */
  get isConnected() {
    return this.state === 'live' || this.state === 'lagging';
  }

  open() {
    this.opened = false;
    clearTimeout(this.waiting);
    this.tell('connecting');
    const socket = new WebSocket(new URL('ws/l1', document.baseURI).href.replace(/^http/, 'ws'));
    this.socket = socket;
    this.watch = setInterval(() => this.endSilence(), 1_000);
    this.heard = Date.now();
    socket.onopen = () => this.greet();
    socket.onmessage = ({ data }) => this.receive(data);
    socket.onclose = ({ code, reason }) => this.cut(code, reason);
  }

  /** Ends for good. */
  close() {
    removeEventListener('online', this.comeAgain);
    this.leave(1000, 'another view is shown');
    clearTimeout(this.waiting);
    this.state = 'ended';
  }

  /** Lets the socket go: nothing that it still says is heard. */
  leave(code, reason) {
    clearInterval(this.watch);
    clearTimeout(this.catchingUp);
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
    this.socket.close(code, reason);
  }

  greet() {
    this.opened = true;
    this.subscribe();
  }

  /** Asks for the quotes from a number on; null for the quote now. */
  subscribe(next = this.next()) {
    const from = next === null ? {} : { from: next };
    this.socket.send(JSON.stringify({ op: 'subscribe', id: 1, ...this.request, ...from }));
  }

  receive(text) {
    this.heard = Date.now();
    const frame = exactJson(text);
    this.frames[frame.type]?.(frame);
  }

  subscribed({ errors }) {
    if (errors.length > 0) {
      this.end(1000, `refused: ${errors[0].detail}`);
      return;
    }
    this.wait = FIRST_WAIT_MS;
    this.reconnects += this.isCut ? 1 : 0;
    this.isCut = false;
    this.tell('live');
  }

  /** From here on quotes come merged; after some time it is tried to have every quote again, each time later. */
  lagging() {
    this.tell('lagging');
    clearTimeout(this.catchingUp);
    this.catchingUp = setTimeout(() => this.subscribe(), this.lag);
    this.lag = Math.min(2 * this.lag, LONGEST_LAG_MS);
  }

  /** What was to come next is not at hand any more, or never was: the numbers began anew. */
  tooOld({ oldest }) {
    if (Number(oldest) <= this.next()) {
      this.on.restarted();
    }
    this.subscribe(null);
  }

  endSilence() {
    if (Date.now() - this.heard > SILENCE_MS) {
      this.end(1006, 'nothing came for 15 s');
    }
  }

  end(code, reason) {
    this.leave(4000, 'comes again');
    this.cut(code, reason);
  }

  cut(code, reason) {
    clearInterval(this.watch);
    clearTimeout(this.catchingUp);
    const wait = this.wait;
    this.wait = Math.min(2 * this.wait, LONGEST_WAIT_MS);
    this.isCut = true;
    this.waiting = setTimeout(() => this.open(), wait);
    this.tell('closed', { code, reason: reason || reasonOf(code), seconds: wait / 1000, opened: this.opened });
  }

  tell(state, details = {}) {
    this.state = state;
    this.on.state(state, details);
  }
}

/** In words, where the service had no time to give a reason. */
function reasonOf(code) {
  return code === 1006 ? 'the connection broke, or the service does not run' : 'no reason given';
}
