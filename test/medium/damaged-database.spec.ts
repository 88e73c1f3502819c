import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { failureWords } from '../../src/bootstrap/failure-words.js';
import { DatabaseAway, openExisting, openToWrite } from '../../src/bootstrap/existing-database.js';
import { readSettings } from '../../src/config/settings.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase } from '../support/test-database.js';

const HALF = 200_000;
const WAY_BACK = /bị hỏng.+chép riêng tệp.+hoi-am restore --from.+“Phục hồi” của docs\/operations\/production\.md/u;

describe('a database file that was cut off', () => {
  onSqlite('cuts its file off').it('is refused with the way back, by whatever opens it', async () => {
    const test = await openTestDatabase();
    const path = join(test.directory, 'hoi-am.db');
    await test.database.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const settings = readSettings({ HOI_AM_DATA: test.directory, DATABASE_URL: `sqlite:${path}` });
    await test.database.close();
    await truncate(path, HALF);
    for (const open of [() => openToWrite(settings), () => openExisting(settings, '')]) {
      const refusal = await open().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DatabaseAway);
      expect(failureWords(refusal)).toMatch(WAY_BACK);
    }
    await test.close();
  });

  it('says the same where the damage is met later, and other failures stay as they are', () => {
    const malformed = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
    expect(failureWords(malformed)).toMatch(WAY_BACK);
    expect(failureWords(new Error('Khác.'))).toBe('Khác.');
  });
});
