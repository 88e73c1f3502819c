import { PdfMalformed } from './limits.js';
import type { PdfValue } from './values.js';

/** How many numbers each step takes (ISO 32000-1, annex A). */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...['w', 'j', 'J', 'M', 'g', 'G', 'Tc', 'Tw', 'Tz', 'TL', 'Ts', 'Tr'].map((operator) => [operator, 1] as const),
  ...['m', 'l', 'Td', 'TD'].map((operator) => [operator, 2] as const),
  ...['rg', 'RG'].map((operator) => [operator, 3] as const),
  ...['re', 'v', 'y', 'k', 'K'].map((operator) => [operator, 4] as const),
  ...['c', 'cm', 'Tm'].map((operator) => [operator, 6] as const),
]);

/**
 * Of too many operands some readers take the first and some the last, and with too few or with others they draw nothing, or go on.
 *
 * @throws PdfMalformed where a step has others than it takes
 */
export function requireOperands(operator: string, operands: readonly PdfValue[]): void {
  const count = NUMBERS.get(operator);
  if (count === undefined) return;
  const isSound = operands.length === count && operands.every((operand) => typeof operand === 'number');
  if (!isSound) throw new PdfMalformed(`operands of ${operator}`);
}
