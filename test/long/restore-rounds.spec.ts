import { PATIENCE } from '../faults/support/app-process.js';
import { Dice } from '../support/dice.js';
import { RESTORES, RestoreRounds } from '../support/restore-rounds.js';

const SEED = Number(process.env['RESTORE_SEED'] ?? String(Date.now() % 1_000_000));
const ROUNDS = Number(process.env['RESTORE_ROUNDS'] ?? '20');
const ROUND_MS = 300_000 * PATIENCE;

/** The chapter on backup, by hand: backup, work with messages of every age, restore, work. The short form: test/e2e/restored-backup.spec.ts. */
describe(`${String(ROUNDS)} backups put back by hand, seed ${String(SEED)}`, () => {
  const dice = new Dice(SEED);
  let rounds: RestoreRounds | null = null;
  beforeAll(async () => {
    process.stderr.write(`RESTORE_SEED=${String(SEED)}\n`);
    rounds = await RestoreRounds.open(dice);
  }, ROUND_MS);
  afterAll(() => rounds?.close());

  // Each kind in turn, each at least once.
  it.each(Array.from({ length: ROUNDS }, (_, at) => [at + 1, RESTORES[at % RESTORES.length] ?? 'database'] as const))(
    'round %i, %s: gives no number twice, each message its own, and claims no agreement too early',
    async (round, how) => {
      await rounds?.play(how);
      process.stderr.write(`round ${String(round)}, ${how}: ${rounds?.wrong.join('; ') ?? ''}\n`);
      expect(rounds?.wrong).toEqual([]);
    },
    ROUND_MS,
  );
});
