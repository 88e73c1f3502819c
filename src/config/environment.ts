import { z } from 'zod';
import type { Role } from '../kernel/actor.js';
import { readAttributeMap, readUnitRules } from '../organisation/domain/directory/sync-rules.js';
import { MIN_PASSWORD_LENGTH } from '../organisation/domain/sign-in/password-rules.js';
import { readReportPlan } from '../reports/domain/report-plan.js';
import {
  address,
  contacts,
  databaseAddress,
  daysApart,
  filesPlaceForm,
  hosts,
  isDecodable,
  letterPage,
  networks,
  oneOf,
  optional,
  optionally,
  recipients,
  seconds,
  text,
  understood,
  whole,
} from './forms.js';
import { isThisMachine, LINES, openLineFlaws, readLineNames } from './open-lines.js';
import { productionFlaws } from './production.js';
import { secretsFromFiles } from './secrets.js';
import { storeFlaws } from './store-flaws.js';

const MOMENT = /^([01]\d|2[0-3]):[0-5]\d$/u;
const MOMENT_FORM = 'phải có dạng GIỜ:PHÚT, ví dụ 08:00';

/** Roles that may be the second person. */
const POSSIBLE_CONFIRMERS = ['administrator', 'leader', 'registryClerk'] as const satisfies readonly Role[];

const WEB = /^https?$/u;
const CODE_WORDS = 'phải là mã định danh của cơ quan, ví dụ 000.00.03.H24';
const LISTENING_FORM = /^[\w.:-]+$/u;
const DIRECTORY_FORM = /^ldaps:\/\/[^\s/?#@]+\/?$/u;
const SCANNER_FORM = /^(?:unix:\/.+|(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5})$/u;
const AGENCY_CODE = /^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,12}){0,7}$/;

/** Every variable of the environment that we read, with its standard value; .env.example explains each in one sentence. */
const environment = z.object({
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .literal('1', 'không được tắt việc kiểm tra chứng thư của máy khác; bỏ biến này đi')
    .default('1'),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  HOI_AM_DATA: text('var/du-lieu'),
  HOI_AM_FILES: optionally(filesPlaceForm),
  FILES_ENDPOINT: optionally(address(WEB, 'https://kho.haiphong.example:9000')),
  FILES_REGION: text('us-east-1'),
  FILES_ACCESS_KEY: optional,
  FILES_SECRET_KEY: optional,
  FILES_CA: optional,
  FILES_TIMEOUT_SECONDS: seconds(10, 300),
  FILES_CACHE_MEGABYTES: whole(16, 1_000_000).default(1024),
  HOI_AM_ANCHORS: optionally(filesPlaceForm),
  HOI_AM_BACKUPS: optional,
  HOI_AM_BACKUP_AT: z.string().regex(MOMENT, MOMENT_FORM).default('01:15'),
  HOI_AM_BACKUPS_KEPT: whole(2, 1000).default(30),
  BACKUP_RECIPIENTS: recipients(),
  HOI_AM_HOST: z
    .string()
    .trim()
    .regex(LISTENING_FORM, 'phải là một địa chỉ mạng hoặc tên máy, ví dụ 127.0.0.1')
    .default('127.0.0.1'),
  HOI_AM_PORT: whole(0, 65_535).default(8022),
  HOI_AM_PUBLIC_URL: optionally(address(WEB, 'https://hoi-am.haiphong.example')),
  HOI_AM_PROXIES: networks(),
  ADMINISTRATION_ADDRESSES: networks(),
  SECURITY_CONTACT: contacts(),
  HOI_AM_DEMO: oneOf(['0', '1']).default('0'),
  HOI_AM_DEMO_CLOCK_DAYS: daysApart().default(0),
  SYSLOG_URL: optionally(address(/^(udp|tcp|tls|unix)$/u, 'tcp://nhat-ky.haiphong.example:601')),
  TRACES_URL: optionally(address(/^https?$/u, 'http://127.0.0.1:4318')),
  METRICS_TOKEN: optionally(z.string().min(20, 'cần từ 20 ký tự')),
  HOI_AM_LOG: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  UNENCRYPTED_LINES: understood(readLineNames, '', `mỗi mục phải là một trong: ${LINES.join(', ')}`),
  DATABASE_URL: optionally(databaseAddress),
  DATABASE_WRITERS: whole(1, 200).default(10),
  DATABASE_READERS: whole(1, 200).default(20),
  DATABASE_WAIT_SECONDS: seconds(5, 60),
  SESSION_SECRET: optionally(z.string().min(32, 'cần từ 32 ký tự')),
  ACCOUNT_KEY: optionally(z.string().min(32, 'cần từ 32 ký tự')),
  ANCHOR_KEY: optionally(z.string().min(32, 'cần từ 32 ký tự')),
  SECOND_FACTOR: optionally(oneOf(['all', 'administrators', 'none'])),
  PASSWORD_MIN_LENGTH: whole(MIN_PASSWORD_LENGTH, 64).default(MIN_PASSWORD_LENGTH),
  PASSWORD_MAX_DAYS: optionally(whole(30, 730)),
  ACCOUNT_UNUSED_DAYS: optionally(whole(30, 365)),
  SESSION_IDLE_MINUTES: whole(5, 1440).default(30),
  SESSION_LONGEST_HOURS: whole(1, 168).default(12),
  ASK_AGAIN_MINUTES: whole(1, 1440).default(10),
  AGENCY_CODE: z.string().regex(AGENCY_CODE, CODE_WORDS).default('000.00.03.H24'),
  AGENCY_NAME: text('Sở Giáo dục và Đào tạo thành phố Hải Phòng'),
  AGENCY_SHORT_NAME: text('Sở Giáo dục và Đào tạo'),
  AGENCY_LETTERHEAD: text('SỞ GIÁO DỤC VÀ ĐÀO TẠO'),
  AGENCY_PARENT: text('UBND THÀNH PHỐ HẢI PHÒNG'),
  AGENCY_SYMBOL: text('SGDĐT'),
  AGENCY_PLACE: text('Hải Phòng'),
  AGENCY_ADDRESS: text('Số 37 Lý Thường Kiệt, thành phố Hải Phòng'),
  HOTLINE_CODE: z.string().regex(AGENCY_CODE, CODE_WORDS).default('000.00.22.H24'),
  HOTLINE_NAME: text('Tổng đài 1022 thành phố Hải Phòng'),
  E_OFFICE_PROFILE: text('standard'),
  E_OFFICE_URL: optionally(address(WEB, 'https://eoffice.haiphong.example/eoffice/v1')),
  E_OFFICE_USERNAME: text('sgddt'),
  E_OFFICE_PASSWORD: optional,
  E_OFFICE_HOSTS: hosts(),
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
  EXCHANGE_EVIDENCE_DAYS: whole(7, 3650).default(90),
  SIGNING_WAIT_DAYS: whole(1, 30).default(2),
  SIGNING_LETTER_PAGE: optionally(letterPage),
  SIGNING_PROFILE: optional,
  SIGNING_URL: optionally(address(WEB, 'https://voffice.haiphong.example/Vo2AutoSignSystemImpl')),
  SIGNING_ACCOUNT: optional,
  SIGNING_ACCOUNT_PASSWORD: optional,
  SIGNING_APP_CODE: optional,
  SIGNING_APP_PASSWORD: optional,
  SIGNING_SENDER: text('Hồi Âm'),
  SIGNING_ISSUE_UNIT: optionally(whole(1, 999_999_999)),
  SIGNING_MAIL_DOMAIN: optional,
  SIGNING_KEY_FILE: optional,
  URGENT_RELEASE_MINUTES: whole(5, 1440).default(60),
  CALLBACK_USERNAME: text('eoffice'),
  CALLBACK_PASSWORD: optional,
  CALLBACK_MAX_BYTES: whole(1024, 52_428_800).default(262_144),
  CALLBACK_ADDRESSES: networks(),
  TRUST_ANCHORS: optional,
  TRUST_CRL_HOSTS: hosts(),
  TRUST_CONFIRMERS: z
    .string()
    .default('administrator,leader')
    .transform((roles) => roles.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(POSSIBLE_CONFIRMERS, 'phải gồm administrator, leader hoặc registryClerk')).min(1)),
  CALENDAR_FEED_URL: optionally(address(/^https$/u, 'https://lich.haiphong.example/nghi-le.ics')),
  CALENDAR_FEED_HOSTS: hosts(),
  CALENDAR_FEED_PRIVATE: networks(),
  CLAMD_ADDRESS: optionally(z.string().regex(SCANNER_FORM, 'phải là unix:/đường-dẫn hoặc máy:cổng')),
  CLAMD_TIMEOUT_SECONDS: seconds(30, 300),
  CLAMD_WHEN_AWAY: oneOf(['refuse', 'accept']).default('refuse'),
  WEBHOOK_HOSTS: hosts(),
  WEBHOOK_PRIVATE: networks(),
  SOFFICE: text('soffice'),
  PDFTOPPM: text('pdftoppm'),
  PDF_TIMEOUT_SECONDS: seconds(60, 600),
  SMTP_URL: optionally(
    address(/^smtps?$/u, 'smtp://thu.haiphong.example:587').refine(
      (text) => isDecodable(URL.parse(text)),
      'ký tự đặc biệt trong tài khoản, mật khẩu viết theo kiểu URL',
    ),
  ),
  SMTP_REQUIRE_TLS: oneOf(['0', '1']).default('1'),
  SMTP_TIMEOUT_SECONDS: seconds(30, 600),
  MAIL_FROM: z.email('phải là một địa chỉ thư, ví dụ hoi-am@haiphong.gov.vn').default('hoi-am@haiphong.example'),
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
  LDAP_SYNC_SHARE: whole(0, 100).default(10),
  LDAP_SYNC_AT: optionally(z.string().regex(MOMENT, MOMENT_FORM)),
  LDAP_SYNC_MINUTES: optionally(whole(1, 1440)),
  LDAP_SYNC_KEPT_DAYS: whole(30, 3650).default(365),
  LDAP_URL: optionally(z.string().regex(DIRECTORY_FORM, 'phải là ldaps://máy:cổng')),
  LDAP_CA: optional,
  LDAP_KIND: oneOf(['openldap', 'ad']).default('ad'),
  LDAP_BIND_DN: optional,
  LDAP_BIND_PASSWORD: optional,
  LDAP_BASE: optional,
  LDAP_PEOPLE_FILTER: optional,
  LDAP_REQUIRED_GROUP: optional,
  LDAP_TIMEOUT_SECONDS: seconds(5, 60),
  LDAP_WRONG_TRIES: whole(1, 20).default(3),
  LDAP_WRONG_TRIES_MINUTES: whole(1, 1440).default(30),
});

export type Environment = z.infer<typeof environment>;

/** The names of all of them; a secret's may also come with `_FILE`. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

type Variables = Readonly<Record<string, string | undefined>>;

/** A variable of the environment is wrong; the message names it and says what it must be. */
export class SettingsError extends Error {}

/** The variables as they are set or by their standard. @throws SettingsError with one Vietnamese sentence for each wrong variable, all at once */
export function readEnvironment(env: Variables): Environment {
  const { found, flaws } = secretsFromFiles(env);
  const given = { ...env, ...found };
  const parsed = environment.safeParse(given);
  if (parsed.success && flaws.length === 0) {
    requireOneSentenceEach(flawsTogether(parsed.data));
    return parsed.data;
  }
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => flaw(String(path[0]), message));
  // Wrong values count as left out, so that the rest is checked too.
  const names = new Set((parsed.error?.issues ?? []).map(({ path }) => String(path[0])));
  const rest = environment.safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name))));
  throw new SettingsError(
    oneSentenceEach([...flaws, ...wrong, ...(rest.success ? flawsTogether(rest.data) : [])]).join('\n'),
  );
}

function requireOneSentenceEach(flaws: readonly string[]): void {
  if (flaws.length > 0) throw new SettingsError(oneSentenceEach(flaws).join('\n'));
}

/** The first that is said of each variable; of a secret, whether it was named itself or its file. */
function oneSentenceEach(flaws: readonly string[]): readonly string[] {
  const firsts = new Map<string, string>();
  for (const sentence of flaws) {
    const name = (sentence.split(' ')[1] ?? '').replace(/_FILE$/u, '');
    if (!firsts.has(name)) firsts.set(name, sentence);
  }
  return [...firsts.values()];
}

/** What is wrong with variables beside each other. */
function flawsTogether(values: Environment): readonly string[] {
  return [
    ...(values.NODE_ENV === 'production' ? [...productionFlaws(values), ...openLineFlaws(values)] : []),
    ...feedFlaws(values),
    ...lineFlaws(values),
    ...directoryFlaws(values),
    ...storeFlaws(values),
  ];
}

function flaw(name: string, why: string): string {
  return `Biến ${name} không hợp lệ: ${why}.`;
}

/** The address of the feed must be on an allowed host. */
function feedFlaws({ CALENDAR_FEED_URL: address = '', CALENDAR_FEED_HOSTS: hosts }: Environment): readonly string[] {
  const host = URL.parse(address)?.host;
  if (host === undefined || hosts.includes(host)) return [];
  return [flaw('CALENDAR_FEED_URL', `máy ${host} chưa có trong CALENDAR_FEED_HOSTS`)];
}

/** Left out, the e-office's own host is the list. */
export function hostsOfEOffice({ E_OFFICE_URL: address = '', E_OFFICE_HOSTS: hosts }: Environment): readonly string[] {
  const own = URL.parse(address)?.host;
  return hosts.length > 0 || own === undefined ? hosts : [own];
}

/** The e-office is on a listed host; in production the e-office, the signing service and the store of files are called by TLS or on this very machine. */
function lineFlaws(values: Environment): readonly string[] {
  const host = URL.parse(values.E_OFFICE_URL ?? '')?.host;
  const isUnlisted = host !== undefined && !hostsOfEOffice(values).includes(host);
  const names = values.NODE_ENV === 'production' ? (['E_OFFICE_URL', 'SIGNING_URL', 'FILES_ENDPOINT'] as const) : [];
  const open = names.filter((name) => isOpenLine(URL.parse(values[name] ?? '')));
  return [
    ...(isUnlisted ? [flaw('E_OFFICE_URL', `máy ${host} chưa có trong E_OFFICE_HOSTS`)] : []),
    ...open.map((name) => flaw(name, 'khi chạy thật phải là địa chỉ https://')),
  ];
}

/** A directory is asked by an account with a password; without one it would take everybody for nobody. */
function directoryFlaws(values: Environment): readonly string[] {
  if (values.LDAP_URL === undefined) return [];
  const names = ['LDAP_BIND_DN', 'LDAP_BASE', 'LDAP_BIND_PASSWORD'] as const;
  return names
    .filter((name) => values[name] === undefined)
    .map((name) => flaw(name, 'bắt buộc phải đặt khi có LDAP_URL'));
}

function isOpenLine(url: URL | null): boolean {
  return url !== null && url.protocol !== 'https:' && !isThisMachine(url);
}
