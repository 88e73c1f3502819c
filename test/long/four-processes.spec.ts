import { PATIENCE } from '../faults/support/app-process.js';
import { FourProcesses } from '../faults/support/four-processes.js';
import { drawnSeed } from '../support/chance.js';
import { Dice } from '../support/dice.js';

const MINUTES = Number(process.env['FOUR_MINUTES'] ?? '10');
const SEED = drawnSeed('FOUR_SEED');
const LIMIT_MS = (MINUTES + 12) * 60_000 * PATIENCE;

/** F1, F2, F3, F24 with people at the pages; the short form, without them: test/faults/kills.spec.ts. */
describe(`two processes with pages and two workers, one of them killed each few seconds, for ${String(MINUTES)} minutes`, () => {
  let four: FourProcesses;
  let from: Date;
  let to: Date;

  beforeAll(async () => {
    process.stderr.write(`FOUR_SEED=${String(SEED)}\n`);
    four = await FourProcesses.open();
    await four.start();
    from = new Date();
    await four.underKills(MINUTES, new Dice(SEED));
    to = new Date();
    await four.settle();
    const { faultApp, kills, letters, people, proxy } = four;
    const { totals } = await faultApp.peer();
    process.stderr.write(
      `four processes: ${String(kills)} kills, ${String(faultApp.hotline.accepted.length)} tickets, ${String(letters)} letters, ${String(people.taken)} forms taken, ` +
        `${String(proxy.answered)} answers (${String(proxy.retried)} by the second process, ${String(proxy.failed.length)} cut off), ${String(totals.repetitions)} messages repeated\n`,
    );
  }, LIMIT_MS);

  afterAll(() => four.close());

  it('loses nothing, doubles nothing, leaves no gap in numbers and no break in chains', async () => {
    expect(await four.faultApp.broken()).toEqual([]);
  });

  it('has whole every file that the database names', async () => {
    expect(await four.lostFiles()).toEqual([]);
  });

  it('runs each slot of recurring work once', async () => {
    expect(await four.slotBreaches(from, to)).toEqual([]);
  });

  it('agrees with the e-office', async () => {
    expect(await four.differences(from)).toEqual([]);
  });

  it('was under load: tickets came, people acted, letters left', async () => {
    expect(four.faultApp.hotline.accepted.length).toBeGreaterThan((MINUTES * 10) / PATIENCE);
    expect(four.kills).toBeGreaterThan((MINUTES * 5) / PATIENCE);
    expect(await four.faultApp.tickets.countBy({ state: 'answered' })).toBe(four.letters);
  });

  it('answers only 502 where a process died with a form in hand, and 503 while another holds the database', () => {
    expect(four.proxy.failed.filter((line) => !/ 50[23]$/u.test(line))).toEqual([]);
  });
});
