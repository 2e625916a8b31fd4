import * as echarts from '/webjars/echarts/dist/echarts.esm.min.js';
import { element, rebuild, table, write } from './dom.js';

const scheme = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const charts = new Set();

export const METALS = ['Bronze', 'Silver', 'Gold', 'Platinum', 'Catastrophic'];

/** The page's colours, as its style sheet says them for light or dark. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: of('text'), faint: of('faint'), line: of('line'), panel: of('panel'), font: style.fontFamily,
    applied: of('applied'), acknowledged: of('acknowledged'), warn: of('warn'),
    metals: Object.fromEntries(METALS.map((level) => [level, of(level.toLowerCase())])),
    series: [1, 2, 3, 4, 5, 6].map((number) => of(`series-${number}`)),
  };
}

/** What all axes have in common. */
export function axis(palette, more) {
  return {
    axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { color: palette.faint, fontSize: 11 },
    splitLine: { lineStyle: { color: palette.line } },
    nameTextStyle: { color: palette.faint, fontSize: 11 },
    ...more,
  };
}

function basics(palette) {
  return {
    animation: !calm.matches, animationDuration: 300, animationDurationUpdate: 300,
    textStyle: { fontFamily: palette.font, color: palette.text },
    color: palette.series,
    // as text on the canvas: markup with styles in it is not let in by the page's content security policy
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.panel, borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
    },
  };
}

/**
 * A chart with a heading, one sentence that says what it shows, and the same as a table for those who do not see it. The
 * figure is built once; show() draws what there is now.
 */
export class Chart {

  #canvas;
  #summary = element('p', { class: 'summary' });
  #table = element('div', { class: 'scroll', tabindex: 0 });
  #drawn = null;
  #echart = null;

  constructor(id, title, height, link) {
    this.#canvas = element('div', { class: `canvas ${height}`, role: 'img', 'aria-labelledby': `${id}-title ${id}-summary` });
    this.#summary.id = `${id}-summary`;
    this.#table.setAttribute('role', 'region');
    this.#table.setAttribute('aria-label', `${title}, as a table`);
    this.node = element('figure', { id, class: 'chart' },
      element('figcaption', {}, element('h3', { id: `${id}-title` }, title), link), this.#summary, this.#canvas,
      element('details', {}, element('summary', {}, 'As a table'), this.#table));
    charts.add(this);
  }

  /** summary: a sentence; columns and rows: the table; option: what ECharts draws, by the palette. */
  show({ summary, columns, rows, option }) {
    write(this.#summary, summary);
    rebuild(this.#table, [columns, rows], () => table(summary, columns, rows));
    this.#canvas.hidden = rows.length === 0;
    this.node.querySelector('details').hidden = rows.length === 0;
    this.#drawn = rows.length > 0 ? option : null;
    this.draw();
  }

  draw() {
    if (!this.#drawn || !this.node.isConnected) {
      return;
    }
    const palette = colours();
    if (!this.#echart) {
      this.#echart = echarts.init(this.#canvas, null, { renderer: 'canvas' });
      new ResizeObserver(() => this.#echart.resize()).observe(this.#canvas);
    }
    this.#echart.setOption({ ...basics(palette), ...this.#drawn(palette) }, { notMerge: true });
  }

}

scheme.addEventListener('change', () => charts.forEach((chart) => chart.draw()));
