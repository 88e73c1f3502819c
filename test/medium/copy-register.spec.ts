import { CopyDocumentEntity } from '../../src/documents/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ChainedApp, REGISTRY_CLERK } from '../support/chained-app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

let test: TestDatabase;
let app: ChainedApp;
beforeEach(async () => {
  test = await openTestDatabase();
  app = new ChainedApp(test.database, test.directory, new FixedClock('2026-03-18T02:00:00Z'));
});
afterEach(() => test.close());

const lines = (): Promise<CopyDocumentEntity[]> =>
  test.database.reader.manager.find(CopyDocumentEntity, { order: { number: 'ASC' } });
const verdict = () => app.checkRegister.check({ book: 'copies', year: 2026 });

describe('the register of certified copies', () => {
  it('rule 29: counts all forms in one series of the year, apart from the outgoing one', async () => {
    await app.number();
    for (const form of ['SY', 'TrS', 'SL'] as const) await app.copy(form);
    expect((await lines()).map(({ number, notation }) => `${String(number)}/${notation}`)).toEqual([
      '1/SY-SGDĐT',
      '2/TrS-SGDĐT',
      '3/SL-SGDĐT',
    ]);
    expect(await verdict()).toMatchObject({ from: 1, to: 3, present: 3, accept: true });
  });

  it('gives the number back when the act that took it fails', async () => {
    await app.copy();
    const entry = (await lines())[0]!;
    const failing = app.uow.run(async (tx) => {
      await app.copies.number(tx, REGISTRY_CLERK, entry);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    await app.copy();
    expect((await lines()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('proves itself over signing and voiding, files included', async () => {
    const [signed, voided] = [await app.copy(), await app.copy()];
    await app.sealCopy(signed);
    await app.uow.run((tx) => app.copies.voidNumber(tx, REGISTRY_CLERK, voided, 'nhầm bản quét'));
    expect(await verdict()).toMatchObject({ present: 2, voided: 1, chain: 'intact', accept: true, flaws: [] });
    expect(await app.flaws()).toEqual([]);
  });

  it('voids no copy that the agency signed, and signs none that was voided', async () => {
    const id = await app.copy();
    await app.sealCopy(id);
    const late = app.uow.run((tx) => app.copies.voidNumber(tx, REGISTRY_CLERK, id, 'muộn'));
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(app.sealCopy(id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it.each([
    ['a changed abstract', { subject: 'khác' }, 'copies line-changed 1'],
    ['another number', { number: 9 }, 'copies line-changed 9'],
    ['another file', { baseSha256: 'f'.repeat(64) }, 'copies file-missing 1'],
  ])('names %s', async (_rule, change, flaw) => {
    const id = await app.copy();
    await new UnitOfWork(test.database).run((tx) => tx.update(CopyDocumentEntity, { id }, change));
    expect(await app.flaws()).toContain(flaw);
  });

  it('names a line that was taken out', async () => {
    const id = await app.copy();
    await app.copy();
    await new UnitOfWork(test.database).run((tx) => tx.delete(CopyDocumentEntity, { id }));
    expect(await app.flaws()).toEqual(expect.arrayContaining(['copies line-missing 1', 'copies number-missing 1']));
  });
});
