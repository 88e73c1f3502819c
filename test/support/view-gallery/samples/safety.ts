import { safetyChecks } from '../../../../src/safety/domain/safety-checks.js';
import { safetyView } from '../../../../src/web/presenters/safety.js';

/** A house that somebody has just set up. */
export const safety = safetyView(
  safetyChecks({
    now: new Date('2026-03-18T02:00:00Z'),
    production: true,
    demonstration: false,
    publicUrl: 'http://10.20.0.5:8022',
    behindProxy: false,
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
  }),
);
