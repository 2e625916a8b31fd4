import { element, write } from './dom.js';
import { count, duration, percent } from './format.js';

const WINDOW = 6_000;

/** Rows per second over the last seconds, and for how long nothing was applied. */
export class Speed {

  #samples = [];
  #appliedAt = null;

  add(now, stages) {
    const last = this.#samples.at(-1);
    if (last && stages.applied < last.stages.applied) {
      this.#samples = [];
    }
    if (!last || stages.applied !== last.stages.applied) {
      this.#appliedAt = now;
    }
    this.#samples.push({ now, stages });
    while (this.#samples.length > 2 && now - this.#samples[0].now > WINDOW) {
      this.#samples.shift();
    }
  }

  of(stage) {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    return first && last.now > first.now
      ? 1000 * (last.stages[stage] - first.stages[stage]) / (last.now - first.now) : 0;
  }

  /** Seconds since the last row was applied. */
  standstill(now) {
    return this.#appliedAt === null ? 0 : (now - this.#appliedAt) / 1000;
  }

}

/** How far a dataset is: rows read, acknowledged by Kafka or rejected, and with a final fate in the tables. */
export function stagesOf(dataset) {
  return {
    total: dataset.totalRows,
    read: dataset.read,
    acknowledged: dataset.published + dataset.rejected,
    applied: dataset.applied + dataset.deadLettered + dataset.rejected,
    waiting: dataset.published - dataset.applied - dataset.deadLettered,
  };
}

export function sumOf(datasets) {
  const sum = { total: 0, read: 0, acknowledged: 0, applied: 0, waiting: 0 };
  for (const stages of datasets.map(stagesOf)) {
    for (const key of Object.keys(sum)) {
      sum[key] += stages[key];
    }
  }
  return sum;
}

/** A bar that fills in three shades, one over the other. */
export class StageBar {

  #fills = {};

  constructor(label) {
    for (const stage of ['read', 'acknowledged', 'applied']) {
      this.#fills[stage] = element('span', { class: `fill ${stage}` });
    }
    this.node = element('div', {
      class: 'stage-bar', role: 'progressbar', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100,
    }, Object.values(this.#fills));
  }

  show(stages) {
    for (const [stage, fill] of Object.entries(this.#fills)) {
      fill.style.width = `${stages.total > 0 ? Math.min(100, 100 * stages[stage] / stages.total) : 100}%`;
    }
    this.node.setAttribute('aria-valuenow', stages.total > 0 ? Math.floor(100 * stages.applied / stages.total) : 100);
    this.node.setAttribute('aria-valuetext', `${percent(stages.applied, stages.total)} applied, `
      + `${percent(stages.acknowledged, stages.total)} acknowledged, ${percent(stages.read, stages.total)} read`);
  }

}

/** One dataset of a run: its bar, its figures, its speed and the time it still takes. */
export class DatasetRow {

  #speed = new Speed();
  #cells = {};
  #bar;

  constructor(dataset) {
    this.#bar = new StageBar(dataset);
    const figure = (name, title) => {
      this.#cells[name] = element('dd', {});
      return element('div', { class: `figure-${name}` }, element('dt', {}, title), this.#cells[name]);
    };
    this.node = element('li', { class: 'dataset', 'data-dataset': dataset },
      element('h3', {}, dataset), this.#bar.node,
      element('dl', {}, figure('read', 'read'), figure('acknowledged', 'acknowledged'), figure('applied', 'applied'),
        figure('rejected', 'rejected'), figure('speed', 'rows/s'), figure('left', 'left'), figure('delay', 'delay')));
  }

  show(dataset, now, moving, delay) {
    const stages = stagesOf(dataset);
    this.#speed.add(now, stages);
    this.#bar.show(stages);
    write(this.#cells.read, count(stages.read));
    write(this.#cells.acknowledged, count(stages.acknowledged));
    write(this.#cells.applied, `${count(dataset.applied)} of ${count(stages.total)}`);
    write(this.#cells.rejected, count(dataset.rejected));
    this.#cells.rejected.classList.toggle('some', dataset.rejected > 0);
    this.#showSpeed(stages, moving, delay);
  }

  #showSpeed(stages, moving, delay) {
    const speed = this.#speed.of('applied');
    const under = moving && stages.applied < stages.total;
    write(this.#cells.speed, under && speed > 0 ? count(speed) : '–');
    const rest = (stages.total - stages.applied) / speed;
    write(this.#cells.left, stages.applied >= stages.total ? 'done' : under && speed > 0 ? duration(rest) : '–');
    write(this.#cells.delay, under && speed > 0 && delay ? delay : '–');
  }

}
