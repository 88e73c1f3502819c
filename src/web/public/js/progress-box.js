import { all, first } from './elements.js';

/** Button, warning and edge say who will read what is written. */
export function showAudience() {
  for (const form of all(HTMLFormElement, 'form[data-audience]')) {
    const show = () => {
      const chosen = first(HTMLInputElement, 'input[name="audience"]:checked', form);
      if (chosen) form.dataset.audience = chosen.value;
      for (const part of all(HTMLElement, '[data-audience-is]', form)) {
        part.hidden = part.dataset.audienceIs !== form.dataset.audience;
      }
    };
    form.addEventListener('change', show);
    show();
  }
}
