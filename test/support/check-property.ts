import fc from 'fast-check';
import { TEST_SEED } from './chance.js';

/** `fc.assert` from the seed of the run: what fails once fails again, on every machine. */
export function checkProperty<Made>(property: fc.IAsyncProperty<Made>, parameters?: fc.Parameters<Made>): Promise<void>;
export function checkProperty<Made>(property: fc.IProperty<Made>, parameters?: fc.Parameters<Made>): void;
export function checkProperty<Made>(
  property: fc.IAsyncProperty<Made> | fc.IProperty<Made>,
  parameters: fc.Parameters<Made> = {},
): Promise<void> {
  const all = { seed: TEST_SEED, ...parameters };
  const checked = fc.assert(property as fc.IAsyncProperty<Made>, all); // eslint-disable-line no-restricted-syntax -- the one place
  return checked;
}
