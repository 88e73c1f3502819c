import { PATIENCE } from '../faults/support/app-process.js';
import { Dice } from '../support/dice.js';
import { RestoreRounds } from '../support/restore-rounds.js';
import { onSqlite } from '../support/on-sqlite.js';

const SEED = Number(process.env['RESTORE_SEED'] ?? '17');

onSqlite('puts its file back').describe('a backup put back by hand', () => {
  let rounds: RestoreRounds | null = null;
  beforeAll(async () => {
    rounds = await RestoreRounds.open(new Dice(SEED));
  }, 120_000 * PATIENCE);
  afterAll(() => rounds?.close());

  it(
    `gives no number twice, and each message the number that it had (seed ${String(SEED)})`,
    async () => {
      await rounds?.play('database');
      await rounds?.play('everything');
      expect(rounds?.wrong).toEqual([]);
    },
    180_000 * PATIENCE,
  );
});
