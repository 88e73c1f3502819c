import { civilDateOf, yearOf } from '../../src/kernel/civil-date.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { ChainedApp } from './chained-app.js';
import { takeNumbersUnderFire, takersOfOurs, type Fire } from './numbers-under-fire.js';
import { openTestDatabase } from './test-database.js';

/**
 * @param first the number with which the book begins
 * @throws when after the fire the register does not prove itself, or holds fewer numbers than it should
 */
export async function expectNumbersToHold({ first, ...fire }: Fire & { readonly first: number }): Promise<void> {
  const test = await openTestDatabase();
  try {
    const clock = new SystemClock();
    const app = new ChainedApp(test.database, test.directory, clock);
    if (first > 1) await app.begin(yearOf(civilDateOf(clock.now())), first);
    const numbers = first - 1 + fire.numbers;
    const { killed, complaints } = await takeNumbersUnderFire(takersOfOurs(test.directory, { numbers }), fire);
    const [book] = await app.checkRegister.books();
    const verdict = await app.checkRegister.check(book ?? { book: 'outgoing', year: 0 });
    const voided = await test.database.reader.manager.countBy(OutgoingDocumentEntity, { state: 'voided' });
    expect({ killed: killed > 0, complaints }).toEqual({ killed: true, complaints: [] });
    expect(verdict).toMatchObject({ gaps: [], duplicates: [], chain: 'intact', brokenAt: null, accept: true, voided });
    expect(verdict.from).toBe(first);
    expect(verdict.present).toBeGreaterThanOrEqual(fire.numbers);
    expect(voided).toBeGreaterThan(0);
    expect((await app.journal.verify()).accept).toBe(true);
  } finally {
    await test.close();
  }
}
