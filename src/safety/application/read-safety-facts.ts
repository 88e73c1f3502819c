import { access, constants, readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { StaffEntity } from '../../organisation/index.js';
import type { Database } from '../../platform/database/database.js';
import type { SafetyFacts } from '../domain/safety-checks.js';

const OTHERS = 0o005;

/** What the settings, the disk and the accounts say of the house's safety; nothing is called outside. */
export async function readSafetyFacts(settings: Settings, database: Database, now: Date): Promise<SafetyFacts> {
  const { dataDirectory, session, mail, http } = settings;
  return {
    now,
    production: settings.production,
    demonstration: settings.demonstration,
    publicUrl: http.publicUrl,
    behindProxy: http.proxies.length > 0,
    idleMinutes: session.idleMinutes,
    ownSessionKeySince: session.secret === undefined ? await changedAt(join(dataDirectory, 'bi-mat', 'phien')) : null,
    database: databaseLine(settings.databaseUrl),
    eOffice: lineTo(settings.eOffice.url),
    mail: mailLine(mail),
    metricsOpen: settings.metricsToken !== undefined,
    evidenceDays: settings.eOffice.evidenceDays,
    anchors: { isElsewhere: isOutside(settings.anchors, dataDirectory), latest: await latestIn(settings.anchors) },
    trustAnchors: await stateOf(settings.trust.anchorsFile),
    dataReadByOthers: (((await stat(dataDirectory).catch(() => null))?.mode ?? 0) & OTHERS) !== 0,
    nodeMajor: Number(process.versions.node.split('.')[0]),
    ...(await accounts(database)),
  };
}

async function accounts(database: Database): Promise<Pick<SafetyFacts, 'administrators' | 'localPasswords'>> {
  const staff = await database.reader
    .getRepository(StaffEntity)
    .find({ where: { active: true }, order: { fullName: 'ASC' } });
  const isAdministrator = ({ roles }: StaffEntity): boolean => roles.includes('administrator');
  return {
    administrators: staff.filter(isAdministrator).map(({ fullName }) => fullName),
    localPasswords: staff.filter((one) => one.passwordHash !== null && !isAdministrator(one)).length,
  };
}

function databaseLine(address: string): SafetyFacts['database'] {
  const url = URL.parse(address);
  if (url?.protocol !== 'mssql:') return 'ownFile';
  if (isThisMachine(url)) return 'thisMachine';
  return url.searchParams.get('encrypt') === 'false' ? 'open' : 'encrypted';
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

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function isOutside(folder: string, base: string): boolean {
  const way = relative(base, folder);
  return way.startsWith('..') || isAbsolute(way);
}

async function changedAt(path: string): Promise<Date | null> {
  return (await stat(path).catch(() => null))?.mtime ?? null;
}

async function latestIn(folder: string): Promise<Date | null> {
  const names = await readdir(folder).catch(() => []);
  const moments = await Promise.all(names.map((name) => changedAt(join(folder, name))));
  return moments.reduce<Date | null>(
    (latest, at) => (latest === null || (at !== null && at > latest) ? at : latest),
    null,
  );
}

async function stateOf(file: string | undefined): Promise<SafetyFacts['trustAnchors']> {
  if (file === undefined) return 'none';
  return access(file, constants.R_OK).then(
    () => 'there',
    () => 'unreadable',
  );
}
