import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isThisMachine, openLines } from '../../config/open-lines.js';
import type { Settings } from '../../config/settings.js';
import { atAnchors } from '../../documents/index.js';
import { JournalQueries } from '../../journal/index.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { AccountQueries, type OpenAccount } from '../../organisation/index.js';
import { isLockedAsUnused, usedSince } from '../../organisation/domain/sign-in/unused-accounts.js';
import type { Database } from '../../platform/database/database.js';
import { isWithin } from '../../platform/files/is-within.js';
import { CALLS_A_MINUTE, REQUESTS_A_MINUTE } from '../../platform/rate-limits.js';
import { UNUSED_DAYS } from '../domain/account-rules.js';
import type { AccountFacts, SafetyFacts } from '../domain/safety-facts.js';

const OTHERS = 0o005;
const CALLERS_DAYS = 7;

/** What the settings, the disk and the accounts say of the app's safety; nothing is called outside. */
export async function readSafetyFacts(settings: Settings, database: Database, now: Date): Promise<SafetyFacts> {
  const { dataDirectory, session, mail, http } = settings;
  return {
    now,
    production: settings.production,
    demonstration: settings.demonstration,
    publicUrl: http.publicUrl,
    proxies: http.proxies,
    administrationAddresses: http.administrationAddresses,
    callers: await new JournalQueries(database).callersSince(new Date(now.getTime() - CALLERS_DAYS * DAY_MS)),
    limits: { requestsAMinute: REQUESTS_A_MINUTE, callsAMinute: CALLS_A_MINUTE },
    ...scannerLine(settings.antivirus),
    secretsInVariables: settings.secretsInVariables,
    ownSessionKeySince: session.secret === undefined ? await changedAt(join(dataDirectory, 'bi-mat', 'phien')) : null,
    database: databaseLine(settings.databaseUrl),
    eOffice: lineTo(settings.eOffice.url),
    mail: mailLine(mail),
    openLines: openLines({ SYSLOG_URL: settings.syslogUrl, TRACES_URL: settings.tracesUrl }),
    metricsOpen: settings.metricsToken !== undefined,
    evidenceDays: settings.eOffice.evidenceDays,
    anchors: {
      isElsewhere: settings.anchors.startsWith('s3:') || !isWithin(dataDirectory, settings.anchors),
      latest: await atAnchors(settings, (place) => place.newestAt()),
    },
    trustAnchors: await stateOf(settings.trust.anchorsFile),
    dataReadByOthers: (((await stat(dataDirectory).catch(() => null))?.mode ?? 0) & OTHERS) !== 0,
    nodeMajor: Number(process.versions.node.split('.')[0]),
    ...(await accounts(settings, database, now)),
  };
}

async function accounts(settings: Settings, database: Database, now: Date): Promise<Omit<AccountFacts, 'now'>> {
  const queries = new AccountQueries(database);
  const { idleMinutes, secondFactor: demanded, unusedDays } = settings.session;
  const days = unusedDays ?? UNUSED_DAYS;
  const since = usedSince(days, await new JournalQueries(database).beganAt(), now);
  const open = await queries.open(since ?? now);
  const administrators = open.filter(({ isAdministrator }) => isAdministrator);
  return {
    idleMinutes,
    administrators: namesOf(administrators),
    localPasswords: open.filter(({ hasPassword, isAdministrator }) => hasPassword && !isAdministrator).length,
    secondFactor: {
      demanded: demanded !== 'none',
      missing: namesOf((demanded === 'all' ? open : administrators).filter((one) => !one.hasSecondFactor)),
    },
    unused: { days, areLocked: unusedDays !== null, names: since && namesOf(unusedOf(open, unusedDays !== null)) },
    directory: settings.directory === null ? null : await directoryFacts(settings, queries, administrators),
  };
}

function unusedOf(open: readonly OpenAccount[], areLocked: boolean): readonly OpenAccount[] {
  if (!areLocked) return open.filter(({ isUsed }) => !isUsed);
  const used = new Set(open.filter(({ isUsed }) => isUsed).map(({ id }) => id));
  const administrators = open.filter(({ isAdministrator }) => isAdministrator).map(({ id }) => id);
  return open.filter(({ id }) => isLockedAsUnused(id, used, administrators));
}

async function directoryFacts(
  { directorySync: { fullAt, deltaMinutes } }: Settings,
  queries: AccountQueries,
  administrators: readonly OpenAccount[],
): Promise<AccountFacts['directory']> {
  const { appliedAt, failure } = await queries.lastReading();
  return {
    onSchedule: fullAt !== null || deltaMinutes !== null,
    lastSyncAt: appliedAt,
    failure,
    breakGlass: administrators.filter(({ hasPassword }) => hasPassword).length,
  };
}

function namesOf(accounts: readonly OpenAccount[]): readonly string[] {
  return accounts.map(({ fullName }) => fullName);
}

function scannerLine({ address, whenAway }: Settings['antivirus']): Pick<SafetyFacts, 'antivirus' | 'letsInUnscanned'> {
  const isOpen = openLines({ CLAMD_ADDRESS: address }).length > 0;
  return {
    antivirus: address === undefined ? 'none' : isOpen ? 'open' : 'thisMachine',
    letsInUnscanned: whenAway === 'accept',
  };
}

function databaseLine(address: string): SafetyFacts['database'] {
  const url = URL.parse(address);
  if (url?.protocol !== 'mssql:') return 'ownFile';
  if (isThisMachine(url)) return 'thisMachine';
  return openLines({ DATABASE_URL: address }).length > 0 ? 'open' : 'encrypted';
}

function lineTo(address: string | undefined): SafetyFacts['eOffice'] {
  const url = URL.parse(address ?? '');
  if (url === null) return 'none';
  if (url.protocol === 'https:') return 'tls';
  return isThisMachine(url) ? 'thisMachine' : 'open';
}

function mailLine({ smtpUrl, requireTls }: Settings['mail']): SafetyFacts['mail'] {
  if (smtpUrl === undefined) return 'none';
  return requireTls || smtpUrl.startsWith('smtps:') ? 'tls' : 'open';
}

async function changedAt(path: string): Promise<Date | null> {
  return (await stat(path).catch(() => null))?.mtime ?? null;
}

async function stateOf(file: string | undefined): Promise<SafetyFacts['trustAnchors']> {
  if (file === undefined) return 'none';
  return access(file, constants.R_OK).then(
    () => 'there',
    () => 'unreadable',
  );
}
