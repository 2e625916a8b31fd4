import { byId, element, rebuild, write } from './dom.js';
import { count } from './format.js';
import { Rejects } from './rejects.js';
import { isMoving } from './runs.js';

/** Whether every row has exactly one fate: an equation for each file, and the rows that could not be read. */
export class Trust {

  #runs;
  #rejects;

  constructor(runs) {
    this.#runs = runs;
    this.#rejects = new Rejects(byId('rejects'));
    runs.addEventListener('run', () => this.#show());
  }

  #show() {
    const run = this.#runs.current;
    this.#rejects.show(run);
    if (!run) {
      rebuild(byId('books'), null, () => element('p', { class: 'empty' },
        'When a run has begun, this says what became of each row.'));
      write(byId('verdict'), '');
      return;
    }
    const complete = run.state === 'COMPLETE';
    const books = (run.reconciliation.length > 0 ? run.reconciliation : run.datasets.map(booksOf))
      .map((book) => (complete ? { ...book, complete } : { ...book, underWay: underWay(book) }));
    const verdict = byId('verdict');
    verdict.dataset.verdict = run.reconciled ? 'good' : isMoving(run) || run.state !== 'COMPLETE' ? 'open' : 'bad';
    write(verdict, run.reconciled ? '✓ Every row is accounted for'
      : run.state === 'COMPLETE' ? '✗ The books do not balance' : 'Not all rows have their fate yet');
    rebuild(byId('books'), books, () => element('ul', { class: 'books' }, books.map(fileBooks)));
  }

}

/** Until a run is complete, published rows may be on their way to the tables. */
function underWay(book) {
  return Math.max(0, book.rowsPublished - book.rowsApplied - book.rowsDeadLettered);
}

/** While a run goes on, the books are kept by dataset. */
function booksOf(dataset) {
  return {
    dataset: dataset.dataset, fileName: null, rowsRead: dataset.published + dataset.rejected,
    rowsPublished: dataset.published, rowsRejected: dataset.rejected, rowsDeadLettered: dataset.deadLettered,
    rowsApplied: dataset.applied, rowsInAggregates: dataset.inAggregates, rowsSetAside: dataset.setAside,
    reconciled: false,
  };
}

/** One equation says it all; its three steps are behind it, and open when they do not add up. */
function fileBooks(books) {
  const steps = [
    [[books.rowsRead, 'read'], [[books.rowsPublished, 'published'], [books.rowsRejected, 'rejected']]],
    [[books.rowsPublished, 'published'], [[books.rowsApplied, 'applied'], [books.rowsDeadLettered, 'dead-lettered']],
      books.underWay],
    [[books.rowsApplied, 'applied'], [[books.rowsInAggregates, 'in the aggregates'], [books.rowsSetAside, 'set aside']]],
  ];
  const whole = equation([books.rowsRead, 'read'], [[books.rowsInAggregates, 'in the aggregates'],
    [books.rowsSetAside, 'set aside'], [books.rowsRejected, 'rejected'], [books.rowsDeadLettered, 'dead-lettered']],
  books.underWay, books.complete ? books.reconciled : true);
  return element('li', { class: 'book', 'data-file': books.fileName ?? books.dataset },
    element('h3', {}, books.fileName ?? books.dataset,
      books.fileName ? element('span', { class: 'note' }, ` ${books.dataset}`) : null),
    element('details', { open: books.complete && !books.reconciled }, element('summary', {}, whole),
      element('ul', { class: 'equations' }, steps.map((step) => element('li', {}, equation(...step))))));
}

function equation([left, leftName], right, underWay = 0, sound = true) {
  const terms = underWay > 0 ? [...right, [underWay, 'under way']] : right;
  const difference = left - terms.reduce((sum, [amount]) => sum + amount, 0);
  return element('span', { class: 'equation' },
    term(left, leftName), element('span', { class: 'operator' }, difference === 0 ? ' = ' : ' ≠ '),
    terms.flatMap(([amount, name], index) => [
      index > 0 ? element('span', { class: 'operator' }, ' + ') : null, term(amount, name)]),
    mark(difference === 0 && sound, difference));
}

function term(amount, name) {
  return element('span', { class: amount === 0 ? 'term none' : 'term' }, element('b', {}, count(amount)), ` ${name}`);
}

function mark(good, difference) {
  const text = good ? 'holds' : difference === 0 ? 'does not hold' : `differs by ${count(difference)}`;
  return element('span', { class: good ? 'mark good' : 'mark bad' },
    element('span', { 'aria-hidden': 'true' }, good ? ' ✓' : ` ✗ ${difference === 0 ? '' : text}`),
    element('span', { class: 'unseen' }, text));
}
