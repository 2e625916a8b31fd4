import { get, post, remove, traffic } from './api.js';
import { byId, element, rebuild } from './dom.js';
import { notice } from './notice.js';

let session = { open: true, user: null, roles: [] };

/** Whether buttons that change something are offered; the server decides in any case. */
export function mayOperate() {
  return session.open || session.roles.includes('operator');
}

/** Who is signed in; tells onChange after each signing in and out. */
export class Session {

  #onChange;
  #dialog = null;

  constructor(onChange) {
    this.#onChange = onChange;
    traffic.addEventListener('login', () => this.#ask());
  }

  async begin() {
    try {
      session = await get('/api/session');
    } catch (problem) {
      if (problem.status !== 404 && !problem.passing) {
        throw problem;
      }
    }
    this.#show();
    if (!session.open && !session.user) {
      this.#ask();
    }
  }

  #show() {
    rebuild(byId('account'), session, () => !session.open && session.user
      ? [element('span', {}, `${session.user}${mayOperate() ? '' : ' (may look only)'}`),
        element('button', { type: 'button', class: 'quiet', click: () => this.#logOut() }, 'Sign out')] : null);
    this.#onChange();
  }

  #ask() {
    if (this.#dialog) {
      return;
    }
    const user = element('input', { name: 'user', autocomplete: 'username', required: true, id: 'login-user' });
    const password = element('input', {
      name: 'password', type: 'password', autocomplete: 'current-password', required: true, id: 'login-password',
    });
    const trouble = element('p', { class: 'message bad', role: 'alert', hidden: true });
    const form = element('form', { submit: (event) => this.#logIn(event, user, password, trouble) },
      element('h2', { id: 'login-title' }, 'Sign in'),
      element('label', { for: 'login-user' }, 'User'), user,
      element('label', { for: 'login-password' }, 'Password'), password, trouble,
      element('div', { class: 'actions' }, element('button', { class: 'main' }, 'Sign in')));
    this.#dialog = element('dialog', { 'aria-labelledby': 'login-title', cancel: (event) => event.preventDefault() }, form);
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  async #logIn(event, user, password, trouble) {
    event.preventDefault();
    try {
      await post('/api/session', { user: user.value, password: password.value });
      session = await get('/api/session');
      this.#dialog.close();
      this.#dialog.remove();
      this.#dialog = null;
      this.#show();
    } catch (problem) {
      trouble.hidden = false;
      trouble.textContent = `${problem.message}. ${problem.action ?? ''}`;
      password.value = '';
      password.focus();
    }
  }

  async #logOut() {
    try {
      await remove('/api/session');
      session = await get('/api/session');
    } catch (problem) {
      notice('refused', 'error', problem.message, problem.action);
    }
    this.#show();
    if (!session.open && !session.user) {
      this.#ask();
    }
  }

}
