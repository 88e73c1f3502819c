import BetterSqlite3 from 'better-sqlite3';
import { once } from 'node:events';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { AskedDoctor, wrongBy, type DoctorSaid } from '../support/asked-doctor.js';
import { Slapd } from '../support/directory/slapd.js';
import { PostOffice } from '../support/post-office.js';
import { serverCertificate } from '../support/server-certificate.js';
import { eOfficeAhead, type EOfficeAhead } from '../support/e-office-ahead.js';
import { authorityUntil } from '../support/test-authority/authority-until.js';
import { TlsProxy } from '../support/tls-proxy.js';

const DAY_MS = 86_400_000;
const THREE_MINUTES = 180_000;
const LATER = new Date('2049-01-01T00:00:00Z');
const NO_FONTS = '<fontconfig><dir>/khong-co</dir></fontconfig>';
const HALF_WRITTEN =
  'MAIL_FROM="hoi-am@so.vn\nLDAP_BASE\nHOI_AM_PORT=1\nHOI_AM_PORT=2\nNODE_EXTRA_CA_CERTS=/etc/x.pem\n';

type Mistake = readonly [what: string, check: string, told: RegExp];

let doctor: AskedDoctor;
let eOffice: EOfficeAhead;
let slapd: Slapd;
let stranger: Server;
const office = new PostOffice();

const inFolder = (name: string): string => join(doctor.folder, name);

beforeAll(async () => {
  [eOffice, slapd] = await Promise.all([eOfficeAhead(THREE_MINUTES), Slapd.start()]);
  doctor = await AskedDoctor.prepare(authorityUntil(LATER));
  await writeFile(inFolder('cu.pem'), authorityUntil(new Date('2026-01-02T00:00:00Z')));
  await writeFile(inFolder('sap.pem'), authorityUntil(new Date(Date.now() + 10 * DAY_MS)));
  await writeFile(inFolder('phong.conf'), NO_FONTS);
  stranger = createServer((socket) => socket.end('SSH-2.0-khac\r\n')).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
});
afterAll(async () => {
  stranger.close();
  await Promise.all([office.close(), eOffice.close(), slapd.stop(), doctor.close()]);
});

/** The directory of people as the app is told of it. */
const directory = (): Readonly<Record<string, string>> => ({
  ...{ LDAP_URL: slapd.url, LDAP_CA: slapd.ca, LDAP_KIND: 'openldap', LDAP_BASE: Slapd.people },
  ...{ LDAP_BIND_DN: Slapd.account, LDAP_BIND_PASSWORD: Slapd.password },
});

/** Mistakes made together, for one must not hide another: each named with what mends it. */
function named(plant: () => Promise<DoctorSaid>, mistakes: readonly Mistake[]): void {
  let said: DoctorSaid;
  beforeAll(async () => {
    said = await plant();
  });
  it.each(mistakes)('%s', (_what, check, told) => {
    expect(wrongBy(check, said)).toContainEqual(expect.stringMatching(told));
  });
}

describe('the doctor, asked of an installation with many mistakes at once, names', () => {
  const plant = async (): Promise<DoctorSaid> => {
    const { key, cert } = serverCertificate('localhost');
    const mailPort = await office.open({ key, cert, disabledCommands: [] });
    await writeFile(inFolder('.env'), HALF_WRITTEN, { mode: 0o644 });
    await chmod(inFolder('du-lieu'), 0o755);
    return doctor.ask({
      ...directory(),
      ...{ E_OFFICE_URL: `${eOffice.url}/eoffice/v1`, E_OFFICE_PASSWORD: 'k8Tq2-sai-9zLp4', TZ: 'Europe/Paris' },
      ...{ SMTP_URL: `smtp://localhost:${String(mailPort)}`, MAIL_FROM: 'hoi-am@so.gov.vn' },
      ...{ LDAP_BIND_PASSWORD: 'k8Tq2-sai-9zLp4', TRUST_ANCHORS: inFolder('cu.pem'), E_OFFICE_CA: inFolder('sap.pem') },
      ...{ PDFTOPPM: '/khong-co/pdftoppm', FONTCONFIG_FILE: inFolder('phong.conf'), TMPDIR: '/khong-co/tam' },
      ...{ HOI_AM_FILES: 's3://kho/tep', FILES_ENDPOINT: 'https://127.0.0.1:1', FILES_ACCESS_KEY: 'a' },
      ...{ FILES_SECRET_KEY: 'k8Tq2-khoa-9zLp4', HOI_AM_ANCHORS: inFolder('moc-chua-gan') },
      ...{ HOI_AM_BACKUPS: inFolder('sao-luu-chua-gan'), CLAMD_ADDRESS: '127.0.0.1:1' },
      HOI_AM_PORT: String((stranger.address() as AddressInfo).port),
    });
  };

  named(plant, [
    ['a line that was cut off', 'env-file', /Dòng 1 \(MAIL_FROM\): mở dấu "/u],
    ['a line without a sign', 'env-file', /Dòng 2 không có dấu "="/u],
    ['a variable that stands twice', 'env-file', /Dòng 4 \(HOI_AM_PORT\): đã đặt ở dòng 3.*bỏ một dòng/u],
    ['a variable that is not read from a file', 'env-file', /NODE_EXTRA_CA_CERTS.*update-ca-certificates/u],
    ['a configuration that others read', 'env-file', /quyền 0644.*chmod 600/u],
    ['a data folder that others open', 'folders', /quyền 0755.*chmod 700/u],
    [
      'a wrong password of the e-office',
      'e-office',
      /lệch 1\d\d giây.*không nhận tài khoản.*chrony.*E_OFFICE_PASSWORD/u,
    ],
    ['a mail server of an unknown authority', 'mail', /do tổ chức mà máy này tin cấp.*update-ca-certificates/u],
    ['a directory that refuses our account', 'directory-people', /LDAP_BIND_DN, LDAP_BIND_PASSWORD/u],
    ['an expired trusted certificate', 'certificates', /TRUST_ANCHORS .*đã hết hạn ngày 02\/01\/2026.*thay tệp/u],
    ['a certificate that is about to expire', 'certificates', /E_OFFICE_CA .*còn \d ngày.*thay tệp/u],
    ['a time zone of another country', 'time-zone', /Europe\/Paris.*timedatectl/u],
    ['no converter', 'converter', /libreoffice-writer-nogui/u],
    ['nothing that draws pages', 'page-pictures', /poppler-utils/u],
    ['no fonts', 'fonts', /không có phông nào.*fonts-liberation/u],
    ['a folder for temporary files that is not there', 'disk-temp', /\/khong-co\/tam.*TMPDIR/u],
    ['a bucket that does not answer', 'files-store', /s3:\/\/kho\/tep.*không có gì nghe.*FILES_ENDPOINT/u],
    ['a folder of anchors that is not mounted', 'anchors', /moc-chua-gan/u],
    ['a folder of backups that is not mounted', 'backup', /sao-luu-chua-gan.*Gắn lại/u],
    ['a virus scanner that is away', 'antivirus', /clamav-daemon.*CLAMD_ADDRESS/u],
    ['a port that another program holds', 'port', /đang giữ cổng.*HOI_AM_PORT/u],
  ]);
});

describe('the doctor, asked of one whose other side is set up wrongly, names', () => {
  let proxy: TlsProxy;
  afterAll(() => proxy.close());
  const plant = async (): Promise<DoctorSaid> => {
    await office.close();
    await chmod(inFolder('du-lieu'), 0o700);
    await writeFile(inFolder('.env'), '', { mode: 0o600 });
    const mailPort = await office.open({ onAuth: (_auth, _session, done) => done(new Error('no')) });
    proxy = await TlsProxy.before('localhost', eOffice.url);
    await mkdir(join(inFolder('sao-luu'), 'ban', '2026-01-01T00-00-00-000Z'), { recursive: true });
    const newer = inFolder('moi-hon.db');
    await cp(join(inFolder('du-lieu'), 'hoi-am.db'), newer);
    const opened = new BetterSqlite3(newer);
    opened.exec("INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'ExpandLater9999999999999')");
    opened.close();
    return doctor.ask({
      ...directory(),
      ...{ LDAP_BASE: `ou=Khong co ai,${Slapd.base}`, DATABASE_URL: `sqlite:${newer}` },
      ...{ E_OFFICE_URL: `https://localhost:${String(proxy.port)}/eoffice/v1`, E_OFFICE_PASSWORD: eOffice.password },
      ...{ SMTP_URL: `smtp://hoi-am:kq8ZtmLp27@127.0.0.1:${String(mailPort)}`, SMTP_REQUIRE_TLS: '0' },
      ...{ MAIL_FROM: 'hoi-am@so.gov.vn', TRUST_ANCHORS: inFolder('khong-co.pem'), TZ: 'Asia/Ha_Noi' },
      HOI_AM_PUBLIC_URL: 'http://hoi-am.so-gddt.test',
    });
  };

  named(plant, [
    ['a public address without TLS', 'configuration', /HOI_AM_PUBLIC_URL .*https.*\.env/u],
    ['a base where there is nobody', 'directory-people', /LDAP_BASE/u],
    ['a database of a later version', 'database', /bản mới hơn.*[Cc]ập nhật phần mềm/u],
    ['an e-office of an unknown authority', 'e-office', /chứng thư.*E_OFFICE_CA/u],
    ['a mail server that does not take the account', 'mail', /không nhận tài khoản.*SMTP_URL/u],
    ['trusted certificates that are missing', 'certificates', /TRUST_ANCHORS .*khong-co\.pem/u],
    ['a time zone that nobody knows', 'time-zone', /"Asia\/Ha_Noi".*tzdata/u],
    ['a backup that is old', 'backup', /quá một ngày rưỡi.*hoi-am backup --out/u],
    ['backups on the disk of the data', 'backup-place', /trên chính ổ đĩa của dữ liệu/u],
  ]);
});

describe('the doctor, asked of one whose clock is three minutes off, names', () => {
  const plant = async (): Promise<DoctorSaid> => {
    const other = inFolder('khac.db');
    const opened = new BetterSqlite3(other);
    opened.exec('CREATE TABLE x (y)');
    opened.close();
    return doctor.ask({
      ...directory(),
      ...{ LDAP_CA: inFolder('goc.pem'), DATABASE_URL: `sqlite:${other}`, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...{ E_OFFICE_URL: `${eOffice.url}/eoffice/v1`, E_OFFICE_PASSWORD: eOffice.password },
      ...{ MAIL_FROM: 'hoi-am@so.gov.vn', HOI_AM_BACKUPS: '' },
    });
  };

  named(plant, [
    ['the clock of the e-office', 'e-office', /đồng hồ hai bên lệch 1(?:79|80|81) giây.*chrony/u],
    ['a database of another product', 'database', /phần mềm khác.*DATABASE_URL/u],
    ['a directory of an unknown authority', 'directory-certificate', /LDAP_CA/u],
    ['a mail server that is away', 'mail', /không có gì nghe.*SMTP_URL/u],
    ['no backups', 'backup', /HOI_AM_BACKUPS/u],
  ]);

  it('and counts them for people who read', async () => {
    const told = await doctor.read({ HOI_AM_BACKUPS: '' });
    const wrong = told.split('\n').filter((line) => line.startsWith('✗ '));
    expect(wrong).toContainEqual(expect.stringMatching(/^✗ .*HOI_AM_BACKUPS/u));
    expect(told.trimEnd().split('\n').at(-1)).toBe(`${String(wrong.length)} điều cần xử lý: các dòng ✗.`);
  });
});
