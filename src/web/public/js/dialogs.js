import { all, byId, first, one } from './elements.js';

/** Opens dialogs from their buttons, asks before what cannot be undone, and closes menus on a press elsewhere. */
export function openDialogs() {
  for (const button of all(HTMLElement, '[data-opens]')) {
    button.addEventListener('click', () => openDialog(button.dataset.opens ?? ''));
  }

  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const dialog = byId(HTMLDialogElement, form.dataset.confirm ?? '');
    if (!dialog || form.dataset.confirmed !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener(
      'close',
      () => {
        if (dialog.returnValue !== 'yes') return;
        form.dataset.confirmed = '';
        // What the pressed button says is part of the form.
        form.requestSubmit(submitter);
      },
      { once: true },
    );
  });

  document.addEventListener('click', (event) => {
    const pressed = event.target;
    for (const menu of all(HTMLDetailsElement, 'details[data-closes][open]')) {
      if (!(pressed instanceof Node && menu.contains(pressed))) menu.open = false;
    }
  });
}

/** @param {string} id */
export function openDialog(id) {
  const dialog = byId(HTMLDialogElement, id);
  if (dialog && !dialog.open) dialog.showModal();
}

/** Closes the open menu, if there is one, and gives focus back to its button. */
export function closeMenu() {
  const menu = first(HTMLDetailsElement, 'details[data-closes][open]');
  if (!menu) return false;
  menu.open = false;
  one(HTMLElement, 'summary', menu).focus();
  return true;
}
