import { get, latest, postPatiently, remove } from './api.js';
import { confirmed } from './confirm.js';
import { byId, element, rebuild, write } from './dom.js';
import { bytes, count, plural, runName } from './format.js';
import { notice, refused, say, takeBack } from './notice.js';
import { repeat } from './repeat.js';
import { mayOperate } from './session.js';
import { Upload } from './upload.js';

/** Longer lists are for the command line. */
const MOST = 500;

/** Files that can be ingested, what ingesting them would do, and the button that begins. */
export class Start {

  #runs;
  #files = [];
  #latest = latest();
  #chosen = new Set();
  #list = element('div', { class: 'files' });
  #others = element('details', { class: 'others' });
  #found = element('div', { class: 'found', role: 'status' });
  #speed = element('input', { type: 'number', name: 'rowsPerSecond', id: 'speed', min: 1, step: 1, inputmode: 'numeric',
    placeholder: 'full speed' });
  #force = element('input', { type: 'checkbox', name: 'force', id: 'force' });
  #merge = element('input', { type: 'checkbox', name: 'merge', id: 'merge' });
  #check = element('button', { type: 'button', click: () => this.#inspect() }, 'Check');
  #begin = element('button', { class: 'main' }, 'Start');
  #busy = false;

  constructor(runs) {
    this.#runs = runs;
    const upload = new Upload((path) => this.#uploaded(path));
    byId('upload').append(upload.node);
    byId('refresh-files').addEventListener('click', () => this.read());
    const form = byId('new-run');
    form.append(this.#list, this.#others,
      element('div', { class: 'options' },
        element('label', { for: 'speed' }, 'Rows per second', this.#speed),
        element('label', { class: 'tick', for: 'force' }, this.#force, 'Ingest again what is ingested already (a new run)'),
        element('label', { class: 'tick', for: 'merge' }, this.#merge, 'Accept several files of one dataset and year')),
      element('div', { class: 'actions' }, this.#begin, this.#check), this.#found);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#start();
    });
    runs.addEventListener('ended', () => this.read());
    repeat(2_000, () => this.#files.some((file) => file.beingRead) && this.read());
  }

  async read() {
    byId('start').hidden = !mayOperate();
    if (!mayOperate()) {
      return;
    }
    try {
      const found = await this.#latest(get(`/api/files?size=${MOST}`));
      if (found) {
        this.#show(found);
      }
    } catch (problem) {
      if (!problem.passing) {
        refused('The files cannot be listed', problem);
      }
    }
  }

  #show({ files, total }) {
    this.#files = files.filter((file) => file.datasets.length > 0);
    this.#chosen = new Set(this.#files.map((file) => file.path).filter((path) => this.#chosen.has(path)));
    rebuild(this.#list, [this.#files, total], () => this.#fileList(total - files.length));
    const others = files.filter((file) => file.datasets.length === 0);
    this.#others.hidden = others.length === 0;
    rebuild(this.#others, others, () => [element('summary', {}, `${plural(others.length, 'other file')} cannot be ingested`),
      element('ul', {}, others.map((file) => element('li', {},
        element('b', {}, file.name), ` ${file.problem}`, this.#deletion(file))))]);
    this.#update();
  }

  #fileList(more) {
    if (this.#files.length === 0) {
      return element('p', { class: 'empty' }, 'No CSV of a known kind lies in the data folders. Upload one above, or copy '
        + 'files into a data folder and look again.');
    }
    const fresh = this.#files.filter((file) => !file.ingestedRunId);
    const all = element('input', { type: 'checkbox', id: 'all-files', 'data-key': 'all',
      change: (event) => this.#choose(event.target.checked ? (fresh.length ? fresh : this.#files) : []) });
    return element('fieldset', {}, element('legend', { class: 'unseen' }, 'Files'),
      element('label', { class: 'tick all', for: 'all-files' }, all,
        fresh.length > 0 && fresh.length < this.#files.length ? 'All that are new' : 'All of them'),
      element('ul', {}, this.#files.map((file, index) => this.#file(file, index))),
      more > 0 ? element('p', { class: 'note' }, `${count(more)} more files are not listed; start those by the command line.`)
        : null);
  }

  #file(file, index) {
    const tick = element('input', { type: 'checkbox', id: `file-${index}`, value: file.path, 'data-key': file.path,
      checked: this.#chosen.has(file.path), change: (event) => this.#tick(file.path, event.target.checked) });
    const known = file.entries.filter((entry) => entry.dataset);
    return element('li', { class: 'file-line' }, element('label', { class: 'tick', for: `file-${index}` }, tick,
      element('span', { class: 'file' },
        element('span', { class: 'file-name', title: file.path }, file.name),
        element('span', { class: 'note' }, bytes(file.sizeBytes)),
        element('span', { class: 'tags' }, file.datasets.map((dataset) => element('span', { class: 'tag' }, dataset)),
          file.years.length > 0 ? element('span', { class: 'tag' }, file.years.join(', ')) : null,
          file.beingRead ? element('span', { class: 'note' }, 'reading the years …') : null,
          known.length > 0 ? element('span', { class: 'note' }, `${count(known.length)} inside`)
            : null,
          file.ingestedRunId ? element('span', { class: 'note' }, `ingested, run ${runName(file.ingestedRunId)}`)
            : null))),
    this.#deletion(file));
  }

  #deletion(file) {
    return file.uploaded ? element('button', { type: 'button', class: 'quiet danger', 'data-key': `delete ${file.path}`,
      'aria-label': `Delete the uploaded file ${file.name}`, click: () => this.#delete(file) }, 'Delete') : null;
  }

  async #delete(file) {
    if (!await confirmed(`Delete ${file.name}?`, `The uploaded file is deleted from the data folder. What was ingested from `
      + 'it stays.', 'Delete the file')) {
      return;
    }
    try {
      await remove(`/api/files?path=${encodeURIComponent(file.path)}`);
      say(`${file.name} is deleted`);
    } catch (problem) {
      refused(`${file.name} is not deleted`, problem);
    }
    await this.read();
  }

  #choose(files) {
    this.#chosen = new Set(files.map((file) => file.path));
    this.#mark();
  }

  #mark() {
    this.#list.querySelectorAll('input[value]').forEach((tick) => {
      tick.checked = this.#chosen.has(tick.value);
    });
    this.#update();
  }

  #tick(path, on) {
    if (on) {
      this.#chosen.add(path);
    } else {
      this.#chosen.delete(path);
    }
    this.#update();
  }

  #update() {
    const none = this.#chosen.size === 0 || this.#busy;
    this.#begin.disabled = none;
    this.#check.disabled = none;
    write(this.#begin, this.#chosen.size > 1 ? `Start with ${count(this.#chosen.size)} files` : 'Start');
  }

  #request() {
    return {
      paths: [...this.#chosen], force: this.#force.checked, merge: this.#merge.checked,
      rowsPerSecond: this.#speed.value === '' ? null : Number(this.#speed.value),
    };
  }

  async #while(text, action) {
    this.#busy = true;
    this.#update();
    this.#found.replaceChildren(element('p', { class: 'busy' }, text));
    try {
      await action();
    } finally {
      this.#busy = false;
      this.#update();
    }
  }

  #inspect() {
    return this.#while('Reading the files to see what is in them …', async () => {
      try {
        const inspection = await postPatiently('/api/inspections', this.#request());
        this.#found.replaceChildren(...this.#findings(inspection));
      } catch (problem) {
        this.#found.replaceChildren();
        refused('The files cannot be checked', problem);
      }
    });
  }

  #findings({ files, ignored, alreadyIngestedRunId, problems }) {
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    return [
      ...problems.map((problem) => element('p', { class: 'message bad' }, `${problem.detail}. `,
        element('span', { class: 'what-to-do' }, problem.action))),
      problems.length === 0 ? element('p', { class: 'message good' }, alreadyIngestedRunId && !this.#force.checked
        ? `All of it is ingested already, by run ${runName(alreadyIngestedRunId)}: starting would do nothing.`
        : `Starting would read ${plural(rows, 'row')} of ${plural(files.length, 'file')}.`) : null,
      element('ul', { class: 'note' }, files.map((file) => element('li', {},
        `${file.fileName}: ${file.dataset}, ${plural(file.rows, 'row')}, ${file.years.join(', ')}`)),
      ignored.map((text) => element('li', {}, `passed over: ${text}`))),
    ].filter(Boolean);
  }

  #start() {
    return this.#while('Reading the files once to know their content, then the run begins …', async () => {
      try {
        const run = await postPatiently('/api/runs', this.#request());
        this.#found.replaceChildren();
        this.#begun(run);
      } catch (problem) {
        this.#found.replaceChildren();
        refused('The run does not start', problem);
      }
    });
  }

  #begun(run) {
    this.#choose([]);
    this.#list.querySelectorAll('input').forEach((tick) => { tick.checked = false; });
    this.#force.checked = false;
    ['done', 'refused'].forEach(takeBack);
    if (run.alreadyIngested) {
      notice('done', 'done', `All of it is ingested already, by run ${runName(run.runId)}.`,
        'Tick “Ingest again” to read it as a new run.');
    }
    this.#runs.select(run.runId);
    this.#runs.take(run);
    byId('watch').focus();
    byId('watch').scrollIntoView({ block: 'start' });
  }

  async #uploaded(path) {
    this.#chosen.add(path);
    await this.read();
    this.#mark();
  }

}
