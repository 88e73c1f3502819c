import { safetyChecks } from '../../../../src/safety/domain/safety-checks.js';
import { workingChecks } from '../../../../src/safety/domain/working-checks.js';
import type { SafetyReading } from '../../../../src/web/system/safety-page-query.js';
import { safetyView } from '../../../../src/web/system/safety-view.js';

/** An installation that somebody has just set up. */
export const safetyReading: SafetyReading = {
  working: workingChecks({
    now: new Date('2026-03-18T02:00:00Z'),
    production: true,
    outbox: { count: 2, oldest: new Date('2026-03-18T01:57:00Z'), stopped: 1 },
    inbox: { count: 0, oldest: null, lastLook: new Date('2026-03-18T01:59:00Z') },
    pages: { count: 0, oldest: null, stopped: 0 },
    loop: { usualMs: 4, longestMs: 120 },
    memory: { resident: 412_000_000, heapUsed: 190_000_000, heapLimit: 4_300_000_000 },
    disks: [
      { name: 'dữ liệu (HOI_AM_DATA)', free: 21_000_000_000, level: 'ample' },
      { name: 'tệp tạm (TMPDIR)', free: 1_200_000_000, level: 'low' },
    ],
    store: { bucket: 's3://hoi-am/tep/', isAway: false },
    database: { at: new Date('2026-03-18T01:20:00Z'), isWhole: true },
    backup: { isOn: true, newest: new Date('2026-03-17T18:15:00Z'), isOld: false, recipients: 0, identities: [] },
    certificate: { variable: 'TRUST_ANCHORS', subject: 'CN=Ban Cơ yếu Chính phủ', days: 812 },
  }),
  safety: safetyChecks({
    now: new Date('2026-03-18T02:00:00Z'),
    production: true,
    demonstration: false,
    publicUrl: 'http://10.20.0.5:8022',
    proxies: [],
    administrationAddresses: ['10.20.8.0/24'],
    callers: { people: 0, addresses: 0 },
    limits: { requestsAMinute: 3000, callsAMinute: 300 },
    antivirus: 'none',
    letsInUnscanned: false,
    secretsInVariables: ['DATABASE_URL', 'SMTP_URL'],
    idleMinutes: 60,
    ownSessionKeySince: null,
    database: 'open',
    eOffice: 'tls',
    mail: 'tls',
    openLines: ['SYSLOG_URL'],
    metricsOpen: true,
    evidenceDays: 90,
    anchors: { isElsewhere: false, latest: new Date('2026-03-18T01:00:00Z') },
    trustAnchors: 'there',
    dataReadByOthers: false,
    nodeMajor: 24,
    administrators: ['Lê Văn An'],
    localPasswords: 41,
    secondFactor: { demanded: true, missing: ['Lê Văn An'] },
    unused: {
      ...{ days: 90, areLocked: false },
      names: ['Đỗ Thị Hạnh', 'Vũ Đình Khôi', 'Phạm Thu Ngân', 'Trần Quốc Toản', 'Hoàng Minh Tâm', 'Lê Thị Yến'],
    },
    directory: {
      onSchedule: true,
      lastSyncAt: new Date('2026-03-17T19:00:00Z'),
      failure: 'Thư mục trả lời thiếu: mới đọc 1.200 người.',
      breakGlass: 1,
    },
  }),
};

export const safety = safetyView(safetyReading);
