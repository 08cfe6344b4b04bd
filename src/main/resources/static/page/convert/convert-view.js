// The convert view: a file in; how far it is; then its report and picture, or what is wrong with it. Kept conversions open by #convert/ID.
import { call, logIn, Refusal } from '../call.js';
import { fill, showOnly } from '../elements.js';
import { counted } from '../format.js';
import { takeFiles } from './drop-zone.js';
import { KeptList } from './kept-list.js';
import { Options } from './options.js';
import { ProblemCard } from './problem.js';
import { Progress } from './progress.js';
import { ReportCard } from './report.js';
import { ResultChart } from './result-chart.js';
import { Upload } from './upload.js';

const SAMPLE = 'l3-sample.csv';
const LOOK_MS = 500;
const CARDS = ['convert-empty', 'progress', 'problem', 'report'];

const byId = (id) => document.getElementById(id);

export class ConvertView {
  constructor(section) {
    this.cards = Object.fromEntries(CARDS.map((id) => [id, byId(id)]));
    this.options = new Options(byId('options'));
    this.progress = new Progress(this.cards.progress);
    this.problem = new ProblemCard(this.cards.problem, { onSkip: () => this.skipErrors(), onRetry: () => this.again() });
    this.report = new ReportCard(this.cards.report);
    this.chart = new ResultChart({ place: byId('quotes'), none: byId('no-quotes'), cursor: byId('cursor'), choice: byId('symbol-choice') });
    this.kept = new KeptList(byId('kept'), byId('confirm'), { onList: (list) => this.follow(list), onRemoved: (id) => this.removed(id) });
    this.names = new Map();
    this.reports = new Map();
    takeFiles(section, byId('drop'), byId('file'), (file) => this.convert(file));
    this.listen();
  }

  listen() {
    byId('sample').addEventListener('click', () => this.convertSample());
    byId('cancel').addEventListener('click', () => this.upload?.cancel());
    byId('convert-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.again();
    });
  }

  /** Shows the kept conversion of an id; without one, what was shown before. */
  open(id) {
    this.kept.open();
    if (id !== '' && id !== this.shownId) {
      this.load(id);
    }
  }

  close() {
    this.kept.close();
  }

  /** Shows one of the cards, and tells those who do not see it. */
  show(name, status = '') {
    showOnly(Object.values(this.cards), this.cards[name]);
    byId('convert-status').textContent = status;
  }

  /** Below a long form, on a small screen, nobody would see that something happens. */
  bringIntoView() {
    if (byId('outcome').getBoundingClientRect().top > innerHeight * 0.6) {
      byId('outcome').scrollIntoView();
    }
  }

  // A file

  async convertSample() {
    const answer = await fetch(new URL(`../${SAMPLE}`, import.meta.url));
    if (answer.status === 401) {
      logIn();
    } else {
      this.convert(new File([await answer.blob()], SAMPLE));
    }
  }

  again() {
    if (this.file) {
      this.convert(this.file);
    }
  }

  skipErrors() {
    this.options.choose('errors', 'skip');
    this.again();
  }

  /** Sends a file; one that is on its way gives way to it. */
  async convert(file) {
    if (!this.options.areValid()) {
      return;
    }
    this.upload?.cancel();
    this.remember(file);
    const upload = new Upload(file, this.options.query(), (bytes) => this.upload === upload && this.progress.sent(bytes));
    this.upload = upload;
    await this.begin(file);
    await this.finish(upload, file);
  }

  remember(file) {
    this.file = file;
    byId('again').hidden = false;
    fill(byId('again'), { name: file.name });
  }

  async begin(file) {
    history.pushState(null, '', '#convert');
    this.shownId = null;
    this.kept.mark(null);
    this.chart.clear();
    this.progress.start(file.name, file.size);
    this.show('progress', `Converting ${file.name}`);
    this.bringIntoView();
    this.others = null;
    await this.kept.refresh();
  }

  async finish(upload, file) {
    this.looking = setInterval(() => this.kept.refresh(), LOOK_MS);
    try {
      const report = await upload.report();
      this.ended(upload);
      this.done(upload, report, file);
    } catch (e) {
      this.ended(upload);
      this.refuse(e);
    }
  }

  ended(upload) {
    clearInterval(this.looking);
    if (this.upload === upload) {
      this.upload = null;
    }
  }

  done(upload, report, file) {
    if (report !== null) {
      this.names.set(report.id, file.name);
      this.reports.set(report.id, report);
      location.hash = `#convert/${report.id}`;
    } else if (this.upload === null) {
      this.show('convert-empty');
      this.kept.refresh();
    }
  }

  /** Tells the progress of the one that is new among those that run: what was there before is of others. */
  follow(conversions) {
    const running = conversions.filter(({ state }) => state === 'running');
    this.others ??= new Set(running.map(({ id }) => id));
    const own = running.filter(({ id }) => !this.others.has(id));
    if (this.upload && own.length === 1) {
      this.progress.read(own[0].rows);
    }
  }

  // A result

  async load(id) {
    this.shownId = id;
    try {
      const report = this.reports.get(id) ?? (await call(`conversions/${encodeURIComponent(id)}`));
      if (this.shownId === id && report.state === 'finished') {
        await this.present(report);
      }
    } catch (e) {
      this.refuse(e);
    }
  }

  async present(report) {
    this.report.show(report, this.names.get(report.id));
    this.show('report', `Converted: ${counted(report.rows, 'row')}, ${counted(report.quotes, 'quote')}`);
    this.kept.mark(report.id);
    await this.chart.load(report.id);
  }

  refuse(e) {
    if (!(e instanceof Refusal)) {
      throw e;
    }
    this.problem.show(e.problem, this.file !== undefined);
    this.show('problem');
    this.kept.refresh();
  }

  /** The conversion that is shown may be gone. */
  removed(id) {
    this.reports.delete(id);
    if (id === this.shownId) {
      this.shownId = null;
      this.chart.clear();
      this.show('convert-empty');
      location.hash = '#convert';
    }
  }
}
