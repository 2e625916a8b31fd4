import { post, remove } from './api.js';
import { confirmed } from './confirm.js';
import { byId, element, rebuild, table } from './dom.js';
import { count, duration, plural, runName, stateName, time } from './format.js';
import { notice, refused, say, takeBack } from './notice.js';
import { isMoving } from './runs.js';
import { mayOperate } from './session.js';

/** Which run serves which year, and all runs there were. */
export class History {

  #runs;

  constructor(runs) {
    this.#runs = runs;
    runs.addEventListener('list', () => this.show());
    runs.addEventListener('run', () => this.#showRuns());
  }

  show() {
    this.#showServing();
    this.#showRuns();
  }

  #showServing() {
    const { serving } = this.#runs;
    rebuild(byId('serving'), serving, () => {
      if (serving.length === 0) {
        return null;
      }
      const years = [...new Set(serving.map((served) => served.businessYear))].sort();
      const datasets = [...new Set(serving.map((served) => served.dataset))];
      return [element('h3', {}, 'Which run the charts show'),
        element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Which run the charts show' },
          table('Which run serves each dataset and year', [{ title: 'Dataset' }, ...years.map((year) => ({ title: year }))],
            datasets.map((dataset) => [dataset, ...years.map((year) => this.#served(serving, dataset, year))])))];
    });
  }

  #served(serving, dataset, year) {
    const served = serving.find((one) => one.dataset === dataset && one.businessYear === year);
    return served ? element('a', { href: `#run=${served.runId}`, class: served.complete ? null : 'incomplete',
      title: served.complete ? 'complete' : 'not complete yet' }, runName(served.runId),
    served.complete ? null : element('span', { class: 'unseen' }, ' not complete yet')) : '–';
  }

  #showRuns() {
    const { list, current, total } = this.#runs;
    const shown = list.map((run) => (run.runId === current?.runId ? current : run))
      .map(({ runId, state, createdAt, seconds, serving, files, datasets }) => ({
        runId, state, createdAt, serving, seconds: isMoving({ state }) ? null : seconds,
        rows: datasets.reduce((sum, dataset) => sum + dataset.totalRows, 0), files: files.length,
        owns: new Set(files.flatMap((file) => file.years.map((year) => `${file.dataset} ${year}`))).size,
      }));
    rebuild(byId('runs'), [shown, current?.runId, total, mayOperate()], () => [
      element('h3', {}, total === 0 ? 'No runs yet' : plural(total, 'run')),
      element('ul', { class: 'runs' }, shown.map((run) => this.#run(run, run.runId === current?.runId))),
      this.#runs.hasMore ? element('button', { type: 'button', 'data-key': 'more', click: () => this.#runs.more() },
        'Show more') : null]);
  }

  #run(run, looked) {
    return element('li', { class: 'run-line', 'data-run': run.runId, 'aria-current': looked ? 'true' : null },
      element('div', { class: 'run-line-head' },
        element('span', { class: 'badge', 'data-state': run.state }, stateName(run.state)),
        element('a', { href: `#run=${run.runId}`, 'data-key': run.runId }, element('code', {}, runName(run.runId))),
        element('span', { class: 'note' }, time(run.createdAt))),
      element('p', { class: 'note' }, `${plural(run.rows, 'row')} in ${plural(run.files, 'file')}`
        + (run.seconds === null ? '' : `, ${duration(run.seconds)}`)
        + (run.serving.length > 0 ? ` · serves ${run.serving.length === 1 ? run.serving[0]
          : `${count(run.serving.length)} dataset years`}` : run.state === 'COMPLETE' ? ' · serves nothing' : '')),
      mayOperate() ? this.#actions(run) : null);
  }

  #actions(run) {
    const button = (title, key, action, kind) => element('button', { type: 'button', class: `quiet ${kind ?? ''}`,
      'data-key': `${key}-${run.runId}`, 'aria-label': `${title} run ${runName(run.runId)}`, click: action }, title);
    return element('div', { class: 'actions' },
      run.state === 'COMPLETE' && run.serving.length < run.owns ? button('Let it serve', 'serve', () => this.#serve(run)) : null,
      isMoving(run) || run.serving.length > 0 ? null : button('Delete', 'delete', () => this.#delete(run), 'danger'));
  }

  async #serve(run) {
    try {
      this.#runs.take(await post(`/api/runs/${run.runId}/serve`));
      notice('done', 'done', `Run ${runName(run.runId)} serves all its datasets and years now.`);
    } catch (problem) {
      refused('The run does not serve', problem);
    }
  }

  async #delete(run) {
    const sure = await confirmed(`Delete run ${runName(run.runId)}?`,
      `Its ${plural(run.rows, 'row')} leave the tables for good. The files stay; they can be ingested again.`,
      'Delete the run');
    if (!sure) {
      return;
    }
    notice('deleting', 'done', `Run ${runName(run.runId)} is being deleted …`);
    try {
      await remove(`/api/runs/${run.runId}`);
      say(`Run ${runName(run.runId)} is deleted`);
      await this.#runs.forget(run.runId);
      byId('history').focus();
    } catch (problem) {
      refused('The run is not deleted', problem);
    } finally {
      takeBack('deleting');
    }
  }

}
