/** How long a done thing stays, in milliseconds; not while it is pointed at or has focus. */
const SHOWN = 8_000;

export function fadeToasts() {
  for (const toast of document.querySelectorAll('[data-toast]')) {
    const leave = () => {
      if (toast.matches(':hover, :focus-within')) setTimeout(leave, SHOWN);
      else toast.remove();
    };
    setTimeout(leave, SHOWN);
  }
}
