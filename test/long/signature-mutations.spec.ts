import { runMutations } from '../support/mutated-files/mutation-run.js';
import { drawnSeed } from '../support/chance.js';

const SEED = drawnSeed('MUTATION_SEED');

/** New dice each time; `MUTATION_SEED` throws again the ones that a failure names. */
describe('signed files changed at random, for long', () => {
  it(
    `seed ${String(SEED)}: 20,000 changes of bytes and 2,000 of structure are accepted only when what was signed is untouched`,
    async () => {
      const { faults, ...figures } = await runMutations(SEED, { bytes: 20_000, structures: 2_000 });
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      expect(faults).toEqual([]);
    },
    60 * 60_000,
  );
});
