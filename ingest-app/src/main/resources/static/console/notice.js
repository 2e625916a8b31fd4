import { byId, element, write } from './dom.js';
import { plural } from './format.js';

/** Tells a screen reader, without interrupting it. */
export function say(text) {
  write(byId('say'), text);
}

/**
 * Shows a message above everything until it is closed or taken back; one of a key at a time. The newest is in sight, the
 * older ones are folded below it. kind: error (announced at once), warning or done.
 */
export function notice(key, kind, text, action) {
  if (known(key)?.dataset.text === text) {
    return;
  }
  known(key)?.remove();
  byId('notices').prepend(element('div',
    { 'class': `notice ${kind}`, 'data-notice': key, 'data-text': text, role: kind === 'error' ? 'alert' : 'status' },
    element('p', {}, text, action ? element('span', { class: 'what-to-do' }, ` ${action}`) : null),
    element('button', { type: 'button', class: 'quiet', 'aria-label': 'Close this message', click: () => close(key) },
      '×')));
  fold();
}

export function takeBack(key) {
  known(key)?.remove();
  fold();
}

function known(key) {
  return byId('notices').querySelector(`[data-notice="${key}"]`);
}

/** Whoever closes one message after the other by the keyboard stays among them. */
function close(key) {
  takeBack(key);
  byId('notices').querySelector('.notice button')?.focus();
}

let unfolded = false;

const more = element('button', { type: 'button', class: 'quiet', 'aria-controls': 'notices', click: () => {
  unfolded = !unfolded;
  fold();
} });

const closeAll = element('button', { type: 'button', class: 'quiet', click: () => {
  byId('notices').replaceChildren();
  fold();
} }, 'Close all');

const handles = element('div', { class: 'notice-handles' }, more, closeAll);

function fold() {
  const older = [...byId('notices').children].slice(1);
  unfolded &&= older.length > 0;
  older.forEach((message) => { message.hidden = !unfolded; });
  byId('notices').firstElementChild?.removeAttribute('hidden');
  const errors = older.filter((message) => message.classList.contains('error')).length;
  write(more, unfolded ? 'Show the newest only'
    : `${plural(older.length, 'older message')}${errors > 0 ? ` (${plural(errors, 'error')})` : ''}`);
  more.setAttribute('aria-expanded', unfolded);
  if (older.length === 0) {
    handles.remove();
  } else if (!handles.isConnected) {
    byId('notices').after(handles);
  }
}

/** Shows why something a person asked for was not done, also when it is the same as the last time. */
export function refused(what, problem) {
  if (problem.code !== 'LOGIN_NEEDED') {
    takeBack('refused');
    notice('refused', 'error', `${what}: ${problem.message}.`.replace('..', '.'), problem.action);
  }
}

function broken(error) {
  notice('script', 'error', `This page has a fault: ${error?.message ?? error}.`,
    'Runs go on without it. Reload the page, and report what it says.');
}

/** What no other code has caught is shown, not swallowed. */
export function showFaults() {
  window.addEventListener('error', (event) => broken(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => broken(event.reason));
}
