import type { Settings } from '../config/settings.js';
import { placeOf } from '../platform/database/database-place.js';
import type { Facts } from '../platform/telemetry/repeated-lines.js';
import { softwareVersion } from './software-version.js';

/** What a process says of itself once it has started: which version, on which database, and what is switched on. Never a secret, nor an account. */
export function startedFacts(settings: Settings): Facts {
  const { production, demonstration, http, databaseUrl, dataDirectory, eOffice, session } = settings;
  const switches = switchesOf(settings);
  return {
    version: softwareVersion(),
    node: process.versions.node,
    mode: demonstration ? 'demonstration' : production ? 'production' : 'development',
    publicUrl: http.publicUrl,
    database: placeOf(databaseUrl),
    dataDirectory,
    eOffice: eOffice.profile,
    secondFactor: session.secondFactor,
    on: Object.keys(switches).filter((name) => switches[name]),
    off: Object.keys(switches).filter((name) => !switches[name]),
  };
}

function switchesOf(settings: Settings): Readonly<Record<string, boolean>> {
  const { http, anchors, dataDirectory, directorySync } = settings;
  return {
    eOffice: settings.eOffice.url !== undefined,
    signingElsewhere: settings.signing.profile !== undefined,
    proxies: http.proxies.length > 0,
    trustAnchors: settings.trust.anchorsFile !== undefined,
    directory: settings.directory !== null,
    directorySync: directorySync.fullAt !== null || directorySync.deltaMinutes !== null,
    mail: settings.mail.smtpUrl !== undefined,
    antivirus: settings.antivirus.address !== undefined,
    backups: settings.backups !== null,
    anchorsElsewhere: !anchors.startsWith(dataDirectory),
    syslog: settings.syslogUrl !== undefined,
    traces: settings.tracesUrl !== undefined,
    metrics: settings.metricsToken !== undefined,
    calendarFeed: settings.calendarFeed.url !== undefined,
    webhooks: settings.webhooks.hosts.length > 0,
  };
}
