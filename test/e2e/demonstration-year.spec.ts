import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { LivedOffice } from '../support/lived-year/lived-office.js';
import { packYear } from '../support/lived-year/pack-year.js';
import { liveSpan, type Span } from '../support/lived-year/year.js';

/** Only then is the whole year lived, and kept for the demonstration (`npm run demo-year`, a quarter of an hour). */
const WRITES = process.env['WRITE_DEMO_YEAR'] === '1';
const MONTH: Span = {
  ...{ from: civilDate('2026-09-07'), to: civilDate('2026-10-16') },
  ...{ tickets: 40, letters: 2, stoppedLetters: 1, seed: 7 },
};
const YEAR: Span = {
  ...{ from: civilDate('2025-11-20'), to: civilDate('2026-11-19') },
  ...{ tickets: 600, letters: 12, stoppedLetters: 7, seed: 1022 },
};
const SPAN = WRITES ? YEAR : MONTH;

describe('the lived year', () => {
  it(
    'is told by people who know their work: the product refuses nothing of it',
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'hoi-am-nam-'));
      const clock = new FixedClock(`${SPAN.from}T00:00:00Z`);
      const office = await LivedOffice.open(directory, clock, WRITES ? 8023 : 0);
      const since = performance.now();
      const refused = await liveSpan(
        office,
        SPAN,
        (line) => WRITES && process.stderr.write(`${String(Math.round((performance.now() - since) / 1000))} ${line}\n`),
      );
      const states = await office.get(Database).reader.query('select state, count(*) n from ticket group by state');
      process.stderr.write(`${JSON.stringify(states)}\n${JSON.stringify([...refused], null, 1)}\n`);
      await office.close();
      if (WRITES) await writeFile('src/cli/demo/lived-year.zst', await packYear(directory, SPAN.to));
      else await rm(directory, { recursive: true, force: true });
      expect([...refused]).toEqual([]);
    },
    WRITES ? 7_200_000 : 300_000,
  );
});
