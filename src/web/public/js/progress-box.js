/** Button, warning and edge say who will read what is written. */
export function showAudience() {
  for (const form of document.querySelectorAll('form[data-audience]')) {
    const show = () => {
      form.dataset.audience = form.querySelector('input[name="audience"]:checked')?.value ?? form.dataset.audience;
      for (const part of form.querySelectorAll('[data-audience-is]')) {
        part.hidden = part.dataset.audienceIs !== form.dataset.audience;
      }
    };
    form.addEventListener('change', show);
    show();
  }
}
