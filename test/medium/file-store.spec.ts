import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NoStaffSource } from '../../integrations/directory-ldap/no-staff-source.js';
import { refused } from '../../src/cli/outcome.js';
import { runDoctor } from '../../src/cli/doctor/doctor.js';
import { SNAPSHOT_OFF } from '../../src/platform/database/snapshot-isolation.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { FileDamaged } from '../../src/platform/files/file-errors.js';
import { NoVirusScanner } from '../../src/files/index.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { secretOf } from '../../src/platform/files/secrets.js';

const LOOKED = { configuration: () => [], mayGoOn: true };

describe('the file store', () => {
  let directory: string;
  let store: FolderFileStore;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-tep-'));
    store = new FolderFileStore(directory);
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('names a file by its content and gives it back', async () => {
    const content = Buffer.from('Trân trọng cảm ơn./.');
    const sha256 = await store.put(content);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(await store.get(sha256)).toEqual(content);
  });

  it('keeps the same content once, also when it comes at once', async () => {
    const names = await Promise.all(Array.from({ length: 10 }, () => store.put(Buffer.from('một'))));
    expect(new Set(names).size).toBe(1);
    expect(await readdir(join(directory, names[0]!.slice(0, 2)))).toEqual([names[0]]);
  });

  it('never gives out damaged bytes', async () => {
    const sha256 = await store.put(Buffer.from('một'));
    await writeFile(store.pathOf(sha256), 'hai');
    await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
  });

  it('keeps damaged bytes in quarantine, where they are a mark until whole ones are here', async () => {
    const [sha256, other] = [await store.put(Buffer.from('một')), await store.put(Buffer.from('ba'))];
    await writeFile(store.pathOf(sha256), 'hai');
    const found: string[] = [];
    for await (const one of store.check()) if (!one.isWhole) found.push(one.sha256);
    expect(found).toEqual([sha256]);
    expect((await store.damaged()).map((one) => one.sha256)).toEqual([sha256]);
    expect([await store.stateOf(sha256), await store.stateOf(other)]).toEqual(['damaged', 'whole']);
    await expect(store.held(sha256)).rejects.toThrow(FileDamaged);
    await store.mended(sha256);
    expect(await store.damaged()).toHaveLength(1);

    await store.put(Buffer.from('một'));
    expect(await store.stateOf(sha256)).toBe('whole');
    await store.mended(sha256);
    expect(await store.damaged()).toEqual([]);
  });

  const outside = () =>
    Promise.resolve({
      staff: new NoStaffSource(),
      certificateEnds: () => Promise.reject(new Error()),
      scanner: new NoVirusScanner(),
      now: new Date(),
    });
  const machine = () => Promise.resolve([]);
  const safety = () =>
    Promise.resolve([{ check: 'tls', state: 'bad', subject: 'Đường', found: 'Hở.', mend: 'Sửa.' } as const]);

  it('is left alone by the doctor who is asked about strangers', async () => {
    const doors = {
      openStore: () => store,
      named: () => Promise.reject(new Error()),
      ...LOOKED,
      outside,
      safety,
      machine,
    };
    const { exitCode, lines } = await runDoctor(['--security'], doors);
    expect([exitCode, lines]).toEqual([1, ['✗ Đường: Hở. Sửa.', '1 điều cần xử lý: các dòng ✗.']]);
  });

  it('is looked through by the doctor, who names what is damaged and what to do', async () => {
    const sha256 = await store.put(Buffer.from('một'));
    const doors = {
      openStore: () => store,
      named: () => Promise.resolve(new Set([sha256])),
      ...LOOKED,
      outside,
      safety,
      machine,
    };
    const doctor = async () => runDoctor(['--json'], doors);
    expect(await doctor()).toMatchObject({
      exitCode: 0,
      lines: Array.from({ length: 3 }, () => expect.stringContaining('"ok":true') as string),
    });
    await writeFile(store.pathOf(sha256), 'hai');
    const { exitCode, lines } = await doctor();
    const message = `Tệp ${sha256} bị hỏng.`;
    expect([exitCode, JSON.parse(lines[0] ?? '')]).toEqual([
      1,
      {
        check: 'files',
        ok: false,
        message,
        mend: expect.stringContaining(`bản sao lưu về tep/${sha256.slice(0, 2)}/${sha256},`) as string,
      },
    ]);
    expect((await runDoctor(['--gì'], doors).catch(refused)).exitCode).toBe(2);
  });

  it('is compared by the doctor with what the database names', async () => {
    const [sha256, kept] = [await store.put(Buffer.from('một')), await store.put(Buffer.from('ba'))];
    await rm(store.pathOf(sha256));
    const named = () => Promise.resolve(new Set([kept, sha256]));
    const { exitCode, lines } = await runDoctor([], {
      openStore: () => store,
      named,
      ...LOOKED,
      outside,
      safety,
      machine,
    });
    expect([exitCode, lines[0]]).toEqual([1, expect.stringContaining(`Tệp ${sha256} đã mất.`) as string]);

    await store.put(Buffer.from('một'));
    const none = () => Promise.reject(new Error('Không có cơ sở dữ liệu.'));
    const unknown = await runDoctor([], { openStore: () => store, named: none, ...LOOKED, outside, safety, machine });
    expect([unknown.exitCode, unknown.lines]).toEqual([
      1,
      [
        '✓ 2 tệp lưu trữ, tất cả nguyên vẹn.',
        expect.stringContaining('Không có cơ sở dữ liệu.') as string,
        '✓ Chưa nối thư mục người dùng (LDAP_URL).',
        '✓ Chưa nối máy quét mã độc (CLAMD_ADDRESS).',
        '1 điều cần xử lý: các dòng ✗.',
      ],
    ]);
  });

  it('is told by the doctor what a server needs on which pages would wait for writing', async () => {
    const named = () => Promise.reject(new Error(SNAPSHOT_OFF));
    const { exitCode, lines } = await runDoctor([], {
      openStore: () => store,
      named,
      ...LOOKED,
      outside,
      safety,
      machine,
    });
    expect([exitCode, lines.join(' ')]).toEqual([
      1,
      expect.stringContaining('SET READ_COMMITTED_SNAPSHOT ON') as string,
    ]);
  });

  it('says that bytes are damaged also where they cannot be moved', async () => {
    const sha256 = await store.put(Buffer.from('một'));
    await writeFile(store.pathOf(sha256), 'hai');
    await writeFile(join(directory, 'hong'), '');
    await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
  });

  it('leaves a quarantine to the owner of the store, also when root makes it', async () => {
    if (process.getuid?.() === 0) await chown(directory, 65_534, 65_534);
    await chmod(directory, 0o750);
    const sha256 = await store.put(Buffer.from('một'));
    await writeFile(store.pathOf(sha256), 'hai');
    await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
    const [own, quarantine] = [await stat(directory), await stat(join(directory, 'hong'))];
    expect([quarantine.uid, quarantine.gid]).toEqual([own.uid, own.gid]);
    if (process.getuid?.() === 0) expect(quarantine.mode & 0o7777).toBe(0o750);
  });

  it('takes what the disk does not give for damaged, and reads on', async () => {
    const names = [await store.put(Buffer.from('một')), await store.put(Buffer.from('ba'))].sort();
    const [unread, other] = [names[0]!, names[1]!];
    // A folder in its place is what can be had without a broken disk: it is there, and reading it is an error.
    const breakIt = async (): Promise<void> => {
      await rm(store.pathOf(unread), { recursive: true, force: true });
      await mkdir(store.pathOf(unread));
    };
    await breakIt();
    const found = new Map<string, boolean>();
    for await (const { sha256, isWhole } of store.check()) found.set(sha256, isWhole);
    expect([...found]).toEqual([
      [unread, false],
      [other, true],
    ]);
    const content = Buffer.from(unread === sha256Of(Buffer.from('một')) ? 'một' : 'ba');
    await store.put(content);
    await store.mended(unread);
    expect([await store.damaged(), await store.get(unread)]).toEqual([[], content]);

    await breakIt();
    await expect(store.get(unread)).rejects.toThrow(FileDamaged);
    expect(await store.damaged()).toHaveLength(1);
  });

  it('says of a file that is gone what it says of a damaged one', async () => {
    const sha256 = await store.put(Buffer.from('một'));
    await rm(store.pathOf(sha256));
    await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
    await expect(store.held(sha256)).rejects.toThrow(FileDamaged);
    expect((await store.damaged()).map((one) => one.sha256)).toEqual([sha256]);
    expect(await store.stateOf(sha256)).toBe('missing');
  });

  it('marks nothing that is gone among what is kept for a time', async () => {
    const evidence = new FolderFileStore(directory, 'forATime');
    await expect(evidence.get('a'.repeat(64))).rejects.toThrow(FileDamaged);
    expect(await evidence.damaged()).toEqual([]);
  });

  it('mends damaged bytes when the same content comes again', async () => {
    const sha256 = await store.put(Buffer.from('một'));
    await writeFile(store.pathOf(sha256), 'hai');
    await store.put(Buffer.from('một'));
    expect(await store.get(sha256)).toEqual(Buffer.from('một'));
  });

  it('removes what a killed process had not written to its end, and nothing that is kept or still written', async () => {
    const kept = await store.put(Buffer.from('một'));
    const folder = dirname(store.pathOf(kept));
    const [left, written] = [`.${randomUUID()}`, `.${randomUUID()}`];
    for (const name of [left, written]) await writeFile(join(folder, name), 'nửa');
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
    for (const name of [left, kept]) await utimes(join(folder, name), yesterday, yesterday);
    await store.sweep(Date.now());
    expect((await readdir(folder)).sort()).toEqual([written, kept]);
  });

  it.each(['../../etc/passwd', '', 'A'.repeat(64)])('refuses the name %p', (name) => {
    expect(() => store.pathOf(name)).toThrow(RangeError);
  });
});

describe('a secret of the first start', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-bi-mat-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is the same for all that start at once, and stays', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => secretOf(directory, 'phien')));
    expect(new Set([...made, await secretOf(directory, 'phien')]).size).toBe(1);
    expect(made[0]).toHaveLength(64);
    expect(await readdir(join(directory, 'bi-mat'))).toEqual(['phien']);
  });

  it('is never an empty one', async () => {
    await mkdir(join(directory, 'bi-mat'));
    await writeFile(join(directory, 'bi-mat/phien'), '');
    await expect(secretOf(directory, 'phien')).rejects.toThrow('rỗng');
  });
});
