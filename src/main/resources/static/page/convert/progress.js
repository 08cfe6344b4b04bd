// How far a conversion is: bytes sent, as the browser knows, and rows read, as the service tells.
import { fill } from '../elements.js';
import { grouped } from '../format.js';

const MILLIS = 1000;

export class Progress {
  constructor(card) {
    this.card = card;
    this.bar = card.querySelector('progress');
  }

  /** Begins with a file of so many bytes. */
  start(name, total) {
    this.total = total;
    this.started = performance.now();
    this.bar.value = 0;
    fill(this.card, { title: `Converting ${name}`, rows: '0', rowRate: '0' });
    this.sent(0);
  }

  /** So many bytes are sent. */
  sent(bytes) {
    this.bar.value = this.total === 0 ? 1 : bytes / this.total;
    fill(this.card, {
      bytes: `${grouped(bytes)} of ${grouped(this.total)}`,
      byteRate: grouped(this.perSecond(bytes)),
    });
  }

  /** The service has read so many rows. */
  read(rows) {
    fill(this.card, { rows: grouped(rows), rowRate: grouped(this.perSecond(Number(rows))) });
  }

  perSecond(count) {
    const seconds = (performance.now() - this.started) / MILLIS;
    return seconds < 0.05 ? 0 : Math.round(count / seconds);
  }
}
