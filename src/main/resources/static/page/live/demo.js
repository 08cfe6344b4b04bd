// The demo feed: starts it, changes its speed, stops it, and says how far it is.
import { call } from '../call.js';
import { grouped } from '../format.js';

const LOOK_MS = 1_000;
const ENDS = {
  idle: () => '',
  stopped: ({ messages }) => `Demo feed stopped after ${grouped(messages)} messages`,
  finished: ({ messages }) => `Demo feed came to its end after ${grouped(messages)} messages`,
  failed: ({ failure }) => `Demo feed failed: ${failure}`,
  running: ({ messages, most_messages: most }) => `Demo feed: ${grouped(messages)} of at most ${grouped(most)} messages`,
};

export class Demo {
  /**
   * @param form the controls
   * @param isConnected whether the service is there to be asked
   * @param onStart told when it plays because somebody here wanted it
   * @param onProblem told what went wrong; null when all is well
   */
  constructor(form, isConnected, onStart, onProblem) {
    Object.assign(this, { isConnected, onStart, onProblem });
    [this.text, this.speed, this.start, this.stop] = ['text', 'speed', 'start', 'stop'].map((name) => form.querySelector(`.demo-${name}`));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.play().then((played) => played && this.onStart());
    });
    this.speed.addEventListener('change', () => this.playing && this.play());
    this.stop.addEventListener('click', () => this.ask({ method: 'DELETE' }));
  }

  /** Looks now and then how it is. */
  open() {
    this.looking = setInterval(() => !document.hidden && this.isConnected() && this.look(), LOOK_MS);
  }

  close() {
    clearInterval(this.looking);
  }

  /** Starts it, or has it go at another speed. */
  play() {
    const body = JSON.stringify({ speed: this.speed.value });
    return this.ask({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  }

  /** Does something about it; answers whether that was possible. */
  async ask(options) {
    try {
      this.show(await call('demo', options));
      this.onProblem(null);
      return true;
    } catch (refusal) {
      this.onProblem(refusal.problem);
      return false;
    }
  }

  /** The connection tells it when the service is not there. */
  async look() {
    try {
      this.show(await call('demo'));
    } catch {
      this.text.textContent = '';
    }
  }

  show(demo) {
    this.text.textContent = ENDS[demo.state](demo);
    if (demo.state === 'running' && !this.playing) {
      this.speed.value = demo.speed;
    }
    this.playing = demo.state === 'running';
    this.start.hidden = this.playing;
    this.stop.hidden = !this.playing;
  }
}
