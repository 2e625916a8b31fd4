import { element } from './dom.js';

/** Asks before something that cannot be taken back; the focus goes back to where it was. */
export function confirmed(title, text, yes) {
  return new Promise((resolve) => {
    const dialog = element('dialog', { 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
      element('h2', { id: 'confirm-title' }, title), element('p', { id: 'confirm-text' }, text),
      element('form', { method: 'dialog', class: 'actions' },
        element('button', { value: 'no', autofocus: true }, 'Cancel'),
        element('button', { value: 'yes', class: 'danger' }, yes)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
