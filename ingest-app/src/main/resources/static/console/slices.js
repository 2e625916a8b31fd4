import { get } from './api.js';
import { element, rebuild } from './dom.js';
import { count, percent } from './format.js';
import { repeat } from './repeat.js';
import { isMoving } from './runs.js';

/** Slices and partitions of the run that is looked at, while the list is open. */
export class Slices {

  #runs;
  #lists = element('div', { class: 'slices' });
  #settled = null;

  constructor(runs) {
    this.#runs = runs;
    this.node = element('details', { class: 'slices-box', open: true, toggle: () => this.#again?.() },
      element('summary', {}, 'Slices and partitions'), this.#lists);
    this.#again = repeat(2_000, () => this.#read());
  }

  #again;

  async #read() {
    const run = this.#runs.current;
    const mark = run && `${run.runId} ${run.attempt} ${run.state}`;
    if (!run || !this.node.open || (!isMoving(run) && this.#settled === mark)) {
      return;
    }
    const states = await get(`/api/runs/${run.runId}/slices`);
    if (this.#runs.current?.runId !== run.runId) {
      return;
    }
    this.#settled = isMoving(run) ? null : mark;
    rebuild(this.#lists, states, () => [...new Set(states.slices.map((slice) => slice.dataset))]
      .map((dataset) => this.#dataset(dataset, states)));
  }

  #dataset(dataset, states) {
    const slices = states.slices.filter((slice) => slice.dataset === dataset);
    const partitions = states.partitions.filter((partition) => partition.dataset === dataset);
    const ended = slices.filter((slice) => slice.applied).length;
    const behind = partitions.reduce((sum, partition) => sum + Math.max(0, partition.sent - partition.applied), 0);
    return element('div', { class: 'slices-of' },
      element('h4', {}, dataset),
      element('p', { class: 'note' }, `${ended} of ${count(slices.length)} slices applied, `
        + (behind > 0 ? `${count(behind)} records wait` : 'nothing waits')),
      element('ol', { class: 'cells', 'aria-label': `Slices of ${dataset}` }, slices.map(sliceCell)),
      element('ol', { class: 'lanes', 'aria-label': `Partitions of ${dataset}` }, partitions.map(partitionLane)));
  }

}

function sliceCell(slice) {
  const state = slice.applied ? 'applied' : slice.ended ? 'acknowledged, being applied'
    : slice.rows > 0 ? `${percent(slice.share * 1000, 1000)} acknowledged` : 'waiting';
  const text = `Slice ${slice.slice}: ${state}, ${count(slice.rows)} rows`;
  const fill = element('span', { class: 'cell-fill' });
  fill.style.height = `${100 * slice.share}%`;
  return element('li', { class: `cell ${slice.applied ? 'is-applied' : slice.ended ? 'is-ended' : ''}`, title: text },
    fill, element('span', { class: 'unseen' }, text));
}

function partitionLane(partition) {
  const text = `Partition ${partition.partition}: ${count(partition.applied)} of ${count(partition.sent)} records applied`;
  const fill = element('span', { class: 'lane-fill' });
  fill.style.width = partition.sent > 0 ? `${100 * partition.applied / partition.sent}%` : '0%';
  return element('li', { class: partition.sent > 0 ? 'lane used' : 'lane', title: text }, fill, element('span', { class: 'unseen' }, text));
}
