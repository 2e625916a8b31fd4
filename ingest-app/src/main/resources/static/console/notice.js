import { byId, element, write } from './dom.js';

/** Tells a screen reader, without interrupting it. */
export function say(text) {
  write(byId('say'), text);
}

/**
 * Shows a message above everything until it is closed or taken back; one of a key at a time.
 * kind: error (announced at once), warning or done.
 */
export function notice(key, kind, text, action) {
  const known = byId('notices').querySelector(`[data-notice="${key}"]`);
  if (known?.dataset.text === text) {
    return;
  }
  known?.remove();
  byId('notices').append(element('div',
    { 'class': `notice ${kind}`, 'data-notice': key, 'data-text': text, role: kind === 'error' ? 'alert' : 'status' },
    element('p', {}, text, action ? element('span', { class: 'what-to-do' }, ` ${action}`) : null),
    element('button', { type: 'button', class: 'quiet', 'aria-label': 'Close this message', click: () => takeBack(key) },
      '×')));
}

export function takeBack(key) {
  byId('notices').querySelector(`[data-notice="${key}"]`)?.remove();
}

/** Shows why something a person asked for was not done. */
export function refused(what, problem) {
  if (problem.code !== 'LOGIN_NEEDED') {
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
