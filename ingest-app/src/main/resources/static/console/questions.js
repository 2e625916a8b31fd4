import { get } from './api.js';
import { Chart } from './charts.js';
import { byId, element, rebuild } from './dom.js';
import { notice, takeBack } from './notice.js';
import { ANSWERS } from './answers.js';
import { repeat } from './repeat.js';
import { isMoving } from './runs.js';

/** The data set's own questions as charts, growing while rows arrive. */
export class Questions {

  #runs;
  #charts = new Map();
  #year = null;
  #coverage = null;
  #again;
  #fresh = null;

  constructor(runs) {
    this.#runs = runs;
    this.#again = repeat(2_500, () => this.#read());
    runs.addEventListener('ended', () => this.#renew());
    runs.addEventListener('list', () => this.#again(), { once: true });
  }

  /** Reads when rows may have arrived, or when something else serves. */
  async #read() {
    if (!this.#runs.known) {
      return;
    }
    const mark = JSON.stringify([this.#runs.serving, this.#year, this.#coverage,
      this.#runs.list.filter((run) => !isMoving(run)).map((run) => [run.runId, run.state])]);
    if (this.#fresh === mark && !this.#runs.list.some(isMoving)) {
      return;
    }
    const { questions, years, coverages } = await get('/api/questions');
    this.#filters(years, coverages);
    let isWhole = true;
    for (const question of questions) {
      isWhole = await this.#answer(question) && isWhole;
    }
    this.#fresh = isWhole ? mark : null;
  }

  #renew() {
    this.#fresh = null;
    return this.#again();
  }

  #filters(years, coverages) {
    if (this.#year === null || (this.#year !== '' && !years.includes(Number(this.#year)))) {
      this.#year = years.length > 0 ? String(years[0]) : null;
    }
    this.#coverage ??= years.length > 0 ? this.#firstCoverage() : null;
    rebuild(byId('filters'), [years, coverages, this.#year, this.#coverage], () => [
      select('year', 'Year', this.#year, [['', 'all years'], ...years.map((year) => [String(year), String(year)])],
        (value) => { this.#year = value; this.#renew(); }),
      select('coverage', 'Coverage', this.#coverage, [['', 'all'], ...coverages.map((name) => [name, name])],
        (value) => { this.#coverage = value; this.#renew(); })]);
  }

  /** Medical and dental premiums are worlds apart; which plan is which is known once there are plans. */
  #firstCoverage() {
    return this.#runs.serving.some((served) => served.dataset === 'plan-attributes' && String(served.businessYear) === this.#year)
      ? 'Medical' : '';
  }

  async #answer(question) {
    const answer = ANSWERS[question.id];
    if (!answer) {
      return;
    }
    if (!this.#charts.has(question.id)) {
      const link = question.dashboard ? element('a', { href: question.dashboard, target: '_blank', rel: 'noopener' },
        'Superset', element('span', { class: 'unseen' }, ` dashboard for: ${answer.title} (new tab)`)) : null;
      const chart = new Chart(question.id, answer.title, 'small', link);
      this.#charts.set(question.id, chart);
      byId('questions').append(chart.node);
    }
    const query = new URLSearchParams();
    if (this.#year) {
      query.set('year', this.#year);
    }
    if (this.#coverage) {
      query.set('coverage', this.#coverage);
    }
    try {
      const { rows } = await get(`/api/questions/${question.id}?${query}`);
      this.#charts.get(question.id).show(answer.draw(rows));
      takeBack(question.id);
      return true;
    } catch (problem) {
      if (problem.passing) {
        throw problem;
      }
      notice(question.id, 'error', `“${answer.title}” has no answer: ${problem.message}.`, problem.action);
      return false;
    }
  }

}

function select(name, title, value, options, change) {
  return element('label', {}, title, element('select',
    { name, 'data-key': name, change: (event) => change(event.target.value) },
    options.map(([key, text]) => element('option', { value: key, selected: key === (value ?? '') }, text))));
}
