import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { ChainedApp } from './chained-app.js';
import { takeNumbersUnderFire, type Fire } from './numbers-under-fire.js';
import { openTestDatabase } from './test-database.js';

/** @throws when after the fire the register does not prove itself, or holds fewer numbers than it should */
export async function expectNumbersToHold(fire: Fire): Promise<void> {
  const test = await openTestDatabase();
  try {
    const { killed, complaints } = await takeNumbersUnderFire(test.directory, fire);
    const app = new ChainedApp(test.database, test.directory, new SystemClock());
    const [book] = await app.checkRegister.books();
    const verdict = await app.checkRegister.check(book ?? { book: 'outgoing', year: 0 });
    const voided = await test.database.reader.manager.countBy(OutgoingDocumentEntity, { state: 'voided' });
    expect({ killed: killed > 0, complaints }).toEqual({ killed: true, complaints: [] });
    expect(verdict).toMatchObject({ gaps: [], duplicates: [], chain: 'intact', brokenAt: null, accept: true, voided });
    expect(verdict.present).toBeGreaterThanOrEqual(fire.numbers);
    expect(voided).toBeGreaterThan(0);
    expect((await app.journal.verify()).accept).toBe(true);
  } finally {
    await test.close();
  }
}
