import { get } from './api.js';

const SILENCE = 5_000;
const LONGEST_PAUSE = 8_000;

/**
 * Follows a run by its server-sent events until it has ended or another one is followed. When the connection drops, it
 * asks the server for the run and begins again: what is shown is always what the server said last.
 */
export class Follower {

  #source = null;
  #timer = null;
  #runId = null;
  #failures = 0;
  #show;

  constructor(show) {
    this.#show = show;
  }

  get runId() {
    return this.#runId;
  }

  follow(runId) {
    this.stop();
    this.#runId = runId;
    this.#failures = 0;
    this.#open();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#runId = null;
  }

  #open() {
    const source = new EventSource(`/api/runs/${this.#runId}/events`);
    this.#source = source;
    source.addEventListener('progress', (event) => this.#told(JSON.parse(event.data)));
    source.addEventListener('finished', (event) => {
      const view = JSON.parse(event.data);
      this.stop();
      this.#show(view);
    });
    source.addEventListener('error', () => this.#again());
    this.#watch();
  }

  #told(view) {
    this.#failures = 0;
    this.#watch();
    this.#show(view);
  }

  /** A server whose database is away says nothing. */
  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#again(), SILENCE);
  }

  #again() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.#ask(this.#runId), pause);
  }

  async #ask(runId) {
    let view;
    try {
      view = await get(`/api/runs/${runId}`);
    } catch (problem) {
      if (this.#runId === runId && problem.passing) {
        this.#again();
      }
      return;
    }
    if (this.#runId === runId) {
      this.#show(view);
      this.#open();
    }
  }

}
