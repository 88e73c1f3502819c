import { all, byId, first, one } from './elements.js';

/** Opens dialogs from their buttons, asks before what cannot be undone, and closes menus once something else is used. */
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

  // What is pressed elsewhere, or reached by Tab, must not lie under an open menu.
  for (const kind of ['click', 'focusin']) document.addEventListener(kind, ({ target }) => closeMenusBut(target));
}

/** @param {EventTarget | null} place */
function closeMenusBut(place) {
  for (const menu of all(HTMLDetailsElement, 'details[data-closes][open]')) {
    if (!(place instanceof Node && menu.contains(place))) menu.open = false;
  }
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
