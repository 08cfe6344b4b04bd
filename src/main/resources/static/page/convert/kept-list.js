// The conversions that the service runs and keeps, the newest first; looks again every second as long as one runs.
import { call } from '../call.js';
import { element } from '../elements.js';
import { counted, grouped } from '../format.js';
import { optionsText } from './report.js';

const LIMIT = 100;
const LOOK_AGAIN_MS = 1000;

export class KeptList {
  /** @param onList told the list each time it comes; @param onRemoved told the id of one that is gone */
  constructor(card, dialog, { onList, onRemoved }) {
    Object.assign(this, { card, dialog, onList, onRemoved });
    this.table = card.querySelector('table');
    this.body = card.querySelector('tbody');
    this.problem = card.querySelector('#kept-problem');
    this.isOpen = false;
    card.querySelector('#refresh').addEventListener('click', () => this.refresh());
  }

  open() {
    this.isOpen = true;
    this.refresh();
  }

  close() {
    this.isOpen = false;
    clearTimeout(this.next);
  }

  /** Marks the one that is shown above. */
  mark(id) {
    this.marked = id;
    for (const row of this.body.rows) {
      row.toggleAttribute('aria-current', row.dataset.id === id);
    }
  }

  async refresh() {
    clearTimeout(this.next);
    try {
      const { conversions, total } = await call(`conversions?limit=${LIMIT}`);
      this.problem.hidden = true;
      this.show(conversions, total);
      this.onList(conversions);
      this.lookAgain(conversions.some(({ state }) => state === 'running'));
    } catch (e) {
      this.fail(e);
    }
  }

  lookAgain(soon) {
    if (this.isOpen && soon) {
      this.next = setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
    }
  }

  fail(e) {
    this.problem.textContent = `The list cannot be shown: ${e.message}`;
    this.problem.hidden = false;
  }

  show(conversions, total) {
    this.showRows(conversions);
    this.table.hidden = conversions.length === 0;
    this.card.querySelector('#kept-empty').hidden = conversions.length > 0;
    const more = this.card.querySelector('#kept-more');
    more.hidden = Number(total) <= conversions.length;
    more.textContent = `The newest ${conversions.length} of ${counted(total, 'conversion')}.`;
    this.mark(this.marked);
  }

  /** Makes rows only where something is new, so that the focus stays where it is while others run. */
  showRows(conversions) {
    const before = new Map([...this.body.rows].map((row) => [row.dataset.id, row]));
    const rows = conversions.map((each) => this.row(each, before.get(each.id)));
    if (rows.length !== this.body.rows.length || rows.some((row, i) => row !== this.body.rows[i])) {
      this.body.replaceChildren(...rows);
    }
  }

  row(conversion, before) {
    const shown = `${conversion.state} ${conversion.bytes} ${conversion.rows}`;
    if (before?.dataset.shown === shown) {
      return before;
    }
    const cells = conversion.state === 'running' ? this.running(conversion) : this.finished(conversion);
    return element('tr', { dataset: { id: conversion.id, shown } }, ...cells);
  }

  running({ id, started, bytes, rows, options }) {
    return [
      cell('created', started),
      cell('rows', `${grouped(rows)} so far`, 'number'),
      cell('quotes', `${grouped(bytes)} bytes read`, 'number'),
      cell('rows/s', 'running', 'number'),
      cell('options', optionsText(options), 'muted'),
      cell('expires', ''),
      cell('', button('Cancel', `Cancel the conversion of ${started}`, () => this.remove(id)), 'actions'),
    ];
  }

  finished({ id, created, rows, quotes, rows_per_second: rate, options, expires }) {
    return [
      cell('created', element('a', { href: `#convert/${id}`, textContent: created })),
      cell('rows', grouped(rows), 'number'),
      cell('quotes', grouped(quotes), 'number'),
      cell('rows/s', grouped(rate), 'number'),
      cell('options', optionsText(options), 'muted'),
      cell('expires', expires),
      cell('', this.actions(id, created), 'actions'),
    ];
  }

  actions(id, created) {
    const download = element('a', { className: 'button small', textContent: 'Download', href: `api/v1/conversions/${id}/l1.csv`, download: '' });
    download.setAttribute('aria-label', `Download the level 1 of ${created}`);
    return element('span', { className: 'row' }, download, button('Delete', `Delete the conversion of ${created}`, () => this.confirm(id, created)));
  }

  confirm(id, created) {
    this.dialog.querySelector('[data-field="what"]').textContent = `Its report and its level 1 of ${created} are gone then.`;
    this.dialog.returnValue = '';
    this.dialog.onclose = () => this.dialog.returnValue === 'delete' && this.remove(id);
    this.dialog.showModal();
  }

  /** Removes a kept conversion or cancels a running one; one that is gone already is just as well. */
  async remove(id) {
    try {
      await call(`conversions/${id}`, { method: 'DELETE' });
      this.onRemoved(id);
    } catch (e) {
      this.fail(e);
    }
    await this.refresh();
  }
}

function cell(label, content, className = '') {
  return element('td', { className, dataset: { label } }, content);
}

function button(textContent, ariaLabel, act) {
  const made = element('button', { type: 'button', className: 'small', textContent, ariaLabel });
  made.addEventListener('click', act);
  return made;
}
