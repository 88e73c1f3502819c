/** Opens dialogs from their buttons, asks before what cannot be undone, and closes menus on a press elsewhere. */
export function openDialogs() {
  for (const button of document.querySelectorAll('[data-opens]')) {
    button.hidden = false;
    button.addEventListener('click', () => openDialog(button.dataset.opens));
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    const dialog = document.getElementById(form.dataset.confirm ?? '');
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
        form.requestSubmit();
      },
      { once: true },
    );
  });

  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details[data-closes][open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

/** @param {string} id */
export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) dialog.showModal();
}

/** Closes the open menu, if there is one, and gives focus back to its button. */
export function closeMenu() {
  const menu = document.querySelector('details[data-closes][open]');
  if (!menu) return false;
  menu.open = false;
  menu.querySelector('summary').focus();
  return true;
}
