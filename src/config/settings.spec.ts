import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { VARIABLES } from './environment.js';
import { SECRETS } from './secrets.js';
import { EXAMPLE, exampleVariables, messageOf } from './settings.fixture.js';
import { readSettings } from './settings.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'cB9fQ2xk7LmZ0pVtY4sWn8RdHj3GuEa6',
  DATABASE_URL: 'mssql://hoi-am:Tz2vR4nLq8@sql.haiphong.gov.vn:1433/hoi_am',
  E_OFFICE_URL: 'https://e-office.haiphong.gov.vn/eoffice/v1',
  E_OFFICE_PASSWORD: 'vR4nLq8Tz2',
  CALLBACK_PASSWORD: 'kM7wXc3Bp9',
  TRUST_ANCHORS: '/etc/hoi-am/anchors.pem',
  HOI_AM_PUBLIC_URL: 'https://hoi-am.haiphong.gov.vn',
  HOI_AM_PROXIES: '10.0.0.2',
};

describe('.env.example', () => {
  it('names exactly the variables that are read, each once', () => {
    expect(
      exampleVariables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...VARIABLES].sort());
  });

  it.each(exampleVariables())('says in one sentence what $name is', ({ sentence }) => {
    expect(sentence).toMatch(/^# \S.+\.$/u);
  });

  it('sets every variable to its standard value', () => {
    expect(readSettings(parseEnv(EXAMPLE))).toEqual(readSettings({}));
  });

  it('leaves open only what has no standard value', () => {
    const open = exampleVariables().filter(({ set }) => !set);
    expect(open.map(({ name }) => name)).toEqual([
      'HOI_AM_FILES',
      'FILES_ENDPOINT',
      ...['FILES_ACCESS_KEY', 'FILES_SECRET_KEY', 'FILES_CA'],
      'HOI_AM_ANCHORS',
      'HOI_AM_BACKUPS',
      'HOI_AM_PUBLIC_URL',
      'SYSLOG_URL',
      'TRACES_URL',
      'DATABASE_URL',
      'SESSION_SECRET',
      ...['ACCOUNT_KEY', 'ANCHOR_KEY'],
      'SECOND_FACTOR',
      ...['PASSWORD_MAX_DAYS', 'ACCOUNT_UNUSED_DAYS'],
      'E_OFFICE_URL',
      'E_OFFICE_PASSWORD',
      'E_OFFICE_CA',
      'E_OFFICE_CLIENT_CERT',
      'E_OFFICE_CLIENT_KEY',
      'E_OFFICE_CLIENT_PFX',
      'E_OFFICE_CLIENT_PASSPHRASE',
      'E_OFFICE_SIGNING_CERT',
      'E_OFFICE_SIGNING_KEY',
      'E_OFFICE_PEER_CERT',
      'SIGNING_LETTER_PAGE',
      'SIGNING_PROFILE',
      'SIGNING_URL',
      'SIGNING_ACCOUNT',
      'SIGNING_ACCOUNT_PASSWORD',
      'SIGNING_APP_CODE',
      'SIGNING_APP_PASSWORD',
      'SIGNING_ISSUE_UNIT',
      'SIGNING_MAIL_DOMAIN',
      'SIGNING_KEY_FILE',
      'CALLBACK_PASSWORD',
      'TRUST_ANCHORS',
      'CALENDAR_FEED_URL',
      'SMTP_URL',
      'CLAMD_ADDRESS',
      'LDAP_URL',
      'LDAP_CA',
      'LDAP_BIND_DN',
      'LDAP_BIND_PASSWORD',
      'LDAP_BASE',
      'LDAP_PEOPLE_FILTER',
      'LDAP_REQUIRED_GROUP',
    ]);
  });
});

describe('settings without an environment', () => {
  it('stand on the embedded database beside the files', () => {
    const { databaseUrl, dataDirectory, http, production } = readSettings({});
    expect(dataDirectory).toBe(resolve('var/du-lieu'));
    expect(databaseUrl).toBe(`sqlite:${dataDirectory}/hoi-am.db`);
    expect(http).toEqual({
      host: '127.0.0.1',
      port: 8022,
      publicUrl: 'http://127.0.0.1:8022',
      isPublic: false,
      proxies: [],
      administrationAddresses: [],
    });
    expect(production).toBe(false);
  });

  it('move the embedded database with the folder', () => {
    expect(readSettings({ HOI_AM_DATA: '/srv/hoi-am' }).databaseUrl).toBe('sqlite:/srv/hoi-am/hoi-am.db');
  });
});

describe('a wrong value stops the start with a sentence that names its variable', () => {
  it.each([
    ['NODE_ENV', 'staging'],
    ['HOI_AM_DATA', ' '],
    ['HOI_AM_HOST', ''],
    ['HOI_AM_PORT', '70000'],
    ['HOI_AM_PORT', 'http'],
    ['HOI_AM_PUBLIC_URL', 'hoi-am.example'],
    ['HOI_AM_DEMO', 'yes'],
    ['HOI_AM_PORT', ''],
    ['HOI_AM_PROXIES', 'foo'],
    ['HOI_AM_PROXIES', '10.0.0.2, proxy'],
    ['E_OFFICE_HOSTS', 'https://eoffice.example'],
    ['TRUST_CONFIRMERS', 'x,y'],
    ['LDAP_SYNC_SHARE', ''],
    ['DATABASE_URL', 'mssql://sql.example'],
    ['DATABASE_URL', 'mssql://a:b#c@sql.example/x'],
    ['DATABASE_URL', 'mssql://a:b%c@sql.example/x'],
    ['DATABASE_URL', 'mssql://a%:41@sql.example/x'],
    ['SMTP_URL', 'smtp://a:b%c@thu.example'],
    ['SMTP_URL', 'thu.example'],
    ['DATABASE_URL', 'mssql://a:b@sql.example\\NOI-BO/x'],
    ['HOI_AM_LOG', 'loud'],
    ['CALENDAR_FEED_URL', 'http://lich.example/a.ics'],
    ['CALENDAR_FEED_URL', 'https://lich.example/a.ics'],
    ['CALENDAR_FEED_PRIVATE', '10.0.0.0/33'],
    ['CALENDAR_FEED_PRIVATE', 'noi-bo'],
    ['DATABASE_URL', 'postgres://localhost/hoi_am'],
    ['DATABASE_URL', 'sqlite:'],
    ['SESSION_SECRET', 'too short'],
    ['SESSION_IDLE_MINUTES', '4'],
    ['SESSION_IDLE_MINUTES', '1441'],
    ['AGENCY_CODE', '000.00.03.H24.'],
    ...['NAME', 'LETTERHEAD', 'PARENT', 'SYMBOL', 'PLACE', 'ADDRESS'].map((name) => [`AGENCY_${name}`, '']),
    ['HOTLINE_CODE', 'Tổng đài'],
    ['HOTLINE_NAME', ''],
    ['E_OFFICE_URL', 'eoffice'],
    ['E_OFFICE_USERNAME', ''],
    ['E_OFFICE_TIMEOUT_SECONDS', '0'],
    ['E_OFFICE_POLL_SECONDS', '1.5'],
    ['SIGNING_LETTER_PAGE', 'https://eoffice.example/van-ban'],
    ['SIGNING_URL', 'voffice'],
    ['SIGNING_SENDER', ''],
    ['SIGNING_ISSUE_UNIT', 'x'],
    ['CALLBACK_ADDRESSES', '10.0.0.0/40'],
    ['CALLBACK_USERNAME', ''],
    ['CALLBACK_MAX_BYTES', '100'],
    ['SOFFICE', ''],
    ['PDFTOPPM', ''],
    ['PDF_TIMEOUT_SECONDS', '601'],
    ['LDAP_URL', 'ldap://dc1.example'],
    ['LDAP_URL', 'ldaps://dc1.example/dc=example'],
    ['LDAP_KIND', 'novell'],
    ['LDAP_TIMEOUT_SECONDS', '61'],
  ])('%s=%s', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^Biến ${name} không hợp lệ: .+\\.$`, 'u'));
    expect(message.split('\n')).toHaveLength(1);
  });

  it('names every wrong variable, one a line', () => {
    const message = messageOf({ HOI_AM_PORT: '-1', HOI_AM_LOG: 'loud' });
    expect(message.split('\n').map((line) => line.split(' ')[1])).toEqual(['HOI_AM_PORT', 'HOI_AM_LOG']);
  });
});

describe('production', () => {
  it('starts with its secrets, and shows no demonstration', () => {
    const { production, demonstration } = readSettings(PRODUCTION);
    expect({ production, demonstration }).toEqual({ production: true, demonstration: false });
  });

  it.each([
    ['HOI_AM_DEMO', '1', 'tài khoản trình diễn'],
    ['HOI_AM_PUBLIC_URL', 'http://hoi-am.haiphong.gov.vn', 'https://'],
    ['HOI_AM_PUBLIC_URL', 'https://hoi-am.haiphong.example', 'của ví dụ'],
    ['SESSION_SECRET', 'abababababababababababababababab', 'openssl rand'],
    ['E_OFFICE_PASSWORD', 'secret', 'ngẫu nhiên'],
    ['E_OFFICE_PASSWORD', 'mat-khau', 'ngẫu nhiên'],
    ['E_OFFICE_PASSWORD', 'Mat-khau-thu', 'ngẫu nhiên'],
    ['E_OFFICE_CLIENT_PASSPHRASE', 'changeme', 'ngẫu nhiên'],
    ['CALLBACK_PASSWORD', '123456', 'ngẫu nhiên'],
    ['CALLBACK_PASSWORD', 'eoffice', 'ngẫu nhiên'],
    ['SIGNING_ACCOUNT_PASSWORD', 'Abcd@12345', 'ngẫu nhiên'],
    ['SIGNING_APP_PASSWORD', 'admin', 'ngẫu nhiên'],
    ['DATABASE_URL', 'mssql://sa:password@sql.haiphong.gov.vn:1433/hoi_am', 'ngẫu nhiên'],
    ['LDAP_BIND_PASSWORD', 'password', 'ngẫu nhiên'],
    ['SMTP_URL', 'smtp://hoi-am:mat-khau@thu.haiphong.gov.vn:587', 'ngẫu nhiên'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', 'kiểm tra chứng thư'],
    ['SYSLOG_URL', 'tcp://nhat-ky.haiphong.gov.vn:601', 'UNENCRYPTED_LINES'],
  ])('does not start with %s=%s', (name, value, words) => {
    const message = messageOf({ ...PRODUCTION, MAIL_FROM: 'hoi-am@haiphong.gov.vn', [name]: value });
    expect(message).toMatch(new RegExp(`^Biến ${name} không hợp lệ: .+\\.$`, 'u'));
    expect(message).toContain(words);
    if (value.length > 5) expect(message).not.toContain(`: ${value}`);
  });

  it('does not write mail in the name of the example', () => {
    expect(messageOf({ ...PRODUCTION, SMTP_URL: 'smtp://thu.haiphong.gov.vn:587' })).toContain('Biến MAIL_FROM');
  });

  it('names everything that is wrong at once', () => {
    const wrong = { ...PRODUCTION, SESSION_SECRET: '', CALLBACK_PASSWORD: 'secret', HOI_AM_DEMO: '1' };
    expect(messageOf({ ...wrong, SESSION_SECRET: 'x'.repeat(40) }).split('\n')).toHaveLength(3);
  });

  it.each(Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV'))('does not start without %s', (missing) => {
    const rest = Object.fromEntries(Object.entries(PRODUCTION).filter(([name]) => name !== missing));
    expect(messageOf(rest)).toMatch(new RegExp(`^Biến ${missing} không hợp lệ: bắt buộc`, 'u'));
  });

  it.each(['E_OFFICE_PASSWORD', 'CALLBACK_PASSWORD', 'TRUST_ANCHORS'])(
    'takes an empty %s for a missing one',
    (name) => {
      expect(messageOf({ ...PRODUCTION, [name]: '' })).toContain(name);
    },
  );
});

describe('hosts of revocation lists', () => {
  it.each([
    ['nobody by default', '', []],
    ['a list', 'crl.ca.gov.vn, 127.0.0.1:8023', ['crl.ca.gov.vn', '127.0.0.1:8023']],
    ['stray commas name nobody', ',crl.ca.gov.vn,,', ['crl.ca.gov.vn']],
  ])('%s', (_rule, value, hosts) => {
    expect(readSettings({ TRUST_CRL_HOSTS: value }).trust.crlHosts).toEqual(hosts);
  });
});

describe('the line to the e-office', () => {
  it.each([
    [
      'by plain http in production',
      { ...PRODUCTION, E_OFFICE_URL: 'http://e-office.example/v1' },
      'phải là địa chỉ https',
    ],
    [
      'by plain http to the signing service',
      { ...PRODUCTION, SIGNING_URL: 'http://ky.example/v1' },
      'SIGNING_URL không hợp lệ: khi chạy thật phải là địa chỉ https',
    ],
    [
      'to a host that is not listed',
      { E_OFFICE_URL: 'https://e-office.example/v1', E_OFFICE_HOSTS: 'khac.example' },
      'máy e-office.example chưa có trong E_OFFICE_HOSTS',
    ],
  ])('is refused %s', (_what, env, sentence) => {
    expect(messageOf(env)).toContain(sentence);
  });

  it('leads by default to the host of its address, on this machine also by plain http', () => {
    expect(readSettings({ ...PRODUCTION, E_OFFICE_URL: 'http://127.0.0.1:4100/v1' }).eOffice.hosts).toEqual([
      '127.0.0.1:4100',
    ]);
  });
});

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-bi-mat-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string, mode: number): string => {
    const path = join(folder, String(mode));
    writeFileSync(path, content, { mode });
    return path;
  };

  it('are all named where settings are explained', () => {
    const [head = ''] = EXAMPLE.split('\nHOI_AM_PROXIES');
    for (const name of SECRETS) expect(head).toContain(name);
  });

  it('count as the variables, without the end of their line', () => {
    const path = fileOf('vR4nLq8Tz2\n', 0o600);
    expect(readSettings({ E_OFFICE_PASSWORD_FILE: path }).eOffice.password).toBe('vR4nLq8Tz2');
    const production = { ...PRODUCTION, E_OFFICE_PASSWORD: '', E_OFFICE_PASSWORD_FILE: path };
    expect(readSettings(production).eOffice.password).toBe('vR4nLq8Tz2');
  });

  it.each([
    ['is not there', () => ({ E_OFFICE_PASSWORD_FILE: join(folder, 'khong-co') }), 'không đọc được tệp'],
    [
      'stands beside the variable',
      () => ({ E_OFFICE_PASSWORD: 'x', E_OFFICE_PASSWORD_FILE: fileOf('y', 0o600) }),
      'chỉ đặt một trong hai',
    ],
    [
      'everybody on the machine may read, in production',
      () => ({ ...PRODUCTION, METRICS_TOKEN_FILE: fileOf('x'.repeat(20), 0o644) }),
      'chmod 600',
    ],
    [
      'holds a key that everybody may read, in production',
      () => ({ ...PRODUCTION, E_OFFICE_CLIENT_KEY: fileOf('x', 0o644) }),
      'Biến E_OFFICE_CLIENT_KEY',
    ],
  ])('stop the start when one %s', (_what, env, words) => {
    expect(messageOf(env())).toContain(words);
  });
});

describe('the directory', () => {
  const WHOLE = { LDAP_URL: 'ldaps://dc1.example', LDAP_BIND_DN: 'cn=a', LDAP_BASE: 'dc=b', LDAP_BIND_PASSWORD: 'c' };

  it.each(['LDAP_BIND_DN', 'LDAP_BASE', 'LDAP_BIND_PASSWORD'])('is not asked without %s', (missing) => {
    expect(messageOf({ ...WHOLE, [missing]: '' })).toBe(
      `Biến ${missing} không hợp lệ: bắt buộc phải đặt khi có LDAP_URL.`,
    );
  });

  it('is none where no address is set', () => {
    expect(readSettings({ ...WHOLE, LDAP_URL: '' }).directory).toBeNull();
    expect(readSettings(WHOLE).directory?.kind).toBe('ad');
  });
});
