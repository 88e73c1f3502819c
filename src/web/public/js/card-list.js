import { all, first } from './elements.js';
import { tell } from './toasts.js';

/**
 * Moving and marking in a list of cards that wait for a decision. The key that agrees to what is marked agrees to the card with the focus where nothing is.
 *
 * @returns {import('./work-list.js').WorkList | null} null where the page has no such list
 */
export function moveInCards() {
  if (!document.querySelector('[data-card-list]')) return null;
  const cardsNow = () => all(HTMLElement, '[data-card-list] > section');
  const focusedCard = () => cardsNow().find((card) => card.contains(document.activeElement));

  first(HTMLElement, '[data-agree-marked]')?.addEventListener('click', (event) => {
    const card = focusedCard();
    if (!card || document.querySelector('[data-card-list] input[type="checkbox"]:checked')) return;
    event.preventDefault();
    const own = first(HTMLElement, '[data-agree]', card);
    if (own) own.click();
    else tell('Việc này mở phiếu để quyết định.');
  });

  return {
    move(step) {
      const cards = cardsNow();
      const at = cards.findIndex((card) => card === focusedCard());
      const next = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + step))];
      if (next) first(HTMLAnchorElement, 'a', next)?.focus();
    },
    pick() {
      const card = focusedCard() ?? cardsNow()[0];
      const box = card && first(HTMLInputElement, 'input[type="checkbox"]', card);
      if (box) box.click();
      else if (card) tell('Việc này mở phiếu để quyết định.');
    },
    shown: () => Promise.resolve(focusedCard() !== undefined),
    open() {
      const card = focusedCard() ?? cardsNow()[0];
      if (card) first(HTMLAnchorElement, 'a', card)?.click();
      return card !== undefined;
    },
    owns: () => true,
  };
}
