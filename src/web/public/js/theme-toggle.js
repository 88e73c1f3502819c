import { all } from './elements.js';

/** Light and dark desk. */
export function offerThemes() {
  const root = document.documentElement;
  for (const button of all(HTMLElement, '[data-theme-toggle]')) {
    button.addEventListener('click', () => {
      const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      root.dataset.bsTheme = theme;
      try {
        localStorage.setItem('ha-theme', theme);
      } catch {
        // The browser refuses storage: the choice lasts as long as the page.
      }
    });
  }
}
