import type { Actor } from '../../src/kernel/actor.js';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MAX_SAVED, SavedSearches } from '../../src/tickets/application/reading/saved-searches.js';
import { NO_QUESTION } from '../../src/tickets/domain/search/search-question.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const NGOC: Actor = { id: 'ngoc', name: 'Ngọc', unitId: 'unit-1', roles: ['contactOfficer'] };
const HOA: Actor = { id: 'hoa', name: 'Hoà', unitId: 'unit-1', roles: ['unitHead'] };
const QUESTION = { ...NO_QUESTION, words: 'học phí', person: 'Nguyễn Thị Hạnh' };

describe('searches that people keep', () => {
  let test: TestDatabase;
  let saved: SavedSearches;

  beforeEach(async () => {
    test = await openTestDatabase();
    const clock = new FixedClock('2026-03-12T02:00:00.000Z');
    saved = new SavedSearches(test.database, new UnitOfWork(test.database), clock, new Journal(clock));
  });
  afterEach(() => test.close());

  const names = async (actor: Actor): Promise<string[]> => (await saved.of(actor)).map(({ name }) => name);

  it('are kept for their owner alone, in the order of names', async () => {
    for (const name of ['Đơn thư', 'An toàn', ' Dạy   thêm ']) await saved.save(NGOC, name, QUESTION);
    await saved.save(HOA, 'An toàn', NO_QUESTION);
    expect(await names(NGOC)).toEqual(['An toàn', 'Dạy thêm', 'Đơn thư']);
    expect(await names(HOA)).toEqual(['An toàn']);
    expect((await saved.of(NGOC))[0]?.question).toEqual(QUESTION);
  });

  it('take another name, and go', async () => {
    const id = await saved.save(NGOC, 'Học phí', QUESTION);
    await saved.rename(NGOC, id, 'Thu chi');
    expect(await names(NGOC)).toEqual(['Thu chi']);
    await saved.remove(NGOC, id);
    expect(await names(NGOC)).toEqual([]);
  });

  it.each(['học phí', 'HỌC PHÍ', ' Học  phí', 'Học phí'.normalize('NFD')])('have one name once: %p', async (name) => {
    await saved.save(NGOC, 'Học phí', QUESTION);
    await expect(saved.save(NGOC, name, QUESTION)).rejects.toMatchObject({ code: 'saved-search-name-taken' });
    expect(await names(NGOC)).toEqual(['Học phí']);
  });

  it.each(['', '  ', 'a'.repeat(81)])('need a name that fits: %p', async (name) => {
    await expect(saved.save(NGOC, name, QUESTION)).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('are nothing to another person', async () => {
    const id = await saved.save(NGOC, 'Học phí', QUESTION);
    await expect(saved.rename(HOA, id, 'Khác')).rejects.toMatchObject({ code: 'not-found' });
    await expect(saved.remove(HOA, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await names(NGOC)).toEqual(['Học phí']);
  });

  it('are so many at most', async () => {
    for (let at = 0; at < MAX_SAVED; at += 1) await saved.save(NGOC, `Tên ${String(at)}`, NO_QUESTION);
    await expect(saved.save(NGOC, 'Nữa', NO_QUESTION)).rejects.toMatchObject({ code: 'saved-search-too-many' });
  });

  it('leave a line in the journal that does not say what was asked', async () => {
    await saved.save(NGOC, 'Bà Hạnh', QUESTION);
    const lines = await test.database.reader.getRepository(JournalEntryEntity).find();
    expect(lines.map(({ action }) => action)).toEqual(['savedSearch.save']);
    expect(JSON.stringify(lines)).not.toMatch(/Hạnh|học phí/u);
  });
});
