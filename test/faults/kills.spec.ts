import { PATIENCE } from './support/app-process.js';
import { FaultApp } from './support/fault-app.js';
import { killAtRandom } from './support/kill-campaign.js';

const KILLS = Number(process.env['FAULT_KILLS'] ?? '15');
const LETTERS = 2;
const START_LIMIT_MS = 5000;
const SETTLE_MS = 180_000 * PATIENCE;

/** F1, F2, F3, F24: two processes on one database; the hotline goes on sending and people go on working. */
describe(`kill -9 at ${String(KILLS)} random moments under load`, () => {
  let faultApp: FaultApp;

  beforeAll(
    async () => {
      faultApp = await FaultApp.open();
      await faultApp.people();
      const stopped = new AbortController();
      const load = [
        faultApp.hotline.goOn(700 * PATIENCE, stopped.signal),
        faultApp.department.work(LETTERS, stopped.signal),
      ];
      try {
        await killAtRandom(faultApp, { kills: KILLS, side: 2, longestLifeMs: 1500 });
      } finally {
        stopped.abort();
        await Promise.all(load);
      }
      await faultApp.answersAgain(faultApp.begin());
      await faultApp.department.answer(LETTERS, SETTLE_MS);
      await faultApp.untilQuiet(SETTLE_MS);
    },
    KILLS * START_LIMIT_MS * PATIENCE + 2 * SETTLE_MS,
  );

  afterAll(() => faultApp.close());

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await faultApp.broken()).toEqual([]);
  });

  it('was under load all the time', async () => {
    expect(faultApp.hotline.accepted.length).toBeGreaterThan(KILLS / 2);
    expect(await faultApp.tickets.countBy({ state: 'answered' })).toBe(LETTERS);
  });

  it('has said everything about an answered ticket in order', async () => {
    const { received } = await faultApp.peer();
    const answered = received.filter(({ kind }) => kind === 'document').map(({ answers }) => answers[0]);
    expect(answered).toHaveLength(LETTERS);
    for (const documentId of answered) {
      const about = received.filter(({ answers }) => answers[0] === documentId && documentId !== undefined);
      const statuses = about.flatMap(({ status }) => (status === null ? [] : [status]));
      expect(statuses).toEqual(['01', '03', '04', '05', '05', '05', '05', '06']);
    }
  });
});
