import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { firstBrokenLine } from '../../src/journal/domain/chain.js';
import { AgencyProfiles } from '../../src/agency-profile/index.js';
import { readSettings } from '../../src/config/settings.js';
import { OutgoingRegister, OutgoingDocumentEntity, type OutgoingEntry } from '../../src/documents/index.js';
import { RegisterChain } from '../../src/documents/application/register-chain.js';
import { LostNumbers } from '../../src/documents/application/lost-numbers.js';
import { NumberingHold } from '../../src/documents/application/numbering-hold.js';
import { PositionSources } from '../../src/platform/position/position-sources.js';
import { RegisterNumbers } from '../../src/documents/application/register-numbers.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const clerk: Actor = { id: 'c', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };

const anEntry = (): OutgoingEntry => ({
  notation: 'SGDĐT-GDTrH',
  typeName: 'Công văn',
  subject: 'trả lời kiến nghị',
  signerName: 'Hoàng Thị Minh Nguyệt',
  recipients: ['Tổng đài 1022'],
  keeper: 'VT, GDTrH',
  replyToId: null,
  signatureRequestId: newId(),
});

describe('numbers of the outgoing register', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let register: OutgoingRegister;
  let hold: NumberingHold;
  let lost: LostNumbers;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-12-31T16:59:00Z');
    const journal = new Journal(clock);
    const chain = new RegisterChain(clock);
    hold = new NumberingHold(test.database, uow, clock, journal);
    const numbers = new RegisterNumbers(hold);
    const agencyProfiles = new AgencyProfiles(readSettings({ NODE_ENV: 'test' }), clock, test.database);
    lost = new LostNumbers(clock, numbers, chain, journal, new PositionSources(), agencyProfiles);
    register = new OutgoingRegister(clock, numbers, lost, chain, journal);
  });
  afterEach(() => test.close());

  const take = (fails = false): Promise<number> =>
    uow.run(async (tx) => {
      const { number } = await register.number(tx, clerk, anEntry());
      if (fails) throw new Error('refused');
      return number;
    });

  it('have no gap and no repeat when fifty are taken at once and some fail (rule 29)', async () => {
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => take(index % 5 === 0)));
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('begin again at 1 with the new year in Việt Nam (rule 29)', async () => {
    expect(await take()).toBe(1);
    clock.advance(2 * 60_000);
    expect(await take()).toBe(1);
    const years = await test.database.reader.getRepository(OutgoingDocumentEntity).find({ order: { year: 'ASC' } });
    expect(years.map(({ year, issuedDate }) => [year, issuedDate])).toEqual([
      [2026, '2026-12-31'],
      [2027, '2027-01-01'],
    ]);
  });

  it('are given once to one signature request', async () => {
    const entry = anEntry();
    await uow.run((tx) => register.number(tx, clerk, entry));
    await expect(uow.run((tx) => register.number(tx, clerk, entry))).rejects.toMatchObject({
      code: 'number-already-taken',
    });
  });

  it('leave a whole chain in the journal, without the acts that failed', async () => {
    await Promise.allSettled(Array.from({ length: 10 }, (_, index) => take(index % 2 === 0)));
    const lines = await test.database.reader.getRepository(JournalEntryEntity).find({ order: { seq: 'ASC' } });
    expect(lines).toHaveLength(5);
    expect(firstBrokenLine(lines)).toBeNull();
  });
});
