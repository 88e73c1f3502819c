import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Opener, Sealer } from '../../src/backup/seal.js';
import { nearIdentities } from '../../src/backup/index.js';
import { readSettings } from '../../src/config/settings.js';
import { hashFileAt } from '../../src/backup/verified-copy.js';
import { bytesFor } from '../support/chance.js';
import { KEYS } from '../support/backup-keys.js';

const run = promisify(execFile);

/** Several pieces of age and an end that fills none. */
const CONTENT = bytesFor('sealed files', 300_001);

describe('a file sealed for a backup', () => {
  let folder: string;
  const place = (name: string): string => join(folder, name);
  const key = async (name: string, text: string): Promise<string> => {
    await writeFile(place(name), text);
    return place(name);
  };
  const seal = async (...recipients: string[]) => {
    const sealer = await Sealer.for(recipients);
    return sealer.copy(place('goc'), { folder, to: () => place('kin.age') });
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niem-phong-'));
    await writeFile(place('goc'), CONTENT);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('opens by the key of each of those for whom it was sealed, and says its bytes without one', async () => {
    const written = await seal(KEYS.first.recipient, KEYS.second.recipient);
    expect(await hashFileAt(place('goc'))).toEqual({ sha256: written.sha256, size: written.size });
    expect(await hashFileAt(place('kin.age'))).toEqual(written.sealed);
    for (const { identity } of [KEYS.first, KEYS.second]) {
      const opener = await Opener.of(await key('khoa.txt', `# created\n${identity}\n`));
      expect((await opener.read(place('kin.age'))).equals(CONTENT)).toBe(true);
      await opener.copy(place('kin.age'), place('mo'), written.sha256);
      expect((await readFile(place('mo'))).equals(CONTENT)).toBe(true);
    }
    const stranger = await Opener.of(await key('khac.txt', KEYS.stranger.identity));
    expect(await stranger.bytes(place('kin.age'))).toBeNull();
  });

  it('opens by the program age of Debian', async () => {
    await seal(KEYS.first.recipient);
    const identity = await key('khoa.txt', KEYS.first.identity);
    await run('age', ['-d', '-i', identity, '-o', place('mo'), place('kin.age')]);
    expect((await readFile(place('mo'))).equals(CONTENT)).toBe(true);
  });

  it('does not open where a byte was changed or its end was cut off', async () => {
    await seal(KEYS.first.recipient);
    const opener = await Opener.of(await key('khoa.txt', KEYS.first.identity));
    const whole = await readFile(place('kin.age'));
    const changed = Buffer.from(whole);
    changed[200_000] = (changed[200_000] ?? 0) ^ 1;
    for (const bytes of [changed, whole.subarray(0, 200_000)]) {
      await writeFile(place('kin.age'), bytes);
      expect(await opener.bytes(place('kin.age'))).toBeNull();
    }
  });

  it.each([
    ['is not there', null, 'Không đọc được tệp khóa'],
    ['holds no key', 'age1…', 'không có khóa nào'],
    ['is locked by a password', 'age-encryption.org/v1\n…', 'được khóa bằng mật khẩu'],
    ['was cut off', KEYS.first.identity.slice(0, -2), 'bị gõ sai hoặc bị cắt'],
  ])('a file of keys that %s is told', async (_what, text, words) => {
    if (text !== null) await key('khoa.txt', text);
    await expect(Opener.of(place('khoa.txt'))).rejects.toThrow(words);
  });

  it('has its key found where it was left beside data or backups, and only that one', async () => {
    const backups = await mkdtemp(join(folder, 'sao-luu-'));
    const settings = readSettings({
      HOI_AM_DATA: folder,
      HOI_AM_BACKUPS: backups,
      BACKUP_RECIPIENTS: KEYS.first.recipient,
    });
    await key('khac.txt', KEYS.stranger.identity);
    expect(await nearIdentities(settings)).toEqual([]);
    await writeFile(join(backups, 'khoa.txt'), `# khóa\n${KEYS.first.identity}\n`);
    expect(await nearIdentities(settings)).toEqual([join(backups, 'khoa.txt')]);
  });
});
