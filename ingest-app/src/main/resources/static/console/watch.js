import { post } from './api.js';
import { byId, element, rebuild, write } from './dom.js';
import { Flow } from './flow.js';
import { count, duration, percent, plural, runName, stateName, time } from './format.js';
import { refused, say } from './notice.js';
import { isMoving } from './runs.js';
import { mayOperate } from './session.js';
import { Slices } from './slices.js';
import { DatasetRow, Speed, StageBar, sumOf } from './stages.js';

const STANDSTILL = 6;

/** The run that is looked at: state, stages, flow, slices, and what can be done with it. */
export class Watch {

  #runs;
  #flow;
  #slices;
  #whole = null;
  #told = '';

  constructor(runs) {
    this.#runs = runs;
    this.#flow = new Flow(runs);
    this.#slices = new Slices(runs);
    runs.addEventListener('run', () => this.show());
    runs.addEventListener('missing', (event) => refused('The run cannot be shown', event.detail));
    setInterval(() => this.#showStandstill(), 1_000);
  }

  show() {
    const run = this.#runs.current;
    if (!run) {
      this.#whole = null;
      rebuild(byId('run'), null, () => element('p', { class: 'empty' }, 'There is no run yet. ',
        element('a', { href: '#start' }, 'Choose files and start one'), '.'));
      rebuild(byId('run-actions'), null, () => null);
      return;
    }
    if (this.#whole?.runId !== run.runId) {
      this.#build(run);
    }
    this.#update(run);
    rebuild(byId('run-actions'), [run.runId, run.state, mayOperate()], () => this.#actions(run));
  }

  #build(run) {
    const bar = new StageBar('The whole run');
    const datasets = run.datasets.map((dataset) => [dataset.dataset, new DatasetRow(dataset.dataset)]);
    this.#whole = {
      runId: run.runId, bar, datasets: new Map(datasets), speed: new Speed(), state: element('span', { class: 'badge' }),
      head: element('p', { class: 'run-head' }), figures: element('p', { class: 'run-figures' }),
      trouble: element('div', { class: 'trouble', role: 'status' }), message: element('p', { class: 'message' }),
    };
    const title = element('div', { class: 'run-title' }, this.#whole.state,
      element('span', { class: 'run-id' }, 'Run ', element('code', { title: run.runId }, runName(run.runId))),
      this.#whole.head);
    rebuild(byId('run'), run.runId, () => [title, this.#whole.message, this.#whole.trouble, this.#whole.figures,
      bar.node, legend(), heads(),
      element('ul', { class: 'datasets' }, datasets.map(([, row]) => row.node)), this.#flow.node,
      this.#slices.node]);
  }

  #update(run) {
    const now = performance.now();
    const sum = sumOf(run.datasets);
    const whole = this.#whole;
    whole.speed.add(now, sum);
    whole.bar.show(sum);
    write(whole.state, stateName(run.state));
    whole.state.dataset.state = run.state;
    const files = [...new Set(run.files.map((file) => file.fileName))];
    write(whole.head, `${time(run.createdAt)} · ${files.slice(0, 2).join(', ')}`
      + (files.length > 2 ? ` and ${files.length - 2} more` : '') + (run.attempt > 1 ? ` · attempt ${run.attempt}` : ''));
    write(whole.figures, this.#sentence(run, sum));
    write(whole.message, run.message ?? '');
    whole.message.hidden = !run.message;
    whole.message.classList.toggle('bad', run.state === 'FAILED');
    run.datasets.forEach((dataset) => whole.datasets.get(dataset.dataset)
      ?.show(dataset, now, isMoving(run), this.#flow.delayOf(dataset.dataset)));
    this.#announce(run, sum);
    this.#showStandstill();
  }

  #sentence(run, sum) {
    const share = `${percent(sum.applied, sum.total)} of ${plural(sum.total, 'row')}`;
    if (!isMoving(run)) {
      return `${share} in ${duration(run.seconds)}, ${count(run.rowsPerSecond)} rows/s on average.`;
    }
    const speed = this.#whole.speed.of('applied');
    return speed > 0
      ? `${share}, ${count(speed)} rows/s, ${duration((sum.total - sum.applied) / speed)} left.` : `${share}.`;
  }

  /** A screen reader hears quarters and states, not every second. */
  #announce(run, sum) {
    const quarter = sum.total > 0 ? Math.floor(4 * sum.applied / sum.total) * 25 : 100;
    const text = isMoving(run) ? `Run ${runName(run.runId)}: ${stateName(run.state)}, ${quarter} % applied`
      : `Run ${runName(run.runId)}: ${stateName(run.state)}`;
    if (text !== this.#told) {
      this.#told = text;
      say(text);
    }
  }

  #showStandstill() {
    const run = this.#runs.current;
    const whole = this.#whole;
    if (!run || !whole) {
      return;
    }
    const sum = sumOf(run.datasets);
    const seconds = Math.floor(whole.speed.standstill(performance.now()));
    const connected = byId('connection').dataset.state === 'connected';
    const behind = connected && run.state === 'RUNNING' && sum.waiting > 0 && seconds >= STANDSTILL;
    rebuild(whole.trouble, behind, () => behind && element('p', {},
      element('strong', {}, 'Nothing is being applied'), ` though ${count(sum.waiting)} rows wait in Kafka: `
      + 'consumer-app is down or cannot reach the database. Nothing is lost; it goes on where it was when it is back. '
      + 'Look at its health and log.'));
  }

  #actions(run) {
    if (!mayOperate()) {
      return [];
    }
    const command = (title, name, hint) => element('button',
      { type: 'button', 'data-key': name, title: hint, click: (event) => this.#command(event.target, run, name, title) },
      title);
    if (run.state === 'RUNNING') {
      return [command('Stop', 'stop', 'The workers finish their blocks; the run can be resumed'),
        command('Repair', 'repair', 'Send everything that is not applied completely once more; what was applied is dropped')];
    }
    if (run.state === 'STOPPED' || run.state === 'FAILED') {
      return [run.state === 'FAILED' ? this.#limit() : null, command('Resume', 'resume', 'Go on where it was left'),
        command('Repair', 'repair', 'Send everything that is not applied completely once more; what was applied is dropped')];
    }
    return [];
  }

  /** A run that failed for its rejected rows fails again unless it may bear more of them. */
  #limit() {
    const input = element('input', { type: 'number', id: 'reject-share', min: 0, max: 100, step: 'any',
      placeholder: 'as before' });
    return element('label', { class: 'limit', for: 'reject-share' }, 'Rejects it may bear, %', input);
  }

  async #command(button, run, name, title) {
    const share = byId('reject-share')?.value ?? '';
    button.disabled = true;
    try {
      this.#runs.take(await post(`/api/runs/${run.runId}/${name}`,
        share === '' ? undefined : { rejectShare: Number(share) / 100 }));
    } catch (problem) {
      refused(`${title} failed`, problem);
    } finally {
      button.disabled = false;
    }
  }

}

/** The figures' names, once over all datasets where there is room; each figure has its own for screen readers. */
function heads() {
  return element('div', { class: 'dataset-heads', 'aria-hidden': 'true' },
    element('div', { class: 'heads' }, ['read', 'acknowledged', 'applied', 'rejected', 'rows/s', 'left', 'delay']
      .map((title) => element('span', {}, title))));
}

function legend() {
  return element('ul', { class: 'legend' }, [['read', 'read'], ['acknowledged', 'acknowledged by Kafka'],
    ['applied', 'applied in the tables']].map(([stage, text]) =>
    element('li', {}, element('span', { class: `swatch ${stage}`, 'aria-hidden': 'true' }), text)));
}
