import { showConnection } from './connection.js';
import { History } from './history.js';
import { showFaults } from './notice.js';
import { Questions } from './questions.js';
import { Runs } from './runs.js';
import { Session } from './session.js';
import { Start } from './start.js';
import { Trust } from './trust.js';
import { Watch } from './watch.js';

showFaults();

// what one jumps to is not hidden behind what stays in sight
new ResizeObserver(([top]) => {
  document.documentElement.style.scrollPaddingTop = `${Math.ceil(top.contentRect.height) + 12}px`;
}).observe(document.querySelector('.top'));

const runs = new Runs();
const watch = new Watch(runs);
const history = new History(runs);
new Trust(runs);
const start = new Start(runs);

showConnection(() => {
  runs.refresh();
  start.read();
});

const session = new Session(() => {
  start.read();
  watch.show();
  history.show();
  runs.refresh();
});

await session.begin();
runs.begin();
new Questions(runs);
