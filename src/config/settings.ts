import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Role } from '../kernel/actor.js';
import type { HouseFacts } from '../house/domain/house-facts.js';

const seconds = (standard: number, max = 86_400): z.ZodType<number> =>
  z.coerce.number().int().min(1).max(max).default(standard);
const text = (standard: string): z.ZodType<string> => z.string().trim().min(1).default(standard);
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** Items between commas. */
const list = () =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );

/** Addresses and networks between commas. */
const networks = () =>
  list().refine((items) => items.every(isNetwork), {
    error: 'mỗi mục phải là một địa chỉ mạng như 10.1.2.3 hoặc một dải như 10.0.0.0/8',
  });

/** Roles of whoever may be the second person. */
const POSSIBLE_CONFIRMERS = ['administrator', 'leader', 'registryClerk'] as const satisfies readonly Role[];

const DATABASE_FORM = /^(sqlite:.+|mssql:\/\/.+)$/;
const AGENCY_CODE = /^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,7}$/;

/** Every variable of the environment that we read, with its standard value; .env.example explains each in one sentence. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOI_AM_DATA: text('var/du-lieu'),
  HOI_AM_ANCHORS: optional,
  HOI_AM_HOST: text('127.0.0.1'),
  HOI_AM_PORT: z.coerce.number().int().min(0).max(65_535).default(8022),
  HOI_AM_PUBLIC_URL: z.url().optional(),
  HOI_AM_PROXIES: list(),
  HOI_AM_DEMO: z.enum(['0', '1']).default('0'),
  METRICS_TOKEN: z.union([z.literal(''), z.string().min(20, 'cần từ 20 ký tự')]).optional(),
  HOI_AM_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DATABASE_URL: z.string().regex(DATABASE_FORM, 'phải là sqlite:ĐƯỜNG-DẪN hoặc mssql://…').optional(),
  SESSION_SECRET: z.string().min(32, 'cần từ 32 ký tự').optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(60),
  AGENCY_CODE: z.string().regex(AGENCY_CODE).default('000.00.03.H24'),
  AGENCY_NAME: text('Sở Giáo dục và Đào tạo thành phố Hải Phòng'),
  AGENCY_SHORT_NAME: text('Sở Giáo dục và Đào tạo'),
  AGENCY_LETTERHEAD: text('SỞ GIÁO DỤC VÀ ĐÀO TẠO'),
  AGENCY_PARENT: text('UBND THÀNH PHỐ HẢI PHÒNG'),
  AGENCY_SYMBOL: text('SGDĐT'),
  AGENCY_PLACE: text('Hải Phòng'),
  AGENCY_ADDRESS: text('Số 37 Lý Thường Kiệt, thành phố Hải Phòng'),
  HOTLINE_CODE: z.string().regex(AGENCY_CODE).default('000.00.22.H24'),
  HOTLINE_NAME: text('Tổng đài 1022 thành phố Hải Phòng'),
  E_OFFICE_PROFILE: text('standard'),
  E_OFFICE_URL: z.url().optional(),
  E_OFFICE_USERNAME: text('sgddt'),
  E_OFFICE_PASSWORD: optional,
  E_OFFICE_HOSTS: list(),
  E_OFFICE_CA: optional,
  E_OFFICE_CLIENT_CERT: optional,
  E_OFFICE_CLIENT_KEY: optional,
  E_OFFICE_CLIENT_PFX: optional,
  E_OFFICE_CLIENT_PASSPHRASE: optional,
  E_OFFICE_SIGNING_CERT: optional,
  E_OFFICE_SIGNING_KEY: optional,
  E_OFFICE_PEER_CERT: optional,
  E_OFFICE_TIMEOUT_SECONDS: seconds(60, 600),
  E_OFFICE_POLL_SECONDS: seconds(60, 3600),
  SIGNING_WAIT_DAYS: z.coerce.number().int().min(1).max(30).default(2),
  SIGNING_PROFILE: optional,
  SIGNING_URL: z.union([z.literal(''), z.url()]).optional(),
  SIGNING_ACCOUNT: optional,
  SIGNING_ACCOUNT_PASSWORD: optional,
  SIGNING_APP_CODE: optional,
  SIGNING_APP_PASSWORD: optional,
  SIGNING_SENDER: text('Hồi Âm'),
  SIGNING_ISSUE_UNIT: z.union([z.literal(''), z.coerce.number().int().min(1)]).optional(),
  SIGNING_MAIL_DOMAIN: optional,
  SIGNING_KEY_FILE: optional,
  URGENT_RELEASE_MINUTES: z.coerce.number().int().min(5).max(1440).default(60),
  CALLBACK_USERNAME: text('eoffice'),
  CALLBACK_PASSWORD: optional,
  CALLBACK_MAX_BYTES: z.coerce.number().int().min(1024).max(52_428_800).default(262_144),
  CALLBACK_ADDRESSES: networks(),
  TRUST_ANCHORS: optional,
  TRUST_CRL_HOSTS: list(),
  TRUST_CONFIRMERS: z
    .string()
    .default('administrator,leader')
    .transform((roles) => roles.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(POSSIBLE_CONFIRMERS, 'phải gồm administrator, leader hoặc registryClerk')).min(1)),
  CALENDAR_FEED_URL: z.union([z.literal(''), z.url({ protocol: /^https$/u })]).optional(),
  CALENDAR_FEED_HOSTS: list(),
  CALENDAR_FEED_PRIVATE: networks(),
  SOFFICE: text('soffice'),
  PDFTOPPM: text('pdftoppm'),
  PDF_TIMEOUT_SECONDS: seconds(60, 600),
  SMTP_URL: z.union([z.literal(''), z.url({ protocol: /^smtps?$/u })]).optional(),
  SMTP_REQUIRE_TLS: z.enum(['0', '1']).default('1'),
  SMTP_TIMEOUT_SECONDS: seconds(30, 600),
  MAIL_FROM: z.email().default('hoi-am@haiphong.example'),
  MAIL_DIGEST_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'phải có dạng GIỜ:PHÚT, ví dụ 08:00')
    .default('08:00'),
});

type Environment = z.infer<typeof environment>;

type LineFile = 'ca' | 'cert' | 'key' | 'pfx' | 'passphrase' | 'signingCert' | 'signingKey' | 'peerCert';

/** The settings as one tree, and the token by which it is injected; read once at start, never changed after. */
export abstract class Settings {
  abstract readonly production: boolean;
  /** A demonstration shows its accounts on the sign-in page; never in production. */
  abstract readonly demonstration: boolean;
  /** Folder of everything we keep on disk, as an absolute path: embedded database, files, secrets made at first start. */
  abstract readonly dataDirectory: string;
  /** Folder where anchors of journal and registers are kept, absolute; ought to lie on another machine. */
  abstract readonly anchors: string;
  abstract readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    /** Addresses of the proxies whose word on the caller and on TLS we believe. */
    readonly proxies: readonly string[];
  };
  abstract readonly log: Environment['HOI_AM_LOG'];
  /** What a program shows to read `/metrics`; undefined: nobody reads it. */
  abstract readonly metricsToken: string | undefined;
  abstract readonly databaseUrl: string;
  abstract readonly session: { readonly secret: string | undefined; readonly idleMinutes: number };
  abstract readonly agency: { readonly code: string };
  /** What documents say of the house until somebody publishes other facts; asked for through `House`. */
  abstract readonly house: HouseFacts;
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
    /** Working days that a letter may lie before its leader until the page of letters in signing warns. */
    readonly waitDays: number;
    /** Minutes after its signature in which an urgent letter is to leave. */
    readonly urgentReleaseMinutes: number;
  };
  /** Another e-office than that of exchange where letters are signed; without a profile, it is the same one. */
  abstract readonly signing: {
    readonly profile: string | undefined;
    readonly url: string | undefined;
    readonly username: string;
    readonly password: string;
    /** The account of this software there, beside the person's that it acts for; only some products know it. */
    readonly application:
      | {
          readonly appCode: string;
          readonly appPass: string;
          readonly sender: string;
          readonly issueUnit: number;
          readonly mailDomain: string | undefined;
          /** File with the key that hides accounts on the wire. */
          readonly keyFile: string | undefined;
        }
      | undefined;
  };
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
    /** What is looked at by itself, hour by hour; undefined: nothing. */
    readonly url: string | undefined;
    readonly hosts: readonly string[];
    readonly privateAddresses: readonly string[];
  };
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
}

/** A variable of the environment is wrong; the message names it and says what it must be. */
export class SettingsError extends Error {}

/**
 * Reads and checks the environment.
 *
 * @throws SettingsError with one Vietnamese sentence per wrong variable; the start must stop
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(
      (issue) => `Biến ${issue.path.join('.')} không hợp lệ: ${issue.message}.`,
    );
    throw new SettingsError(sentences.join('\n'));
  }
  const values = parsed.data;
  requireProductionSecrets(values);
  requireListedFeed(values);
  requireSecureLine(values);
  return tree(values);
}

function requireProductionSecrets(values: Environment): void {
  if (values.NODE_ENV !== 'production') return;
  const missing = (
    [
      'SESSION_SECRET',
      'DATABASE_URL',
      'E_OFFICE_URL',
      'E_OFFICE_PASSWORD',
      'CALLBACK_PASSWORD',
      'TRUST_ANCHORS',
      'HOI_AM_PUBLIC_URL',
      'HOI_AM_PROXIES',
    ] as const
  )
    .filter((name) => (values[name]?.length ?? 0) === 0)
    .map((name) => `Biến ${name} không hợp lệ: bắt buộc phải đặt khi chạy thật (NODE_ENV=production).`);
  if (missing.length > 0) throw new SettingsError(missing.join('\n'));
}

function firstFacts(values: Environment): HouseFacts {
  return {
    parent: values.AGENCY_PARENT,
    letterhead: values.AGENCY_LETTERHEAD,
    name: values.AGENCY_NAME,
    shortName: values.AGENCY_SHORT_NAME,
    symbol: values.AGENCY_SYMBOL,
    place: values.AGENCY_PLACE,
    address: values.AGENCY_ADDRESS,
    contact: [],
    titles: { head: 'Giám đốc', deputy: 'Phó Giám đốc' },
    unitSymbols: {},
    byOrderKinds: [],
    titlesBeforeNames: false,
    actOrder: 'signThenNumber',
    entryOnPage: 'refuse',
    initials: [],
    citations: {
      regulation:
        'Quyết định số 587/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân thành phố Hải Phòng ban hành Quy chế phối hợp tạm thời tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân trên địa bàn thành phố Hải Phòng qua Tổng đài 1022',
    },
  };
}

/** An address that is looked at by itself must be one that may be looked at. */
function requireListedFeed({ CALENDAR_FEED_URL: address = '', CALENDAR_FEED_HOSTS: hosts }: Environment): void {
  const host = URL.parse(address)?.host;
  if (host === undefined || hosts.includes(host)) return;
  throw new SettingsError(`Biến CALENDAR_FEED_URL không hợp lệ: máy ${host} chưa có trong CALENDAR_FEED_HOSTS.`);
}

function hostsOfEOffice({ E_OFFICE_URL: address = '', E_OFFICE_HOSTS: hosts }: Environment): readonly string[] {
  const own = URL.parse(address)?.host;
  return hosts.length > 0 || own === undefined ? hosts : [own];
}

/** The e-office stands on a listed host and, where citizens' words are real, is called by TLS or on this very machine. */
function requireSecureLine(values: Environment): void {
  const url = URL.parse(values.E_OFFICE_URL ?? '');
  if (url === null) return;
  if (!hostsOfEOffice(values).includes(url.host)) {
    throw new SettingsError(`Biến E_OFFICE_URL không hợp lệ: máy ${url.host} chưa có trong E_OFFICE_HOSTS.`);
  }
  const local = ['localhost', '[::1]'].includes(url.hostname) || /^127\.[\d.]+$/u.test(url.hostname);
  if (values.NODE_ENV === 'production' && url.protocol !== 'https:' && !local) {
    throw new SettingsError('Biến E_OFFICE_URL không hợp lệ: khi chạy thật phải là địa chỉ https://.');
  }
}

/** `10.1.2.3`, `fd00::1`, `10.0.0.0/8` */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return more.length === 0 && most !== undefined && /^\d{1,3}$/u.test(bits) && Number(bits) <= most;
}

function signingOf(values: Environment): Settings['signing'] {
  const { SIGNING_APP_CODE: appCode, SIGNING_APP_PASSWORD: appPass, SIGNING_ISSUE_UNIT: issueUnit } = values;
  const isKnown = appCode !== undefined && appPass !== undefined && typeof issueUnit === 'number';
  const { SIGNING_SENDER: sender, SIGNING_MAIL_DOMAIN: mailDomain, SIGNING_KEY_FILE: keyFile } = values;
  return {
    profile: values.SIGNING_PROFILE,
    url: values.SIGNING_URL === '' ? undefined : values.SIGNING_URL,
    username: values.SIGNING_ACCOUNT ?? '',
    password: values.SIGNING_ACCOUNT_PASSWORD ?? '',
    application: isKnown ? { appCode, appPass, sender, issueUnit, mailDomain, keyFile } : undefined,
  };
}

function tree(values: Environment): Settings {
  return {
    production: values.NODE_ENV === 'production',
    demonstration: values.HOI_AM_DEMO === '1' && values.NODE_ENV !== 'production',
    dataDirectory: resolve(values.HOI_AM_DATA),
    anchors: values.HOI_AM_ANCHORS ? resolve(values.HOI_AM_ANCHORS) : resolve(values.HOI_AM_DATA, 'moc'),
    http: {
      host: values.HOI_AM_HOST,
      port: values.HOI_AM_PORT,
      proxies: values.HOI_AM_PROXIES,
      publicUrl: values.HOI_AM_PUBLIC_URL ?? `http://${values.HOI_AM_HOST}:${values.HOI_AM_PORT}`,
    },
    log: values.HOI_AM_LOG,
    metricsToken: values.METRICS_TOKEN === '' ? undefined : values.METRICS_TOKEN,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${resolve(values.HOI_AM_DATA, 'hoi-am.db')}`,
    session: { secret: values.SESSION_SECRET, idleMinutes: values.SESSION_IDLE_MINUTES },
    agency: { code: values.AGENCY_CODE },
    house: firstFacts(values),
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
      waitDays: values.SIGNING_WAIT_DAYS,
      urgentReleaseMinutes: values.URGENT_RELEASE_MINUTES,
    },
    signing: signingOf(values),
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
      url: values.CALENDAR_FEED_URL === '' ? undefined : values.CALENDAR_FEED_URL,
      hosts: values.CALENDAR_FEED_HOSTS,
      privateAddresses: values.CALENDAR_FEED_PRIVATE,
    },
    pdf: { soffice: values.SOFFICE, pdftoppm: values.PDFTOPPM, timeoutMs: values.PDF_TIMEOUT_SECONDS * 1000 },
    mail: {
      smtpUrl: values.SMTP_URL === '' ? undefined : values.SMTP_URL,
      requireTls: values.SMTP_REQUIRE_TLS === '1',
      timeoutMs: values.SMTP_TIMEOUT_SECONDS * 1000,
      from: values.MAIL_FROM,
      digestMinute: Number(values.MAIL_DIGEST_AT.slice(0, 2)) * 60 + Number(values.MAIL_DIGEST_AT.slice(3)),
    },
  };
}
