/** Builds an element. Attributes that are null, undefined or false are left out; functions are listeners. */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Sets a text only when it is another one, so that nothing is announced or selected anew. */
export function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

const signatures = new WeakMap();
const postponed = new Map();
let pressed = null;

/** A button that is replaced between press and release is not clicked: what it stands in waits. */
addEventListener('pointerdown', (event) => { pressed = event.target; }, true);
['pointerup', 'pointercancel'].forEach((type) => addEventListener(type, () => {
  pressed = null;
  setTimeout(() => {
    const waiting = [...postponed.values()];
    postponed.clear();
    waiting.forEach((again) => again());
  });
}, true));

/**
 * Builds the children of a node anew, but only when what they show has changed; the focus stays where it was, by the
 * attribute data-key.
 */
export function rebuild(node, shown, build) {
  if (pressed && node.contains(pressed)) {
    postponed.set(node, () => rebuild(node, shown, build));
    return;
  }
  postponed.delete(node);
  const signature = JSON.stringify(shown);
  if (signatures.get(node) === signature) {
    return;
  }
  signatures.set(node, signature);
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  node.replaceChildren(...[build()].flat().filter(Boolean));
  if (focused) {
    node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** A table with a caption for screen readers; cells are texts or nodes. */
export function table(caption, columns, rows) {
  return element('table', {},
    element('caption', { class: 'unseen' }, caption),
    element('thead', {}, element('tr', {}, columns.map((column) =>
      element('th', { scope: 'col', class: column.figures ? 'figure' : null }, column.title)))),
    element('tbody', {}, rows.map((cells) => element('tr', {}, cells.map((cell, index) =>
      element(index === 0 ? 'th' : 'td',
        { scope: index === 0 ? 'row' : null, class: columns[index].figures ? 'figure' : null }, cell))))));
}
