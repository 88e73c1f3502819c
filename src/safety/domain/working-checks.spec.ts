import { workingChecks } from './working-checks.js';
import type { WorkingFacts } from './working-facts.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const before = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const GIBIBYTE = 2 ** 30;

const GOOD: WorkingFacts = {
  now: NOW,
  production: true,
  outbox: { count: 2, oldest: before(3), stopped: 0 },
  inbox: { count: 0, oldest: null, lastLook: before(1) },
  pages: { count: 0, oldest: null, stopped: 0 },
  loop: { usualMs: 4, longestMs: 120 },
  memory: { resident: GIBIBYTE / 2, heapUsed: GIBIBYTE / 4, heapLimit: 4 * GIBIBYTE },
  disks: [{ name: 'dữ liệu', free: 20 * GIBIBYTE, level: 'ample' }],
  store: { bucket: null, isAway: false },
  database: { at: before(30), isWhole: true },
  backup: { isOn: true, newest: before(400), isOld: false, recipients: 0, identities: [] },
  certificate: { variable: 'TRUST_ANCHORS', subject: 'CN=goc', days: 300 },
};

describe('how the app and its machine work', () => {
  it('is told in words where all is well', () => {
    const checks = workingChecks(GOOD);
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'good'));
    expect(checks.map(({ found }) => found)).toEqual([
      '2 việc đang chờ, lâu nhất 3 phút.',
      'Không có gì đang chờ. Hỏi hệ thống quản lý văn bản cách đây 1 phút.',
      'Không có gì đang chờ.',
      '99% lượt chờ dưới 4 ms, lâu nhất 120 ms từ khi khởi động.',
      'Đang dùng 512 MB; vùng nhớ của Node.js 256 MB trên 4.096 MB.',
      'dữ liệu: còn 20.480 MB.',
      'Tệp nằm trong thư mục trên ổ đĩa.',
      'Nguyên vẹn, xem cách đây 30 phút.',
      'Bản mới nhất cách đây 6 giờ. Không mã hóa.',
      'Hết hạn sớm nhất: TRUST_ANCHORS (CN=goc), còn 300 ngày.',
    ]);
  });

  it.each<readonly [what: string, change: Partial<WorkingFacts>, told: readonly [string, string, RegExp]]>([
    [
      'work that was given up',
      { outbox: { count: 0, oldest: null, stopped: 2 } },
      ['outbox', 'bad', /2 việc đã dừng/u],
    ],
    [
      'work that waits long',
      { outbox: { count: 9, oldest: before(90), stopped: 0 } },
      ['outbox', 'weak', /9 việc .*1 giờ/u],
    ],
    [
      'an e-office that nobody asks',
      { inbox: { count: 0, oldest: null, lastLook: before(300) } },
      ['inbox', 'bad', /cách đây 5 giờ/u],
    ],
    [
      'an e-office that nobody has asked',
      { inbox: { count: 0, oldest: null, lastLook: null } },
      ['inbox', 'bad', /chưa hỏi/u],
    ],
    ['letters without pages', { pages: { count: 0, oldest: null, stopped: 1 } }, ['pages', 'bad', /không dựng được/u]],
    ['a loop that is held up', { loop: { usualMs: 800, longestMs: 9000 } }, ['loop', 'weak', /800 ms/u]],
    [
      'memory that runs out',
      { memory: { resident: 1, heapUsed: 95, heapLimit: 100 } },
      ['memory', 'bad', /Đang dùng/u],
    ],
    ['a disk that fills', { disks: [{ name: 'x', free: GIBIBYTE, level: 'low' }] }, ['disk', 'weak', /1\.024 MB/u]],
    ['a full disk', { disks: [{ name: 'x', free: 1, level: 'scarce' }] }, ['disk', 'bad', /0 MB/u]],
    [
      'a disk that is gone',
      { disks: [{ name: 'x', free: null, level: 'ample' }] },
      ['disk', 'bad', /không có thư mục/u],
    ],
    [
      'a store that is away',
      { store: { bucket: 's3://kho/', isAway: true } },
      ['files-store', 'bad', /s3:\/\/kho\/ không trả lời/u],
    ],
    ['damaged pages', { database: { at: NOW, isWhole: false } }, ['database-pages', 'bad', /trang hỏng/u]],
    [
      'an old backup',
      { backup: { isOn: true, newest: before(3000), isOld: true, recipients: 0, identities: [] } },
      ['backup', 'bad', /2 ngày/u],
    ],
    [
      'no backup',
      { backup: { isOn: true, newest: null, isOld: true, recipients: 0, identities: [] } },
      ['backup', 'bad', /Chưa có bản nào/u],
    ],
    [
      'backups that nobody set up',
      { backup: { isOn: false, newest: null, isOld: true, recipients: 0, identities: [] } },
      ['backup', 'bad', /HOI_AM_BACKUPS/u],
    ],
    [
      'a key of encrypted backups that was left here',
      { backup: { isOn: true, newest: before(400), isOld: false, recipients: 2, identities: ['/du-lieu/khoa.txt'] } },
      ['backup', 'bad', /Mã hóa cho 2 khóa\. Khóa riêng .*\/du-lieu\/khoa\.txt/u],
    ],
    [
      'a certificate that ends',
      { certificate: { variable: 'LDAP_CA', subject: 'CN=a', days: 9 } },
      ['certificate', 'weak', /còn 9 ngày/u],
    ],
    [
      'one that has ended',
      { certificate: { variable: 'LDAP_CA', subject: 'CN=a', days: -3 } },
      ['certificate', 'bad', /đã hết hạn 3 ngày/u],
    ],
  ])('tells %s', (_what, change, [check, state, found]) => {
    const wrong = workingChecks({ ...GOOD, ...change }).filter((one) => one.state !== 'good');
    expect(wrong).toEqual([expect.objectContaining({ check, state, found: expect.stringMatching(found) as string })]);
    expect(wrong[0]?.mend).not.toBe('');
  });
});
