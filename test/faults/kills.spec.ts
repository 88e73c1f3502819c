import { PATIENCE } from './support/app-process.js';
import { FaultHouse } from './support/fault-house.js';
import { killAtRandom } from './support/kill-campaign.js';

const KILLS = Number(process.env['FAULT_KILLS'] ?? '50');
const LETTERS = 2;
const START_LIMIT_MS = 5000;
const SETTLE_MS = 180_000 * PATIENCE;

/** F1, F2, F3, F24: two processes on one database; the hotline goes on sending and people go on working. */
describe(`kill -9 at ${String(KILLS)} random moments under load`, () => {
  let house: FaultHouse;

  beforeAll(
    async () => {
      house = await FaultHouse.open();
      await house.people();
      const stopped = new AbortController();
      const load = [house.hotline.goOn(700 * PATIENCE, stopped.signal), house.department.work(LETTERS, stopped.signal)];
      try {
        await killAtRandom(house, { kills: KILLS, side: 2, longestLifeMs: 1500 });
      } finally {
        stopped.abort();
        await Promise.all(load);
      }
      await house.answersAgain(house.begin());
      await house.department.answer(LETTERS, SETTLE_MS);
      await house.untilQuiet(SETTLE_MS);
    },
    KILLS * START_LIMIT_MS * PATIENCE + 2 * SETTLE_MS,
  );

  afterAll(() => house.close());

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await house.broken()).toEqual([]);
  });

  it('was under load all the time', async () => {
    expect(house.hotline.accepted.length).toBeGreaterThan(KILLS / 2);
    expect(await house.tickets.countBy({ state: 'answered' })).toBe(LETTERS);
  });

  it('has said everything about an answered ticket in order', async () => {
    const { received } = await house.peer();
    const answered = received.filter(({ kind }) => kind === 'document').map(({ answers }) => answers[0]);
    expect(answered).toHaveLength(LETTERS);
    for (const documentId of answered) {
      const about = received.filter(({ answers }) => answers[0] === documentId && documentId !== undefined);
      const statuses = about.flatMap(({ status }) => (status === null ? [] : [status]));
      expect(statuses).toEqual(['01', '03', '04', '05', '05', '05', '05', '06']);
    }
  });
});
