import BetterSqlite3 from 'better-sqlite3';
import { once } from 'node:events';
import { chmod, cp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AskedDoctor, wrongBy } from '../support/asked-doctor.js';
import { authorityUntil } from '../support/test-authority/authority-until.js';

const DAY_MS = 86_400_000;
const HALF = 200_000;

/** Mistakes of this machine and of its configuration, each planted, and what `hoi-am doctor --json` says of it. */
describe('the doctor finds', () => {
  let doctor: AskedDoctor;
  beforeAll(async () => {
    doctor = await AskedDoctor.prepare(authorityUntil(new Date('2049-01-01T00:00:00Z')));
  });
  afterAll(() => doctor.close());

  const inFolder = (name: string): string => join(doctor.folder, name);

  it.each<readonly [what: string, more: Readonly<Record<string, string>>, told: RegExp]>([
    [
      'a secret of the example',
      { E_OFFICE_PASSWORD: 'mat-khau-e-office' },
      /^Biến E_OFFICE_PASSWORD .*có trong ví dụ.*\.env/u,
    ],
    [
      'an address that is not https',
      { HOI_AM_PUBLIC_URL: 'http://hoi-am.so.vn' },
      /^Biến HOI_AM_PUBLIC_URL .*https:\/\//u,
    ],
    ['a secret that is missing', { CALLBACK_PASSWORD: '' }, /^Biến CALLBACK_PASSWORD .*bắt buộc phải đặt/u],
    ['a number that is none', { HOI_AM_BACKUPS_KEPT: 'nhiều' }, /^Biến HOI_AM_BACKUPS_KEPT .*số nguyên/u],
  ])('%s, and still looks at the rest', async (_what, more, told) => {
    const { status, checks } = await doctor.ask(more);
    expect(checks[0]).toMatchObject({ check: 'configuration', ok: false });
    expect(`${checks[0]?.message ?? ''} ${checks[0]?.mend ?? ''}`).toMatch(told);
    expect([status, checks.some(({ check }) => ['port', 'rest'].includes(check))]).toEqual([1, true]);
  });

  it('lines of .env that are cut off, and a file that others read', async () => {
    await writeFile(inFolder('.env'), 'MAIL_FROM="hoi-am@so.vn\nLDAP_BASE\nHOI_AM_DATA_=x\n', { mode: 0o644 });
    const wrong = await doctor.wrong('env-file');
    await rm(inFolder('.env'));
    expect(wrong).toEqual([
      expect.stringMatching(/Dòng 1 \(MAIL_FROM\): mở dấu " mà không đóng/u),
      expect.stringMatching(/Dòng 2 không có dấu "="/u),
      expect.stringMatching(/Dòng 3 .*có phải HOI_AM_DATA\?/u),
      expect.stringMatching(/quyền 0644.*chmod 600/u),
    ]);
  });

  it('a missing, an expired and a soon expiring file of trusted certificates', async () => {
    const missing = await doctor.wrong('certificates', { TRUST_ANCHORS: inFolder('khong-co.pem') });
    expect(missing).toEqual([expect.stringMatching(/^Biến TRUST_ANCHORS .*không đọc được tệp .*khong-co\.pem/u)]);
    await writeFile(inFolder('cu.pem'), authorityUntil(new Date('2026-01-02T00:00:00Z')));
    const expired = await doctor.wrong('certificates', { TRUST_ANCHORS: inFolder('cu.pem') });
    expect(expired).toEqual([expect.stringMatching(/TRUST_ANCHORS .*đã hết hạn ngày 02\/01\/2026.*thay tệp/u)]);
    await writeFile(inFolder('sap.pem'), authorityUntil(new Date(Date.now() + 10 * DAY_MS)));
    const soon = await doctor.wrong('certificates', { TRUST_ANCHORS: inFolder('sap.pem') });
    expect(soon).toEqual([expect.stringMatching(/TRUST_ANCHORS .*còn \d ngày/u)]);
  });

  it('a database that is missing, of another product, or cut off, and one of an older version', async () => {
    const at = (name: string): Readonly<Record<string, string>> => ({ DATABASE_URL: `sqlite:${inFolder(name)}` });
    expect(await doctor.wrong('database', at('khong-co.db'))).toEqual([
      expect.stringMatching(/Không có cơ sở dữ liệu ở .*hoi-am migrate/u),
    ]);
    const other = new BetterSqlite3(inFolder('khac.db'));
    other.exec('CREATE TABLE x (y)');
    other.close();
    expect(await doctor.wrong('database', at('khac.db'))).toEqual([
      expect.stringMatching(/phần mềm khác.*DATABASE_URL/u),
    ]);
    await writeFile(inFolder('van-ban.db'), 'không phải cơ sở dữ liệu');
    expect(await doctor.wrong('database', at('van-ban.db'))).toEqual([
      expect.stringMatching(/không phải là tệp cơ sở dữ liệu/u),
    ]);

    const own = join(inFolder('du-lieu'), 'hoi-am.db');
    await cp(own, inFolder('cu.db'));
    const old = new BetterSqlite3(inFolder('cu.db'));
    old.exec('DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration)');
    old.close();
    expect(await doctor.wrong('database', at('cu.db'))).toEqual([
      expect.stringMatching(/chưa cập nhật.*hoi-am migrate/u),
    ]);
    await cp(own, inFolder('cut.db'));
    await truncate(inFolder('cut.db'), HALF);
    expect(await doctor.wrong('database-pages', at('cut.db'))).toEqual([
      expect.stringMatching(/bị hỏng.*hoi-am restore/u),
    ]);
  });

  it('a data folder that others open', async () => {
    await chmod(inFolder('du-lieu'), 0o755);
    const wrong = await doctor.wrong('folders');
    await chmod(inFolder('du-lieu'), 0o700);
    expect(wrong).toEqual([expect.stringMatching(/quyền 0755.*chmod 700/u)]);
  });

  it('no backup yet, a target that has vanished, and none set up', async () => {
    const said = await doctor.ask();
    expect(wrongBy('backup', said)).toEqual([expect.stringMatching(/Chưa có bản sao lưu nào.*hoi-am backup --out/u)]);
    expect(wrongBy('backup-place', said)).toEqual([expect.stringMatching(/trên chính ổ đĩa của dữ liệu.*gắn lại/u)]);
    const vanished = await doctor.wrong('backup', { HOI_AM_BACKUPS: inFolder('da-thao') });
    expect(vanished).toEqual([expect.stringMatching(/^Không có thư mục .*da-thao.*Gắn lại/u)]);
    expect(await doctor.wrong('backup', { HOI_AM_BACKUPS: '' })).toEqual([
      expect.stringMatching(/Đặt HOI_AM_BACKUPS/u),
    ]);
    await mkdir(join(inFolder('sao-luu'), 'ban', '2026-01-01T00-00-00-000Z'), { recursive: true });
    expect(await doctor.wrong('backup')).toEqual([expect.stringMatching(/01\/01|2026-01-01.*quá một ngày rưỡi/u)]);
  });

  it('no LibreOffice, a time zone that nobody knows, and one of another country', async () => {
    const said = await doctor.ask({ TZ: 'Asia/Ho_Chi_Minh' });
    expect(wrongBy('converter', said)).toEqual([expect.stringMatching(/libreoffice-writer-nogui/u)]);
    expect(await doctor.wrong('time-zone', { TZ: 'Asia/Ha_Noi' })).toEqual([
      expect.stringMatching(/"Asia\/Ha_Noi".*tzdata/u),
    ]);
    expect(await doctor.wrong('time-zone', { TZ: 'Europe/Paris' })).toEqual([
      expect.stringMatching(/Europe\/Paris.*timedatectl/u),
    ]);
    expect(wrongBy('time-zone', said)).toEqual([]);
  });

  it('a port that another program holds', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-khac\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const wrong = await doctor.wrong('port', { HOI_AM_PORT: String(port) });
    server.close();
    expect(wrong).toEqual([expect.stringMatching(/đang giữ cổng 127\.0\.0\.1:\d+.*HOI_AM_PORT/u)]);
    expect(await doctor.wrong('port')).toEqual([]);
  });
});
