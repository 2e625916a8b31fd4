import { Problem, problemOf, proof } from './api.js';
import { element, write } from './dom.js';
import { bytes, duration, percent } from './format.js';
import { notice, refused, say, takeBack } from './notice.js';

/** Leaving the page would break the upload off: the browser asks first. */
function stay(event) {
  event.preventDefault();
}

/** Sends a file into the data folder, with progress and a way to break off. */
export class Upload {

  #onDone;
  #request = null;
  #bar = element('progress', { max: 1, value: 0, 'aria-label': 'Upload' });
  #text = element('p', { class: 'note' });
  #cancel = element('button', { type: 'button', click: () => this.#request?.abort() }, 'Cancel the upload');
  #state = element('div', { class: 'upload-state', hidden: true }, this.#bar, this.#text, this.#cancel);
  #input = element('input', { type: 'file', id: 'upload-file', accept: '.csv,.zip,.gz',
    change: (event) => this.#take(event.target.files[0]) });

  constructor(onDone) {
    this.#onDone = onDone;
    this.node = element('div', {
      class: 'drop', dragover: (event) => this.#over(event, true), dragleave: (event) => this.#over(event, false),
      drop: (event) => this.#dropped(event),
    }, element('label', { for: 'upload-file' }, 'Upload a CSV, .gz or .zip'), this.#input, this.#state);
  }

  #over(event, inside) {
    event.preventDefault();
    this.node.classList.toggle('over', inside);
  }

  #dropped(event) {
    this.#over(event, false);
    this.#take(event.dataTransfer.files[0]);
  }

  async #take(file) {
    if (!file || this.#request) {
      return;
    }
    ['done', 'refused'].forEach(takeBack);
    this.#state.hidden = false;
    this.#input.disabled = true;
    window.addEventListener('beforeunload', stay);
    try {
      const entry = await this.#send(file);
      this.#tell(entry);
      this.#onDone(entry.path);
    } catch (problem) {
      if (problem.code === 'CANCELLED') {
        say('The upload is cancelled');
      } else {
        refused(`${file.name} is not uploaded`, problem);
      }
    } finally {
      window.removeEventListener('beforeunload', stay);
      this.#request = null;
      this.#state.hidden = true;
      this.#input.disabled = false;
      this.#input.value = '';
    }
  }

  #tell({ name, datasets, problem }) {
    if (datasets.length > 0) {
      notice('done', 'done', `${name} is uploaded.`, 'It is ticked below: check it or start.');
    } else {
      notice('done', 'warning', `${name} is uploaded, but cannot be ingested: ${problem}.`, 'It can be deleted below.');
    }
  }

  /** By XMLHttpRequest, because fetch does not tell how far it has sent. */
  #send(file) {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Accept', 'application/json');
      Object.entries(proof()).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.addEventListener('progress', (event) => this.#show(event, begun));
      request.addEventListener('load', () => (request.status < 300 ? resolve(JSON.parse(request.responseText))
        : reject(problemOf(request.status, request.responseText))));
      request.addEventListener('error', () => reject(new Problem('The connection was lost', 'UNREACHABLE', 0,
        'What was sent is thrown away; upload it again.')));
      request.addEventListener('abort', () => reject(new Problem('Cancelled', 'CANCELLED', 0, '')));
      request.send(file);
    });
  }

  #show({ loaded, total }, begun) {
    const seconds = (performance.now() - begun) / 1000;
    const left = loaded > 0 ? seconds * (total - loaded) / loaded : 0;
    this.#bar.value = total > 0 ? loaded / total : 0;
    write(this.#text, loaded < total
      ? `${bytes(loaded)} of ${bytes(total)} (${percent(loaded, total)}), ${duration(left)} left`
      : 'Sent; the server looks at it …');
  }

}
