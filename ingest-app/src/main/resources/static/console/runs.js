import { get } from './api.js';
import { Follower } from './follow.js';
import { repeat } from './repeat.js';

const PAGE = 20;

export function isMoving(run) {
  return run !== null && (run.state === 'RUNNING' || run.state === 'STOPPING');
}

/**
 * The runs there are and the one that is looked at: the one the address names, else the newest. Tells "list" when the
 * list was read and "run" when there is news of the run that is looked at.
 */
export class Runs extends EventTarget {

  list = [];
  total = 0;
  serving = [];
  known = false;
  current = null;
  #size = PAGE;
  #follower = new Follower((run) => this.#show(run));
  #refresh;

  begin() {
    window.addEventListener('hashchange', () => this.#choose());
    this.#refresh = repeat(4_000, () => this.#read());
  }

  refresh() {
    return this.#refresh?.();
  }

  more() {
    this.#size += PAGE;
    return this.#refresh();
  }

  get hasMore() {
    return this.list.length < this.total && this.#size < 500;
  }

  isNewest(run) {
    return this.list.length > 0 && this.list[0].runId === run.runId;
  }

  /** The page's address names the run, so that it can be kept, sent and gone back from. */
  select(runId) {
    if (this.#named() === runId) {
      this.#choose();
    } else {
      location.hash = `run=${runId}`;
    }
  }

  forget(runId) {
    if (this.#named() === runId) {
      history.replaceState(null, '', location.pathname);
    }
    if (this.current?.runId === runId) {
      this.current = null;
    }
    return this.#refresh();
  }

  /** Shows what the server answered to a command, before the next event. */
  take(run) {
    this.#show(run);
    this.#refresh();
  }

  async #read() {
    const [page, serving] = await Promise.all([get(`/api/runs?size=${this.#size}`), get('/api/serving')]);
    this.list = page.runs;
    this.total = page.total;
    this.serving = serving;
    this.known = true;
    this.dispatchEvent(new Event('list'));
    await this.#choose();
  }

  #named() {
    return /^#run=([0-9a-f]{16})$/.exec(location.hash)?.[1] ?? null;
  }

  async #choose() {
    const wanted = this.#named() ?? this.list[0]?.runId ?? null;
    if (wanted === null) {
      this.#follower.stop();
      this.current = null;
      this.dispatchEvent(new Event('run'));
      return;
    }
    const listed = this.list.find((run) => run.runId === wanted);
    if (this.current?.runId !== wanted || (listed && listed.state !== this.current.state && !this.#follower.runId)) {
      await this.#look(wanted);
    }
  }

  async #look(runId) {
    this.#follower.stop();
    try {
      this.#show(await get(`/api/runs/${runId}`));
    } catch (problem) {
      if (problem.code !== 'NO_SUCH_RUN') {
        throw problem;
      }
      history.replaceState(null, '', location.pathname);
      this.dispatchEvent(new CustomEvent('missing', { detail: problem }));
    }
  }

  #show(run) {
    const ended = isMoving(this.current) && this.current.runId === run.runId && !isMoving(run);
    this.current = run;
    this.dispatchEvent(new Event('run'));
    if (isMoving(run) && this.#follower.runId !== run.runId) {
      this.#follower.follow(run.runId);
    }
    if (ended) {
      this.dispatchEvent(new CustomEvent('ended', { detail: run }));
      this.#refresh();
    }
  }

}
