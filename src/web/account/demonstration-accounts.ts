import type { DemonstrationView } from './login-page.js';

/** The accounts that a demonstration shows on its sign-in page; a real installation gives none. */
export abstract class DemonstrationAccounts {
  abstract view(): DemonstrationView;
}
