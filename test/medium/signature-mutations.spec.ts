import { runMutations } from '../support/mutated-files/mutation-run.js';

/** The short form of `test/long/signature-mutations.spec.ts`, with dice that always fall alike. */
describe('signed files changed at random', () => {
  it('are accepted only when what was signed is untouched, and never keep the verifier busy', async () => {
    const { faults, tried, accepted } = await runMutations(20_261_126, { bytes: 600, structures: 150 });
    expect(faults).toEqual([]);
    expect(tried).toBe(750);
    expect(accepted).toBeLessThan(tried / 4);
  }, 120_000);
});
