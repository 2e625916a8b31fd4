import { get } from './api.js';
import { axis, Chart } from './charts.js';
import { brief, count, delay } from './format.js';
import { repeat } from './repeat.js';
import { isMoving } from './runs.js';

const KEPT = 5 * 60_000;
const GROWING = 3_000;

/** Rows applied and their delay, second by second, of the newest run. */
export class Flow {

  #runs;
  #chart = new Chart('flow', 'Rows per second, and how long they take from Kafka to the tables', 'flow');
  #seconds = new Map();
  #settled = null;
  #datasets = new Map();

  constructor(runs) {
    this.#runs = runs;
    this.node = this.#chart.node;
    this.#chart.node.hidden = true;
    repeat(1_000, () => this.#read());
  }

  /** The delay of the last second in which rows of a dataset were applied. */
  delayOf(dataset) {
    const last = this.#datasets.get(dataset);
    return last ? delay(last.averageDelay) : null;
  }

  async #read() {
    const run = this.#runs.current;
    const shown = run !== null && this.#runs.isNewest(run);
    this.node.hidden = !shown;
    if (!shown || (!isMoving(run) && this.#settled === this.#mark(run))) {
      return;
    }
    const newest = Math.max(0, ...this.#seconds.keys());
    const after = new Date(newest === 0 ? 0 : newest - GROWING).toISOString();
    this.#take(await get(`/api/flow?after=${encodeURIComponent(after)}`), run);
    this.#settled = isMoving(run) ? null : this.#mark(run);
  }

  #mark(run) {
    return `${run.runId} ${run.attempt} ${run.finishedAt}`;
  }

  #take(rows, run) {
    const begun = Date.parse(run.createdAt) - 1_000;
    for (const second of new Set(rows.map((row) => Date.parse(row.second)))) {
      const within = rows.filter((row) => Date.parse(row.second) === second);
      const applied = within.reduce((sum, row) => sum + row.rows, 0);
      const weighted = within.reduce((sum, row) => sum + row.rows * row.averageDelay, 0);
      this.#seconds.set(second, {
        rows: applied, average: applied > 0 ? weighted / applied : 0, most: Math.max(...within.map((row) => row.maxDelay)),
      });
      within.forEach((row) => this.#datasets.set(row.dataset, row));
    }
    const newest = Math.max(0, ...this.#seconds.keys());
    for (const second of this.#seconds.keys()) {
      if (second < begun || second < newest - KEPT) {
        this.#seconds.delete(second);
      }
    }
    this.#draw(isMoving(run));
  }

  /** Seconds without a row are shown as such, up to the last that is over while the run goes on. */
  #line(moving) {
    const known = [...this.#seconds.keys()].sort((a, b) => a - b);
    if (known.length === 0) {
      return [];
    }
    const now = Math.floor(Date.now() / 1000) * 1000;
    const end = moving ? Math.max(known[0], now - 2_000) : known.at(-1);
    const points = [];
    for (let second = Math.max(known[0], end - KEPT); second <= end; second += 1000) {
      points.push({ second, ...(this.#seconds.get(second) ?? { rows: 0, average: null, most: null }) });
    }
    return points;
  }

  #draw(moving) {
    const points = this.#line(moving);
    const peak = points.reduce((most, point) => Math.max(most, point.rows), 0);
    const longest = points.reduce((most, point) => Math.max(most, point.most ?? 0), 0);
    this.#chart.show({
      summary: points.length === 0 ? 'Nothing has been applied yet.'
        : `At most ${count(peak)} rows in a second; the longest delay was ${delay(longest)}.`,
      columns: [{ title: 'Second' }, { title: 'Rows', figures: true }, { title: 'Average delay', figures: true },
        { title: 'Longest delay', figures: true }],
      rows: points.slice(-30).reverse().map((point) => [new Date(point.second).toLocaleTimeString('en-GB'),
        count(point.rows), point.average === null ? '' : delay(point.average),
        point.most === null ? '' : delay(point.most)]),
      option: (palette) => this.#option(palette, points),
    });
  }

  #option(palette, points) {
    const times = axis(palette, { type: 'time', splitLine: { show: false },
      axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true, formatter: '{HH}:{mm}:{ss}' } });
    const grid = { left: 52, right: 28 };
    const values = (name) => points.map((point) => [point.second, point[name]]);
    return {
      grid: [{ ...grid, top: 22, height: '46%' }, { ...grid, bottom: 24, height: '19%' }],
      xAxis: [{ ...times, gridIndex: 0, axisLabel: { show: false } }, { ...times, gridIndex: 1 }],
      yAxis: [
        axis(palette, { gridIndex: 0, name: 'rows/s', nameLocation: 'end', splitNumber: 3,
          axisLabel: { color: palette.faint, fontSize: 11, formatter: brief } }),
        axis(palette, { gridIndex: 1, name: 'delay, s', splitNumber: 2 }),
      ],
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: palette.faint } },
      series: [
        { name: 'rows per second', type: 'line', step: 'end', showSymbol: false, data: values('rows'),
          lineStyle: { width: 1.5, color: palette.applied }, itemStyle: { color: palette.applied },
          areaStyle: { color: palette.applied, opacity: 0.18 } },
        { name: 'longest delay, s', type: 'line', xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, data: values('most'),
          lineStyle: { width: 1, type: 'dashed', color: palette.warn }, itemStyle: { color: palette.warn } },
        { name: 'average delay, s', type: 'line', xAxisIndex: 1, yAxisIndex: 1, showSymbol: false,
          data: values('average'), lineStyle: { width: 1.5, color: palette.warn },
          itemStyle: { color: palette.warn }, areaStyle: { color: palette.warn, opacity: 0.12 } },
      ],
    };
  }

}
