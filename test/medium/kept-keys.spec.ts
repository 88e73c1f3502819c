import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.js';
import { DatabaseUnfit } from '../../src/bootstrap/existing-database.js';
import { requireKeys } from '../../src/bootstrap/kept-keys.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { SecondFactorEntity } from '../../src/organisation/persistence/account.entities.js';
import { KeyFingerprintEntity } from '../../src/platform/files/key-fingerprint.entity.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the keys by which a database was written', () => {
  let test: TestDatabase;
  const clock = new FixedClock('2026-03-18T02:00:00Z');
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  const start = (environment: Readonly<Record<string, string>> = {}): Promise<void> =>
    requireKeys({
      settings: readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory, ...environment }),
      database: test.database,
      clock,
      jobs: { declared: [], handlers: {} },
    });
  const pathOf = (name: string): string => join(test.directory, 'bi-mat', name);
  const refusal = async (environment: Readonly<Record<string, string>> = {}): Promise<string> => {
    const error: unknown = await start(environment).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DatabaseUnfit);
    return (error as Error).message;
  };

  it('are made at the first start, and stay the same at the next', async () => {
    await start();
    const made = await readFile(pathOf('tai-khoan'), 'utf8');
    await start();
    expect(await readFile(pathOf('tai-khoan'), 'utf8')).toBe(made);
    const known = await test.database.reader.manager.find(KeyFingerprintEntity, { order: { name: 'ASC' } });
    expect(known.map(({ name }) => name)).toEqual(['moc', 'tai-khoan']);
    expect(JSON.stringify(known)).not.toContain(made);
  });

  it.each(['tai-khoan', 'moc'])('stop the start where %s is gone, and name the file; none is made', async (name) => {
    await start();
    await rm(pathOf(name));
    const sentence = await refusal();
    expect(sentence).toContain(`không có tệp ${pathOf(name)}`);
    expect(sentence).toContain('Chép lại từ bản sao lưu (thư mục bi-mat)');
    await expect(stat(pathOf(name))).rejects.toThrow();
  });

  it.each(['tai-khoan', 'moc'])('stop the start where %s is another, or empty', async (name) => {
    await start();
    await writeFile(pathOf(name), 'một khóa khác');
    expect(await refusal()).toContain(`tệp ${pathOf(name)} không phải khóa`);
    await writeFile(pathOf(name), '');
    expect(await refusal()).toContain(`Thiếu khóa`);
  });

  it('may stand in a variable, which is held to the same', async () => {
    const key = 'a'.repeat(40);
    await start({ ACCOUNT_KEY: key });
    await start({ ACCOUNT_KEY: key });
    expect(await refusal({ ACCOUNT_KEY: 'b'.repeat(40) })).toContain('ACCOUNT_KEY');
  });

  it('are owed by a database from before their fingerprints, where something was sealed with them', async () => {
    const sealed = { staffId: 'nobody', secret: 'sealed', confirmedAt: clock.now(), lastStep: 0 };
    await test.database.writer.manager.insert(SecondFactorEntity, sealed);
    expect(await refusal()).toContain(pathOf('tai-khoan'));
  });

  it('are made anew where somebody says that one is lost for good, with a line in the journal', async () => {
    await start();
    await rm(pathOf('moc'));
    await writeFile(`${pathOf('moc')}.mat-han`, '');
    await start();
    await start();
    await expect(stat(`${pathOf('moc')}.mat-han`)).rejects.toThrow();
    const lines = await test.database.reader.manager.findBy(JournalEntryEntity, { action: 'key.renew' });
    expect(lines.map(({ objectId }) => objectId)).toEqual(['moc']);
  });
});
