import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIVED_YEAR } from '../../src/cli/demo/lived-year.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { FixedClock } from '../support/fixed-clock.js';
import { LivedOffice } from '../support/lived-year/lived-office.js';
import { packYear } from '../support/lived-year/pack-year.js';
import { liveSpan, type Span } from '../support/lived-year/year.js';
import { onSqlite } from '../support/on-sqlite.js';

/** Only then is the whole year lived, and kept for the demonstration (`npm run demo-year`). */
const WRITES = process.env['WRITE_DEMO_YEAR'] === '1';
const MONTH: Span = {
  ...{ from: civilDate('2026-09-07'), to: civilDate('2026-10-16') },
  ...{ tickets: 40, letters: 2, recalled: 1, stoppedLetters: 1, seed: 7 },
};
const YEAR: Span = {
  ...{ from: civilDate('2025-11-20'), to: civilDate('2026-11-19') },
  ...{ tickets: 1_980, letters: 12, recalled: 2, stoppedLetters: 7, seed: 1022 },
};
const SPAN = WRITES ? YEAR : MONTH;

onSqlite('lives in a file').describe('the lived year', () => {
  it(
    'is told by people who know their work: the product refuses nothing of it',
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'hoi-am-nam-'));
      const clock = new FixedClock(`${SPAN.from}T00:00:00Z`);
      const office = await LivedOffice.open(directory, clock, WRITES ? 8023 : 0);
      const refused = await liveSpan(office, SPAN, (line) => WRITES && process.stderr.write(`${line}\n`));
      await office.close();
      expect([...refused]).toEqual([]);
      if (WRITES) await writeFile(LIVED_YEAR, await packYear(directory, SPAN.to));
      await rm(directory, { recursive: true, force: true });
    },
    WRITES ? 7_200_000 : 300_000,
  );
});
