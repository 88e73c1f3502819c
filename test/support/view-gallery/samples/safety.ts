import { safetyChecks } from '../../../../src/safety/domain/safety-checks.js';
import { safetyView } from '../../../../src/web/system/safety-view.js';

/** An installation that somebody has just set up. */
export const safety = safetyView(
  safetyChecks({
    now: new Date('2026-03-18T02:00:00Z'),
    production: true,
    demonstration: false,
    publicUrl: 'http://10.20.0.5:8022',
    proxies: [],
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
    metricsOpen: true,
    evidenceDays: 90,
    anchors: { isElsewhere: false, latest: new Date('2026-03-18T01:00:00Z') },
    trustAnchors: 'there',
    dataReadByOthers: false,
    nodeMajor: 24,
    administrators: ['Lê Văn An'],
    localPasswords: 41,
    secondFactor: { demanded: true, missing: ['Lê Văn An'] },
    unusedAccounts: ['Đỗ Thị Hạnh', 'Vũ Đình Khôi', 'Phạm Thu Ngân', 'Trần Quốc Toản', 'Hoàng Minh Tâm', 'Lê Thị Yến'],
    directory: {
      onSchedule: true,
      lastSyncAt: new Date('2026-03-17T19:00:00Z'),
      failure: 'Thư mục trả lời thiếu: mới đọc 1.200 người.',
      breakGlass: 1,
    },
  }),
);
