import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIRST_CALENDAR, shippedNews } from '../../src/calendar/index.js';
import type { DoctorCheck } from '../../src/cli/doctor/doctor-check.js';
import { backupChecks } from '../../src/cli/doctor/doctor-backup.js';
import { folderChecks, type FolderFacts } from '../../src/cli/doctor/doctor-folders.js';
import { storageChecks, type StorageDoors } from '../../src/cli/doctor/doctor-storage.js';
import { worksChecks, type AnchorFacts, type WorksDoors } from '../../src/cli/doctor/doctor-works.js';
import { readSettings } from '../../src/config/settings.js';
import { readAnchorFacts } from '../../src/cli/doctor/doctor-anchors.js';
import { NumberingHold } from '../../src/documents/application/numbering-hold.js';
import { WriteAnchor } from '../../src/documents/anchoring/write-anchor.js';
import { RegisterCheckQueries } from '../../src/documents/persistence/register-check-queries.js';
import { Journal, JournalQueries } from '../../src/journal/index.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DatabaseCheck } from '../../src/platform/health/database-check.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const PAGE_BYTES = 4096;
const GIBIBYTE = 2 ** 30;
const NOW = new Date('2026-03-18T02:00:00Z');

const wrong = (checks: readonly DoctorCheck[]): readonly string[] =>
  checks.filter(({ ok }) => !ok).map(({ check, message, mend }) => `${check}: ${message} ${mend}`);

describe('the doctor and the storage', () => {
  const good: StorageDoors = {
    isServer: false,
    places: [{ name: 'data', path: '/du-lieu' }],
    database: () => Promise.resolve({ kind: 'whole' }),
    room: () => Promise.resolve({ free: 20 * GIBIBYTE, total: 40 * GIBIBYTE }),
    write: () => Promise.resolve(),
  };

  it('are content with each other when nothing is wrong, and say what was not looked at', async () => {
    const checks = await storageChecks(good);
    expect(wrong(checks)).toEqual([]);
    expect(checks[0]?.message).toContain('không được so từng dòng');
    expect((await storageChecks({ ...good, isServer: true }))[0]?.message).toContain('DBCC CHECKDB');
    expect(checks.map(({ mend }) => mend)).toEqual(['', '', '']);
  });

  it.each<readonly [what: string, change: Partial<StorageDoors>, told: RegExp]>([
    [
      'little room',
      { room: () => Promise.resolve({ free: GIBIBYTE, total: 9e10 }) },
      /^disk-data: .*1\.024 MB.* trong tuần này/u,
    ],
    [
      'next to no room',
      { room: () => Promise.resolve({ free: 1e6, total: 9e10 }) },
      /^disk-data: .* mở rộng ổ đĩa ngay/u,
    ],
    ['no such folder', { room: () => Promise.reject(new Error()) }, /^disk-data: Không có thư mục \/du-lieu/u],
    [
      'a full disk',
      { write: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) },
      /^write-data: Ổ đĩa .* đã đầy/u,
    ],
    [
      'no right',
      { write: () => Promise.reject(Object.assign(new Error(), { code: 'EACCES' })) },
      /^write-data: Không ghi được .* quyền ghi/u,
    ],
    [
      'a database that cannot be looked at',
      { database: () => Promise.resolve({ kind: 'notLooked', why: 'SQLITE_CANTOPEN' }) },
      /^database-pages: Chưa xem được .*SQLITE_CANTOPEN/u,
    ],
  ])('tell %s', async (_what, change, told) => {
    const found = wrong(await storageChecks({ ...good, ...change }));
    expect(found).toEqual([expect.stringMatching(told)]);
  });

  onSqlite('zeroes a page of its file').it('name the table of a page that was zeroed, and the way back', async () => {
    const test = await openTestDatabase();
    const { writer } = test.database;
    const [row] = await writer.query<{ readonly rootpage: number }[]>(
      "select rootpage from sqlite_master where name = 'ticket'",
    );
    await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const path = join(test.directory, 'hoi-am.db');
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, ((row?.rootpage ?? 0) - 1) * PAGE_BYTES);
    closeSync(file);
    const check = new DatabaseCheck();
    const found = wrong(await storageChecks({ ...good, database: () => check.ofFile(path) }));
    check.close();
    await test.close();
    expect(found[0]).toMatch(/Cơ sở dữ liệu bị hỏng: bảng ticket.* phục hồi từ bản sao lưu/u);
  });
});

describe('the doctor and what the app works with', () => {
  const anchored: AnchorFacts = {
    ...{ folder: '/moc', isThere: true, isWritable: true, hasKey: true, newest: NOW, isOurs: true },
    ...({ chain: 'stands', isBehind: false } as const),
  };
  const good: WorksDoors = {
    now: NOW,
    convert: () => Promise.resolve({ pdf: null, picture: true, kept: null }),
    fontFor: () => Promise.resolve('Liberation Serif'),
    anchors: () => Promise.resolve(anchored),
    mail: () => Promise.resolve(),
    eOffice: () => Promise.resolve(NOW),
    eOfficeDate: () => Promise.resolve(NOW),
    isClockSynchronised: () => Promise.resolve(true),
    databaseClock: () => Promise.resolve(null),
    zone: { asked: undefined, name: 'Etc/UTC', ahead: 0, vietnamAhead: 420 },
    certificates: () => ({ found: [], flaws: [] }),
    shippedDays: () => Promise.resolve([]),
  };
  const anchors = (change: Partial<AnchorFacts>): Partial<WorksDoors> => ({
    anchors: () => Promise.resolve({ ...anchored, ...change }),
  });
  const away = new OutsideUnavailable('ECONNREFUSED');
  const broken = (code: string): Error => Object.assign(new Error(code), { code });

  it('are content with each other when nothing is wrong', async () => {
    expect(wrong(await worksChecks(good))).toEqual([]);
    expect(wrong(await worksChecks({ ...good, mail: null, isClockSynchronised: () => Promise.resolve(null) }))).toEqual(
      [],
    );
  });

  it.each<readonly [what: string, change: Partial<WorksDoors>, told: RegExp]>([
    [
      'no converter',
      { convert: () => Promise.resolve({ pdf: 'Máy chưa cài LibreOffice.', picture: true, kept: null }) },
      /^converter: .*LibreOffice.*libreoffice-writer-nogui/u,
    ],
    [
      'a LibreOffice that cannot be kept running',
      { convert: () => Promise.resolve({ pdf: null, picture: true, kept: 'python3-uno' }) },
      /^converter-kept: .*python3-uno.*khởi động lại/u,
    ],
    [
      'no pictures',
      { convert: () => Promise.resolve({ pdf: null, picture: false, kept: null }) },
      /^page-pictures: .*poppler-utils/u,
    ],
    [
      'a font of other widths',
      { fontFor: () => Promise.resolve('DejaVu Sans') },
      /^fonts: .*DejaVu Sans.*fonts-liberation/u,
    ],
    ['no folder of anchors', anchors({ isThere: false }), /^anchors: Không có thư mục mốc \/moc/u],
    ['a folder that takes no anchor', anchors({ isWritable: false }), /^anchors: Không thêm được tệp/u],
    ['an old anchor', anchors({ isBehind: true, newest: new Date(NOW.getTime() - 4 * 3.6e6) }), /^anchors: .*đã cũ/u],
    ['chains that were taken back', anchors({ chain: 'takenBack' }), /^anchors: .*không còn như mốc/u],
    ['a lost key', anchors({ hasKey: false, isOurs: false }), /^anchors: Mất khóa ký mốc/u],
    ['the key of somebody else', anchors({ isOurs: false }), /^anchors: .*một khóa khác/u],
    ['an e-office that is away', { eOffice: () => Promise.reject(away) }, /^e-office: .*E_OFFICE_URL/u],
    [
      'an e-office of another time',
      { eOffice: () => Promise.resolve(new Date(NOW.getTime() + 3.6e6)) },
      /^e-office: .*lệch 3600 giây/u,
    ],
    [
      'an e-office that refuses us because clocks go apart',
      {
        eOffice: () => Promise.reject(new OutsideRefused('401', 'không nhận tài khoản hoặc giờ gửi.')),
        eOfficeDate: () => Promise.resolve(new Date(NOW.getTime() + 600_000)),
      },
      /^e-office: .*lệch 600 giây.*chrony/u,
    ],
    [
      'a name that nobody knows',
      { eOffice: () => Promise.reject(new OutsideUnavailable('', { cause: broken('ENOTFOUND') })) },
      /^e-office: .*không có tên máy ấy trong DNS/u,
    ],
    [
      'a mail server whose certificate nobody trusts',
      { mail: () => Promise.reject(new OutsideUnavailable('', { cause: broken('SELF_SIGNED_CERT_IN_CHAIN') })) },
      /^mail: .*chứng thư.*update-ca-certificates/u,
    ],
    ['a mail server that is away', { mail: () => Promise.reject(away) }, /^mail: .*SMTP_URL/u],
    ['a clock of nobody', { isClockSynchronised: () => Promise.resolve(false) }, /^clock: .*NTP/u],
    [
      'a database server of another time',
      { databaseClock: () => Promise.resolve(new Date(NOW.getTime() - 120_000)) },
      /^clock: .*120 giây/u,
    ],
    [
      'a certificate that ends',
      {
        certificates: () => ({
          found: [{ variable: 'E_OFFICE_CLIENT_CERT', subject: 'CN=so', end: new Date('2026-04-01T00:00:00Z') }],
          flaws: [],
        }),
      },
      /^certificates: .*E_OFFICE_CLIENT_CERT \(CN=so\) còn 13 ngày, tới 01\/04\/2026/u,
    ],
    [
      'days of the calendar that ships and are not in force',
      { shippedDays: () => Promise.resolve(shippedNews(FIRST_CALENDAR)) },
      /^calendar: .*nghỉ 24\/11\/2026.*\/lich-lam-viec/u,
    ],
    [
      'a certificate that cannot be read',
      { certificates: () => ({ found: [], flaws: ['Biến LDAP_CA không hợp lệ: không đọc được tệp /x.'] }) },
      /^certificates: Biến LDAP_CA .*không đọc được tệp \/x.*đường dẫn/u,
    ],
  ])('tell %s', async (_what, change, told) => {
    expect(wrong(await worksChecks({ ...good, ...change }))).toEqual([expect.stringMatching(told)]);
  });
});

describe('the doctor and whose the folders are', () => {
  const good: FolderFacts = { open: [], data: { path: '/du-lieu', owner: 999, strange: [] }, own: 999 };

  it.each<readonly [what: string, change: Partial<FolderFacts>, told: readonly RegExp[]]>([
    ['nothing where all belongs to the account that runs it', {}, []],
    ['nothing to root, who sees everything', { own: 0 }, []],
    ['a folder of another account', { own: 1000 }, [/thuộc tài khoản số 999, còn lệnh này .* 1000.*chown -R 1000/u]],
    [
      'what a command of root has left there',
      { data: { path: '/du-lieu', owner: 999, strange: ['/du-lieu/hoi-am.db'] } },
      [/tài khoản khác .*\/du-lieu\/hoi-am\.db.*chown -R 999/u],
    ],
    [
      'nothing of what each file system has',
      { data: { path: '/du-lieu', owner: 999, strange: ['/du-lieu/lost+found'] } },
      [],
    ],
    ['a folder that others open', { open: ['Thư mục mở: chạy "chmod 700".'] }, [/chmod 700/u]],
  ])('say %s', (_what, change, told) => {
    expect(wrong(folderChecks({ ...good, ...change }))).toEqual(
      told.map((one) => expect.stringMatching(one) as string),
    );
  });
});

describe('the doctor and the backups', () => {
  const target = {
    ...{ folder: '/sao-luu', room: { free: 20 * GIBIBYTE, total: 40 * GIBIBYTE }, isBesideData: false },
    ...{ newest: NOW, nextBytes: GIBIBYTE, rehearsal: { at: NOW, passed: true, openedAt: NOW as Date | null } },
    seal: { recipients: 0, hasClear: false, identities: [] as readonly string[] },
  };
  const told = (change: Partial<typeof target>) =>
    wrong(backupChecks({ production: true, now: NOW, target: { ...target, ...change } }));

  it('are content with one of last night on a disk of its own with room for the next', () => {
    expect(told({})).toEqual([]);
    expect(wrong(backupChecks({ production: false, now: NOW, target: null }))).toEqual([]);
  });

  it('say that the next has no room', () => {
    const room = { free: 1.2 * GIBIBYTE, total: 40 * GIBIBYTE };
    expect(told({ room })).toEqual([expect.stringMatching(/^backup-place: .*không đủ cho bản sao lưu tiếp theo/u)]);
    expect(told({ room, nextBytes: 0 })).toEqual([]);
  });

  it('say whether these are encrypted, where a key was left, and that nobody has tried it', () => {
    const seal = { ...target.seal, recipients: 2 };
    const said = (change: Partial<typeof target>) =>
      backupChecks({ production: true, now: NOW, target: { ...target, ...change } })
        .filter(({ check }) => check === 'backup-encryption')
        .map(({ message }) => message);
    expect(said({})).toEqual([expect.stringMatching(/^Bản sao lưu không mã hóa.*BACKUP_RECIPIENTS/u)]);
    expect(said({ seal: { ...seal, hasClear: true } })).toEqual([
      expect.stringMatching(/mã hóa cho 2 khóa\. Bản cũ chưa mã hóa còn/u),
    ]);
    expect(told({ seal: { ...seal, identities: ['/sao-luu/khoa.txt'] } })).toEqual([
      expect.stringMatching(/^backup-encryption: .*\/sao-luu\/khoa\.txt.*xóa nó ở đây/u),
    ]);
    expect(told({ seal, rehearsal: { at: NOW, passed: true, openedAt: null } })).toEqual([
      expect.stringMatching(/^backup-encryption: .*chưa ai mở thử.*--rehearse --identity/u),
    ]);
  });
});

describe('the doctor and the anchors', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  it('read where the newest one stands, whose it is, and whether the chains still hold it', async () => {
    const settings = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory, DATABASE_URL: test.url });
    expect(await readAnchorFacts(settings)).toMatchObject({ isThere: true, newest: null, chain: 'stands' });

    const clock = new FixedClock(NOW.toISOString());
    const [journal, registers] = [new JournalQueries(test.database), new RegisterCheckQueries(test.database)];
    const hold = new NumberingHold(test.database, new UnitOfWork(test.database), clock, new Journal(clock));
    await new WriteAnchor(settings, clock, journal, registers, hold).write();
    const facts = {
      isThere: true,
      isWritable: true,
      hasKey: true,
      newest: NOW,
      isOurs: true,
      chain: 'stands',
      isBehind: false,
    };
    expect(await readAnchorFacts(settings)).toMatchObject(facts);

    await writeFile(join(test.directory, 'bi-mat', 'moc'), 'khóa của người khác, đủ dài để là một khóa');
    expect(await readAnchorFacts(settings)).toMatchObject({ ...facts, isOurs: false });
    await rm(join(test.directory, 'bi-mat', 'moc'));
    expect(await readAnchorFacts(settings)).toMatchObject({ hasKey: false, isOurs: false });

    const elsewhere = join(test.directory, 'o-gan-ngoai');
    const away = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: join(test.directory, 'x'), HOI_AM_ANCHORS: elsewhere });
    expect(await readAnchorFacts(away)).toMatchObject({ isThere: false, isWritable: false });
    await mkdir(elsewhere);
    expect(await readAnchorFacts(away)).toMatchObject({ isThere: true, isWritable: true, newest: null });
  });
});
