import { isIP } from 'node:net';
import { z } from 'zod';
import type { Role } from '../kernel/actor.js';
import { readAttributeMap, readUnitRules } from '../organisation/domain/sync-rules.js';
import { readReportPlan } from '../reports/domain/report-plan.js';
import { productionFlaws } from './production.js';
import { secretsFromFiles } from './secrets.js';

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

/** Text that a rule reads, as what it means. */
const understood = <Meaning>(read: (text: string) => Meaning | null, standard: string, error: string) =>
  z
    .string()
    .default(standard)
    .transform((text, context): Meaning => {
      const meaning = read(text);
      if (meaning !== null) return meaning;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });

const MOMENT = /^([01]\d|2[0-3]):[0-5]\d$/u;
const MOMENT_FORM = 'phải có dạng GIỜ:PHÚT, ví dụ 08:00';

/** Roles of whoever may be the second person. */
const POSSIBLE_CONFIRMERS = ['administrator', 'leader', 'registryClerk'] as const satisfies readonly Role[];

const DATABASE_FORM = /^(sqlite:.+|mssql:\/\/.+)$/;
const DIRECTORY_FORM = /^ldaps:\/\/[^\s/?#@]+\/?$/u;
const SCANNER_FORM = /^(?:unix:\/.+|(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5})$/u;
const AGENCY_CODE = /^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,7}$/;

/** Every variable of the environment that we read, with its standard value; .env.example explains each in one sentence. */
const environment = z.object({
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .literal('1', 'không được tắt việc kiểm tra chứng thư của máy khác; bỏ biến này đi')
    .default('1'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOI_AM_DATA: text('var/du-lieu'),
  HOI_AM_ANCHORS: optional,
  HOI_AM_HOST: text('127.0.0.1'),
  HOI_AM_PORT: z.coerce.number().int().min(0).max(65_535).default(8022),
  HOI_AM_PUBLIC_URL: z.url().optional(),
  HOI_AM_PROXIES: list(),
  HOI_AM_DEMO: z.enum(['0', '1']).default('0'),
  SYSLOG_URL: optional.pipe(z.url({ protocol: /^(udp|tcp|tls|unix)$/u }).optional()),
  METRICS_TOKEN: z.union([z.literal(''), z.string().min(20, 'cần từ 20 ký tự')]).optional(),
  HOI_AM_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DATABASE_URL: z.string().regex(DATABASE_FORM, 'phải là sqlite:ĐƯỜNG-DẪN hoặc mssql://…').optional(),
  SESSION_SECRET: z.string().min(32, 'cần từ 32 ký tự').optional(),
  ACCOUNT_KEY: z.string().min(32, 'cần từ 32 ký tự').optional(),
  SECOND_FACTOR: z.enum(['administrators', 'nobody']).optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(30),
  SESSION_LONGEST_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  ASK_AGAIN_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
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
  EXCHANGE_EVIDENCE_DAYS: z.coerce.number().int().min(7).max(3650).default(90),
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
  CLAMD_ADDRESS: z
    .union([z.literal(''), z.string().regex(SCANNER_FORM, 'phải là unix:/đường-dẫn hoặc máy:cổng')])
    .optional(),
  CLAMD_TIMEOUT_SECONDS: seconds(30, 300),
  CLAMD_WHEN_AWAY: z.enum(['refuse', 'accept']).default('refuse'),
  WEBHOOK_HOSTS: list(),
  WEBHOOK_PRIVATE: networks(),
  SOFFICE: text('soffice'),
  PDFTOPPM: text('pdftoppm'),
  PDF_TIMEOUT_SECONDS: seconds(60, 600),
  SMTP_URL: z.union([z.literal(''), z.url({ protocol: /^smtps?$/u })]).optional(),
  SMTP_REQUIRE_TLS: z.enum(['0', '1']).default('1'),
  SMTP_TIMEOUT_SECONDS: seconds(30, 600),
  MAIL_FROM: z.email().default('hoi-am@haiphong.example'),
  MAIL_DIGEST_AT: z.string().regex(MOMENT, MOMENT_FORM).default('08:00'),
  REPORTS_SCHEDULED: understood(
    readReportPlan,
    'weekly:calendar,monthly:day15,quarterly:day15,halfYear:day15,yearly:day15',
    'phải có dạng loại:cách-chốt, cách nhau bằng dấu phẩy; loại là weekly, monthly, quarterly, halfYear, yearly; cách chốt là calendar, day15',
  ),
  LDAP_SYNC_ATTRIBUTES: understood(
    readAttributeMap,
    'username=uid,fullName=cn,position=title,email=mail,phone=telephoneNumber',
    'phải có dạng trường=thuộc-tính, cách nhau bằng dấu phẩy, có đủ username và fullName',
  ),
  LDAP_SYNC_UNITS: understood(
    readUnitRules,
    '',
    'phải có dạng nơi-trong-thư-mục=>MÃ hoặc @thuộc-tính=giá trị=>MÃ hoặc @thuộc-tính',
  ),
  LDAP_SYNC_SHARE: z.coerce.number().int().min(0).max(100).default(10),
  LDAP_SYNC_AT: z.union([z.literal(''), z.string().regex(MOMENT, MOMENT_FORM)]).optional(),
  LDAP_SYNC_MINUTES: z.union([z.literal(''), z.coerce.number().int().min(1).max(1440)]).optional(),
  LDAP_SYNC_KEPT_DAYS: z.coerce.number().int().min(30).max(3650).default(365),
  LDAP_URL: z.union([z.literal(''), z.string().regex(DIRECTORY_FORM, 'phải là ldaps://máy:cổng')]).optional(),
  LDAP_CA: optional,
  LDAP_KIND: z.enum(['openldap', 'ad']).default('ad'),
  LDAP_BIND_DN: optional,
  LDAP_BIND_PASSWORD: optional,
  LDAP_BASE: optional,
  LDAP_PEOPLE_FILTER: optional,
  LDAP_REQUIRED_GROUP: optional,
  LDAP_TIMEOUT_SECONDS: seconds(5, 60),
  LDAP_WRONG_TRIES: z.coerce.number().int().min(1).max(20).default(3),
  LDAP_WRONG_TRIES_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
});

export type Environment = z.infer<typeof environment>;

/** The names of all of them; a secret's may also come with `_FILE`. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** A variable of the environment is wrong; the message names it and says what it must be. */
export class SettingsError extends Error {}

/** The variables as they are set or by their standard. @throws SettingsError with one Vietnamese sentence per wrong variable */
export function readEnvironment(env: Variables): Environment {
  const { found, flaws } = secretsFromFiles(env);
  if (flaws.length > 0) throw new SettingsError(flaws.join('\n'));
  const parsed = environment.safeParse({ ...env, ...found });
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(
      (issue) => `Biến ${issue.path.join('.')} không hợp lệ: ${issue.message}.`,
    );
    throw new SettingsError(sentences.join('\n'));
  }
  requireFitForProduction(parsed.data);
  requireListedFeed(parsed.data);
  requireSecureLine(parsed.data);
  requireWholeDirectory(parsed.data);
  return parsed.data;
}

function requireFitForProduction(values: Environment): void {
  if (values.NODE_ENV !== 'production') return;
  const flaws = productionFlaws(values);
  if (flaws.length > 0) throw new SettingsError(flaws.join('\n'));
}

/** An address that is looked at by itself must be one that may be looked at. */
function requireListedFeed({ CALENDAR_FEED_URL: address = '', CALENDAR_FEED_HOSTS: hosts }: Environment): void {
  const host = URL.parse(address)?.host;
  if (host === undefined || hosts.includes(host)) return;
  throw new SettingsError(`Biến CALENDAR_FEED_URL không hợp lệ: máy ${host} chưa có trong CALENDAR_FEED_HOSTS.`);
}

/** Left out, the e-office's own host is the list. */
export function hostsOfEOffice({ E_OFFICE_URL: address = '', E_OFFICE_HOSTS: hosts }: Environment): readonly string[] {
  const own = URL.parse(address)?.host;
  return hosts.length > 0 || own === undefined ? hosts : [own];
}

/** The e-office stands on a listed host and, where citizens' words are real, it and whoever signs are called by TLS or on this very machine. */
function requireSecureLine(values: Environment): void {
  const host = URL.parse(values.E_OFFICE_URL ?? '')?.host;
  if (host !== undefined && !hostsOfEOffice(values).includes(host)) {
    throw new SettingsError(`Biến E_OFFICE_URL không hợp lệ: máy ${host} chưa có trong E_OFFICE_HOSTS.`);
  }
  if (values.NODE_ENV !== 'production') return;
  const open = (['E_OFFICE_URL', 'SIGNING_URL'] as const).find((name) => isOpenLine(URL.parse(values[name] ?? '')));
  if (open !== undefined) throw new SettingsError(`Biến ${open} không hợp lệ: khi chạy thật phải là địa chỉ https://.`);
}

/** A directory is asked by an account with a password; without one it would take everybody for nobody. */
function requireWholeDirectory(values: Environment): void {
  if ((values.LDAP_URL ?? '') === '') return;
  const names = ['LDAP_BIND_DN', 'LDAP_BASE', 'LDAP_BIND_PASSWORD'] as const;
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0) return;
  throw new SettingsError(
    missing.map((name) => `Biến ${name} không hợp lệ: bắt buộc phải đặt khi có LDAP_URL.`).join('\n'),
  );
}

function isOpenLine(url: URL | null): boolean {
  return url !== null && url.protocol !== 'https:' && !isThisMachine(url);
}

function isThisMachine({ hostname }: URL): boolean {
  return ['localhost', '[::1]'].includes(hostname) || /^127\.[\d.]+$/u.test(hostname);
}

/** `10.1.2.3`, `fd00::1`, `10.0.0.0/8` */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return more.length === 0 && most !== undefined && /^\d{1,3}$/u.test(bits) && Number(bits) <= most;
}
