import { get, latest } from './api.js';
import { element, rebuild, table, write } from './dom.js';
import { count, plural } from './format.js';
import { refused } from './notice.js';

const PAGE = 10;

/** Rows that could not be read or break the contract: filter, pages, and all of them as a CSV file. */
export class Rejects {

  #place;
  #run = null;
  #mark = null;
  #rejected = 0;
  #stored = 0;
  #latest = latest();
  #page = 0;
  #filter = { dataset: '', reason: '' };
  #head = element('h3', {}, 'Rejected rows');
  #tools = element('div', { class: 'filters' });
  #rows = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Rejected rows' });
  #pager = element('div', { class: 'pager' });

  constructor(place) {
    this.#place = place;
    place.append(element('div', { class: 'sub-head' }, this.#head, this.#tools), this.#rows, this.#pager);
    place.hidden = true;
  }

  show(run) {
    const rejected = run ? run.datasets.reduce((sum, dataset) => sum + dataset.rejected, 0) : 0;
    this.#place.hidden = rejected === 0;
    if (run?.runId !== this.#run?.runId) {
      this.#page = 0;
      this.#filter = { dataset: '', reason: '' };
      this.#stored = 0;
    }
    this.#run = run;
    this.#rejected = rejected;
    const arriving = this.#stored < rejected && run.datasets.reduce((sum, dataset) => sum + dataset.applied, 0);
    const mark = `${run?.runId} ${run?.state} ${rejected} ${arriving}`;
    if (rejected > 0 && mark !== this.#mark) {
      this.#mark = mark;
      this.#read();
    }
  }

  async #read() {
    const run = this.#run;
    const query = new URLSearchParams({ page: this.#page, size: PAGE });
    Object.entries(this.#filter).filter(([, value]) => value).forEach(([name, value]) => query.set(name, value));
    try {
      const page = await this.#latest(get(`/api/runs/${run.runId}/rejects?${query}`));
      if (page && this.#run?.runId === run.runId) {
        this.#draw(page);
      }
    } catch (problem) {
      this.#mark = null;
      if (!problem.passing) {
        refused('Rejected rows cannot be shown', problem);
      }
    }
  }

  #draw(page) {
    this.#stored = page.counts.reduce((sum, counted) => sum + counted.rows, 0);
    const onTheirWay = this.#rejected - this.#stored;
    write(this.#head, `${plural(Math.max(this.#rejected, this.#stored), 'rejected row')}${onTheirWay > 0
      ? `, ${count(onTheirWay)} still on the way to the tables` : ''}`);
    this.#tools.hidden = this.#stored === 0;
    this.#rows.hidden = this.#stored === 0;
    this.#pager.hidden = this.#stored === 0;
    rebuild(this.#tools, [this.#run.runId, page.counts, this.#filter], () => [
      this.#select('dataset', 'Dataset', page.counts), this.#select('reason', 'Reason', page.counts),
      element('a', { class: 'button', href: `/api/runs/${this.#run.runId}/rejects?format=csv`, download: true },
        'Download all as CSV')]);
    rebuild(this.#rows, page.rejects, () => table('Rejected rows', [{ title: 'File' },
      { title: 'Line', figures: true }, { title: 'Column' }, { title: 'Reason' }, { title: 'What was found' },
      { title: 'Text of the row' }], page.rejects.map((row) => [row.fileName, count(row.line), row.column ?? element('span', { class: 'none' }, '–'),
      row.reason.toLowerCase().replaceAll('_', ' '), row.message, element('code', { class: 'raw' }, row.rawText)])));
    rebuild(this.#pager, [this.#page, page.total], () => this.#pages(page.total));
  }

  #select(name, title, counts) {
    const other = name === 'dataset' ? 'reason' : 'dataset';
    const within = counts.filter((counted) => !this.#filter[other] || counted[other] === this.#filter[other]);
    const sums = new Map();
    within.forEach((counted) => sums.set(counted[name], (sums.get(counted[name]) ?? 0) + counted.rows));
    const options = [...sums].map(([value, rows]) => element('option',
      { value, selected: value === this.#filter[name] }, `${value.toLowerCase().replaceAll('_', ' ')} (${count(rows)})`));
    return element('label', {}, title, element('select',
      { 'data-key': name, name: `reject-${name}`, change: (event) => this.#narrow(name, event.target.value) },
      element('option', { value: '' }, 'all'), options));
  }

  #narrow(name, value) {
    this.#filter = { ...this.#filter, [name]: value };
    this.#page = 0;
    this.#read();
  }

  #pages(total) {
    const last = Math.max(0, Math.ceil(total / PAGE) - 1);
    const go = (title, page, key) => element('button',
      { type: 'button', 'data-key': key, disabled: page < 0 || page > last, click: () => this.#go(page) }, title);
    return [go('Earlier', this.#page - 1, 'earlier'),
      element('span', { role: 'status' }, total === 0 ? 'None of these'
        : `${count(this.#page * PAGE + 1)} to ${count(Math.min(total, (this.#page + 1) * PAGE))} of ${count(total)}`),
      go('Later', this.#page + 1, 'later')];
  }

  #go(page) {
    this.#page = page;
    this.#read();
  }

}
