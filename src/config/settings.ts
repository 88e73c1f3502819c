import { resolve } from 'node:path';
import type { AgencyProfile } from '../agency-profile/domain/agency-profile.js';
import type { Role } from '../kernel/actor.js';
import type { ScheduledReport } from '../reports/domain/report-plan.js';
import type { SyncRules } from '../organisation/domain/directory/sync-rules.js';
import type { SyncSchedule } from '../organisation/domain/directory/sync-schedule.js';
import { directoryOf, type DirectorySettings } from './directory-settings.js';
import { filesOf, type FileSettings } from './file-settings.js';
import { type Environment, hostsOfEOffice, readEnvironment } from './environment.js';
import { firstFacts } from './first-facts.js';
import { secretsInVariables } from './secrets.js';
import { sessionOf, type SessionSettings } from './session-settings.js';
import { signingOf, type SigningSettings } from './signing-settings.js';

export { SettingsError } from './environment.js';

type LineFile = 'ca' | 'cert' | 'key' | 'pfx' | 'passphrase' | 'signingCert' | 'signingKey' | 'peerCert';

/** The settings as one tree, and the token by which it is injected; read once at start, never changed after. */
export abstract class Settings {
  abstract readonly production: boolean;
  /** A demonstration shows its accounts on the sign-in page; never in production. */
  abstract readonly demonstration: boolean;
  /** By how many days the clock goes before or after the machine's; 0 but in a demonstration. */
  abstract readonly clockDays: number;
  /** Folder of everything we keep on disk, as an absolute path: embedded database, files, secrets made at first start. */
  abstract readonly dataDirectory: string;
  /** Where stored files lie. */
  abstract readonly files: FileSettings;
  /** Folder where anchors of journal and registers are kept, absolute, or `s3://bucket/prefix`; ought to lie on another machine. */
  abstract readonly anchors: string;
  /** What anchors are signed with; undefined: a secret made at first start. */
  abstract readonly anchorKey: string | undefined;
  /** Where this installation backs itself up, from which minute of the day, and how many backups stay; null: it does not. */
  abstract readonly backups: { readonly folder: string; readonly atMinute: number; readonly kept: number } | null;
  /** Public keys of those who can open the backups; none: these are not encrypted. */
  abstract readonly backupRecipients: readonly string[];
  abstract readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    /** Whether that address was given to us: without one nobody outside can be sent a link. */
    readonly isPublic: boolean;
    /** Addresses of the proxies whose word on the caller and on TLS we believe. */
    readonly proxies: readonly string[];
    /** Addresses and networks from which administrators may come; none: from anywhere. */
    readonly administrationAddresses: readonly string[];
  };
  /** Where people report a security hole, as `mailto:`, `https:` or `tel:`; empty: there is no `security.txt`. */
  abstract readonly securityContacts: readonly string[];
  abstract readonly log: Environment['HOI_AM_LOG'];
  /** Address of the machine that keeps logs, where the journal's daily digest goes; undefined: there is none. */
  abstract readonly syslogUrl: string | undefined;
  /** What a program shows to read `/metrics`; undefined: nobody reads it. */
  abstract readonly metricsToken: string | undefined;
  /** The collector to which traces are sent (OTLP over HTTP); undefined: none are made. */
  abstract readonly tracesUrl: string | undefined;
  abstract readonly databaseUrl: string;
  /** Connections of this process to a database on a server, and how long somebody waits for one that is free. */
  abstract readonly databasePools: { readonly writers: number; readonly readers: number; readonly waitMs: number };
  /** Names of the secrets that were given as variables rather than in files. */
  abstract readonly secretsInVariables: readonly string[];
  abstract readonly session: SessionSettings;
  abstract readonly agency: { readonly code: string };
  /** What documents say of the agency until another version is published; asked for through `AgencyProfiles`. */
  abstract readonly agencyProfile: AgencyProfile;
  abstract readonly hotline: { readonly code: string; readonly name: string };
  abstract readonly eOffice: {
    /** How it speaks: a profile that ships, or the path of a profile file. */
    readonly profile: string;
    readonly url: string | undefined;
    readonly username: string;
    readonly password: string;
    /** That may be called, with their port where it is not the usual: by default the one of `url`. */
    readonly hosts: readonly string[];
    /** Paths of what secures the line: authorities of the server, our certificates and keys, the e-office's. */
    readonly files: Readonly<Record<LineFile, string | undefined>>;
    readonly timeoutMs: number;
    readonly pollSeconds: number;
    /** Days for which what went over the wire, and what a door refused, is kept. */
    readonly evidenceDays: number;
    /** Working days that a letter may lie before its leader until the page of letters in signing warns. */
    readonly waitDays: number;
    /** Minutes after its signature in which an urgent letter is to leave. */
    readonly urgentReleaseMinutes: number;
  };
  /** Another e-office than that of exchange where letters are signed; without a profile, it is the same one. */
  abstract readonly signing: SigningSettings;
  abstract readonly callback: {
    readonly username: string;
    readonly password: string | undefined;
    readonly maxBytes: number;
    /** Addresses and networks that may call doors which know no account. */
    readonly addresses: readonly string[];
  };
  abstract readonly trust: {
    readonly anchorsFile: string | undefined;
    readonly crlHosts: readonly string[];
    /** Who may confirm what an administrator wants to be trusted. */
    readonly confirmers: readonly Role[];
  };
  abstract readonly calendarFeed: {
    /** Checked every hour; undefined: nothing is. */
    readonly url: string | undefined;
    readonly hosts: readonly string[];
    readonly privateAddresses: readonly string[];
  };
  abstract readonly antivirus: {
    /** Of clamd: `unix:/path` or `host:port`; undefined: files are not scanned. */
    readonly address: string | undefined;
    readonly timeoutMs: number;
    /** What becomes of files while it does not answer: refused (what came by itself waits), or taken with a warning. */
    readonly whenAway: Environment['CLAMD_WHEN_AWAY'];
  };
  /** Where messages about tickets may be sent. */
  abstract readonly webhooks: { readonly hosts: readonly string[]; readonly privateAddresses: readonly string[] };
  abstract readonly pdf: { readonly soffice: string; readonly pdftoppm: string; readonly timeoutMs: number };
  abstract readonly mail: {
    /** Undefined: no mail is sent. */
    readonly smtpUrl: string | undefined;
    readonly requireTls: boolean;
    readonly timeoutMs: number;
    readonly from: string;
    /** Minutes of the day in Việt Nam from which the daily mail is written. */
    readonly digestMinute: number;
  };
  /** Of which kinds of reports the draft is made by itself. */
  abstract readonly reports: { readonly scheduled: readonly ScheduledReport[] };
  /** How staff is brought to what the directory of people says, and when. */
  abstract readonly directorySync: SyncRules & SyncSchedule;
  /** How many days the readings of the directory are kept. */
  abstract readonly directoryRunsKeptDays: number;
  /** What the directory is to see of wrong passwords. */
  abstract readonly directoryPatience: { readonly tries: number; readonly windowMs: number };
  /** The directory by which people sign in; null: the app keeps its accounts itself. */
  abstract readonly directory: DirectorySettings | null;
}

/**
 * Reads and checks the environment.
 *
 * @param instead variables that stand in the place of those of the environment
 * @throws SettingsError with one Vietnamese sentence per wrong variable; the start must stop
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
  instead: Readonly<Record<string, string>> = {},
): Settings {
  const variables = { ...env, ...instead };
  return { ...tree(readEnvironment(variables)), secretsInVariables: secretsInVariables(variables) };
}

/**
 * The same for those who look at what is wrong: what production demands besides may be missing.
 *
 * @throws SettingsError where even a trial could not start with it
 */
export function readSettingsToExamine(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const inTrial = { ...env, NODE_ENV: 'development' };
  return {
    ...tree(readEnvironment(inTrial)),
    production: env['NODE_ENV'] === 'production',
    secretsInVariables: secretsInVariables(env),
  };
}

function anchorsOf({ HOI_AM_ANCHORS: anchors, HOI_AM_DATA: data }: Environment): string {
  if (anchors === undefined) return resolve(data, 'moc');
  return anchors.startsWith('s3:') ? anchors : resolve(anchors);
}

function backupsOf(values: Environment): Settings['backups'] {
  const { HOI_AM_BACKUPS: folder, HOI_AM_BACKUP_AT: at, HOI_AM_BACKUPS_KEPT: kept } = values;
  return folder === undefined ? null : { folder: resolve(folder), atMinute: minuteOf(at), kept };
}

function tree(values: Environment): Omit<Settings, 'secretsInVariables'> {
  return {
    production: values.NODE_ENV === 'production',
    demonstration: values.HOI_AM_DEMO === '1' && values.NODE_ENV !== 'production',
    clockDays: values.HOI_AM_DEMO === '1' && values.NODE_ENV !== 'production' ? values.HOI_AM_DEMO_CLOCK_DAYS : 0,
    dataDirectory: resolve(values.HOI_AM_DATA),
    backups: backupsOf(values),
    backupRecipients: values.BACKUP_RECIPIENTS,
    files: filesOf(values),
    anchors: anchorsOf(values),
    anchorKey: values.ANCHOR_KEY,
    http: {
      host: values.HOI_AM_HOST,
      port: values.HOI_AM_PORT,
      proxies: values.HOI_AM_PROXIES,
      administrationAddresses: values.ADMINISTRATION_ADDRESSES,
      publicUrl: values.HOI_AM_PUBLIC_URL ?? `http://${values.HOI_AM_HOST}:${values.HOI_AM_PORT}`,
      isPublic: values.HOI_AM_PUBLIC_URL !== undefined,
    },
    securityContacts: values.SECURITY_CONTACT,
    log: values.HOI_AM_LOG,
    syslogUrl: values.SYSLOG_URL,
    metricsToken: values.METRICS_TOKEN,
    tracesUrl: values.TRACES_URL,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${resolve(values.HOI_AM_DATA, 'hoi-am.db')}`,
    databasePools: {
      writers: values.DATABASE_WRITERS,
      readers: values.DATABASE_READERS,
      waitMs: values.DATABASE_WAIT_SECONDS * 1000,
    },
    session: sessionOf(values),
    agency: { code: values.AGENCY_CODE },
    agencyProfile: firstFacts(values),
    hotline: { code: values.HOTLINE_CODE, name: values.HOTLINE_NAME },
    eOffice: {
      profile: values.E_OFFICE_PROFILE,
      url: values.E_OFFICE_URL,
      username: values.E_OFFICE_USERNAME,
      password: values.E_OFFICE_PASSWORD ?? '',
      hosts: hostsOfEOffice(values),
      files: {
        ca: values.E_OFFICE_CA,
        cert: values.E_OFFICE_CLIENT_CERT,
        key: values.E_OFFICE_CLIENT_KEY,
        pfx: values.E_OFFICE_CLIENT_PFX,
        passphrase: values.E_OFFICE_CLIENT_PASSPHRASE,
        signingCert: values.E_OFFICE_SIGNING_CERT,
        signingKey: values.E_OFFICE_SIGNING_KEY,
        peerCert: values.E_OFFICE_PEER_CERT,
      },
      timeoutMs: values.E_OFFICE_TIMEOUT_SECONDS * 1000,
      pollSeconds: values.E_OFFICE_POLL_SECONDS,
      evidenceDays: values.EXCHANGE_EVIDENCE_DAYS,
      waitDays: values.SIGNING_WAIT_DAYS,
      urgentReleaseMinutes: values.URGENT_RELEASE_MINUTES,
    },
    signing: signingOf(values),
    reports: { scheduled: values.REPORTS_SCHEDULED },
    callback: {
      addresses: values.CALLBACK_ADDRESSES,
      username: values.CALLBACK_USERNAME,
      password: values.CALLBACK_PASSWORD,
      maxBytes: values.CALLBACK_MAX_BYTES,
    },
    trust: {
      anchorsFile: values.TRUST_ANCHORS,
      crlHosts: values.TRUST_CRL_HOSTS,
      confirmers: values.TRUST_CONFIRMERS,
    },
    calendarFeed: {
      url: values.CALENDAR_FEED_URL,
      hosts: values.CALENDAR_FEED_HOSTS,
      privateAddresses: values.CALENDAR_FEED_PRIVATE,
    },
    antivirus: {
      address: values.CLAMD_ADDRESS,
      timeoutMs: values.CLAMD_TIMEOUT_SECONDS * 1000,
      whenAway: values.CLAMD_WHEN_AWAY,
    },
    webhooks: { hosts: values.WEBHOOK_HOSTS, privateAddresses: values.WEBHOOK_PRIVATE },
    pdf: { soffice: values.SOFFICE, pdftoppm: values.PDFTOPPM, timeoutMs: values.PDF_TIMEOUT_SECONDS * 1000 },
    mail: {
      smtpUrl: values.SMTP_URL,
      requireTls: values.SMTP_REQUIRE_TLS === '1',
      timeoutMs: values.SMTP_TIMEOUT_SECONDS * 1000,
      from: values.MAIL_FROM,
      digestMinute: minuteOf(values.MAIL_DIGEST_AT),
    },
    directorySync: directorySyncOf(values),
    directoryRunsKeptDays: values.LDAP_SYNC_KEPT_DAYS,
    directoryPatience: { tries: values.LDAP_WRONG_TRIES, windowMs: values.LDAP_WRONG_TRIES_MINUTES * 60_000 },
    directory: directoryOf(values),
  };
}

function directorySyncOf(values: Environment): Settings['directorySync'] {
  return {
    attributes: values.LDAP_SYNC_ATTRIBUTES,
    units: values.LDAP_SYNC_UNITS,
    sharePercent: values.LDAP_SYNC_SHARE,
    fullAt: values.LDAP_SYNC_AT === undefined ? null : minuteOf(values.LDAP_SYNC_AT),
    deltaMinutes: values.LDAP_SYNC_MINUTES ?? null,
  };
}

/** `08:30` → 510 */
function minuteOf(moment: string): number {
  return Number(moment.slice(0, 2)) * 60 + Number(moment.slice(3));
}
