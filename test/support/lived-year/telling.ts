import type { Dice } from '../dice.js';
import type { LivedOffice } from './lived-office.js';

/** Where a story is told, and by what chance. */
export interface Telling {
  readonly office: LivedOffice;
  readonly dice: Dice;
}
