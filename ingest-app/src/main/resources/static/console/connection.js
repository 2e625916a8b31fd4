import { traffic } from './api.js';
import { byId, write } from './dom.js';
import { notice, say, takeBack } from './notice.js';

const TEXTS = {
  UNREACHABLE: ['Connection lost', 'The server cannot be reached. What is shown is what it said last.',
    'The page tries again by itself; runs go on without it.'],
  DATABASE_AWAY: ['Database away', 'The database does not answer. What is shown is what it said last.',
    'Runs wait and go on by themselves when it is back.'],
};

/** Says at the top whether the server answers, and says so when that changes. */
export function showConnection(onReturn) {
  let trouble = null;

  function change(next) {
    const label = byId('connection');
    write(label, next ? TEXTS[next][0] : 'Connected');
    label.dataset.state = next ? 'lost' : 'connected';
    if (next) {
      takeBack('back');
      notice('connection', 'error', TEXTS[next][1], TEXTS[next][2]);
    } else if (trouble) {
      takeBack('connection');
      notice('back', 'done', trouble === 'UNREACHABLE' ? 'Connected again.' : 'The database is back.',
        'Everything shown is up to date.');
      setTimeout(() => takeBack('back'), 10_000);
      onReturn();
    } else {
      say('Connected');
    }
    trouble = next;
  }

  traffic.addEventListener('answer', (event) => {
    const code = event.detail?.code;
    const next = code in TEXTS ? code : null;
    if (next !== trouble || byId('connection').dataset.state === 'waiting') {
      change(next);
    }
  });
}
