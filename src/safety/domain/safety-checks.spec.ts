import { safetyChecks } from './safety-checks.js';
import type { SafetyFacts } from './safety-facts.js';

const NOW = new Date('2026-03-18T02:00:00Z');

const DIRECTORY = { onSchedule: true, lastSyncAt: NOW, failure: null, breakGlass: 1 };

const SAFE: SafetyFacts = {
  now: NOW,
  production: true,
  demonstration: false,
  publicUrl: 'https://hoi-am.haiphong.gov.vn',
  proxies: ['10.0.0.2', '10.1.0.0/16', 'fd00:1::/64'],
  administrationAddresses: ['10.0.8.0/24'],
  limits: { requestsAMinute: 3000, callsAMinute: 300 },
  antivirus: 'thisMachine',
  letsInUnscanned: false,
  secretsInVariables: [],
  idleMinutes: 60,
  ownSessionKeySince: null,
  callers: { people: 40, addresses: 31 },
  database: 'encrypted',
  eOffice: 'tls',
  mail: 'tls',
  openLines: [],
  metricsOpen: false,
  evidenceDays: 90,
  anchors: { isElsewhere: true, latest: NOW },
  trustAnchors: 'there',
  dataReadByOthers: false,
  nodeMajor: 24,
  administrators: ['Lê Văn An', 'Bùi Thị Hà'],
  localPasswords: 0,
  secondFactor: { demanded: true, missing: [] },
  unused: { days: 90, areLocked: false, names: [] },
  directory: DIRECTORY,
};

describe('what is weak in an installation', () => {
  it('is nothing where all is as it should be', () => {
    const checks = safetyChecks(SAFE);
    expect(checks.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(checks.filter(({ mend }) => mend !== '')).toEqual([]);
    expect(new Set(checks.map(({ check }) => check)).size).toBe(checks.length);
  });

  it.each<[string, Partial<SafetyFacts>, string, string]>([
    ['mode', { production: false }, 'bad', 'NODE_ENV=production'],
    ['mode', { demonstration: true }, 'bad', 'HOI_AM_DEMO=0'],
    ['tls', { publicUrl: 'http://10.0.0.5' }, 'bad', 'HOI_AM_PUBLIC_URL'],
    ['tls', { proxies: [] }, 'weak', 'HOI_AM_PROXIES'],
    ['proxies', { proxies: ['10.0.0.0/8'] }, 'bad', 'HOI_AM_PROXIES'],
    ['proxies', { proxies: ['fd00::/8'] }, 'bad', 'HOI_AM_PROXIES'],
    ['proxies', { callers: { people: 3, addresses: 1 } }, 'weak', 'X-Forwarded-For'],
    ['administration', { administrationAddresses: [] }, 'weak', 'ADMINISTRATION_ADDRESSES'],
    ['administration', { administrationAddresses: ['10.0.8.0/24', '0.0.0.0/0'] }, 'weak', 'ADMINISTRATION_ADDRESSES'],
    ['antivirus', { antivirus: 'none' }, 'weak', 'CLAMD_ADDRESS'],
    ['antivirus', { antivirus: 'open' }, 'weak', 'unix:'],
    ['antivirus', { letsInUnscanned: true }, 'weak', 'CLAMD_WHEN_AWAY=refuse'],
    ['secrets', { secretsInVariables: ['SMTP_URL'] }, 'weak', '_FILE'],
    ['second-factor', { secondFactor: { demanded: false, missing: [] } }, 'weak', 'SECOND_FACTOR'],
    ['second-factor', { secondFactor: { demanded: true, missing: ['Lê Văn An'] } }, 'weak', 'đăng nhập một lần'],
    [
      'unused-accounts',
      { unused: { days: 90, areLocked: false, names: ['Lê Văn An'] } },
      'weak',
      'ACCOUNT_UNUSED_DAYS',
    ],
    ['directory', { directory: { ...DIRECTORY, lastSyncAt: null } }, 'weak', 'xem trước'],
    ['directory', { directory: { ...DIRECTORY, onSchedule: false } }, 'weak', 'LDAP_SYNC_AT'],
    ['directory', { directory: { ...DIRECTORY, failure: 'Thư mục không trả lời.' } }, 'bad', 'hoi-am doctor'],
    ['directory', { directory: { ...DIRECTORY, lastSyncAt: new Date('2026-03-14T00:00:00Z') } }, 'weak', 'việc nền'],
    ['break-glass', { directory: { ...DIRECTORY, breakGlass: 0 } }, 'bad', 'hoi-am account add'],
    ['session-key', { ownSessionKeySince: new Date('2026-01-01T00:00:00Z') }, 'weak', 'SESSION_SECRET'],
    ['idle', { idleMinutes: 61 }, 'weak', 'SESSION_IDLE_MINUTES'],
    ['administrators', { administrators: [] }, 'bad', 'vai trò quản trị'],
    ['administrators', { administrators: ['Lê Văn An'] }, 'weak', 'thêm một người'],
    ['administrators', { administrators: ['A', 'B', 'C', 'D', 'E'] }, 'weak', 'Rút bớt'],
    ['local-passwords', { localPasswords: 3, directory: null }, 'weak', 'LDAP'],
    ['database', { database: 'open' }, 'bad', 'encrypt=true'],
    ['database', { database: 'ownFile' }, 'weak', 'SQL Server'],
    ['e-office', { eOffice: 'open' }, 'bad', 'https'],
    ['e-office', { eOffice: 'none' }, 'weak', 'E_OFFICE_URL'],
    ['mail', { mail: 'open' }, 'weak', 'SMTP_REQUIRE_TLS=1'],
    ['lines', { openLines: ['SYSLOG_URL'] }, 'weak', 'tls://'],
    ['trust-anchors', { trustAnchors: 'unreadable' }, 'bad', 'quyền đọc'],
    ['trust-anchors', { trustAnchors: 'none' }, 'weak', 'Ban Cơ yếu'],
    ['anchors', { anchors: { isElsewhere: true, latest: null } }, 'bad', 'HOI_AM_ANCHORS'],
    ['anchors', { anchors: { isElsewhere: false, latest: NOW } }, 'weak', 'máy khác'],
    ['anchors', { anchors: { isElsewhere: true, latest: new Date('2026-03-10T00:00:00Z') } }, 'weak', 'việc nền'],
    ['evidence', { evidenceDays: 7 }, 'weak', 'EXCHANGE_EVIDENCE_DAYS'],
    ['data-folder', { dataReadByOthers: true }, 'weak', 'chmod 750'],
    ['node', { nodeMajor: 20 }, 'weak', 'Node.js 22'],
  ])('%s with %j', (check, change, state, mend) => {
    const wrong = safetyChecks({ ...SAFE, ...change }).filter((one) => one.state !== 'good');
    expect(wrong).toMatchObject([{ check, state }]);
    expect(wrong[0]?.mend).toContain(mend);
  });

  it('counts no days before a key was made', () => {
    const [check] = safetyChecks({ ...SAFE, ownSessionKeySince: new Date('2099-01-01T00:00:00Z') }).filter(
      (one) => one.check === 'session-key',
    );
    expect(check?.found).toContain('dùng được 0 ngày');
  });

  it('says who, five by name at most, and asks for nothing that cannot be known yet', () => {
    const names = Array.from({ length: 7 }, (_, index) => `Người ${String(index + 1)}`);
    const found = (change: Partial<SafetyFacts>): string =>
      safetyChecks({ ...SAFE, ...change }).find(({ check }) => check === 'unused-accounts')?.found ?? '';
    expect(found({ unused: { days: 45, areLocked: true, names } })).toContain('Người 5 và 2 người khác.');
    expect(found({ unused: { days: 90, areLocked: false, names: null } })).toContain('chưa đủ 90 ngày');
  });
});
