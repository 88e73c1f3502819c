import {
  AdminLimitExceededError,
  BusyError,
  InvalidCredentialsError,
  NoSuchObjectError,
  ResultCodeError,
  SizeLimitExceededError,
  TimeLimitExceededError,
  UnavailableError,
} from 'ldapts';
import { DomainError } from '../../src/kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';

type Kinds = readonly (new (...args: never[]) => Error)[];

const AWAY: Kinds = [BusyError, UnavailableError];

const REFUSED: readonly (readonly [Kinds, code: string, reason: string])[] = [
  [
    [SizeLimitExceededError, TimeLimitExceededError, AdminLimitExceededError],
    'cut',
    'Thư mục chỉ trả một phần danh sách vì giới hạn của máy chủ. Chưa đổi gì.',
  ],
  [[InvalidCredentialsError], 'account', 'Thư mục không nhận tài khoản trong LDAP_BIND_DN. Chưa đổi gì.'],
  [
    [NoSuchObjectError],
    'base',
    'Thư mục không có nơi ghi trong LDAP_BASE, hoặc tài khoản không được đọc. Chưa đổi gì.',
  ],
];

/** Codes of Node for a server that does not prove who it is. */
const UNPROVED = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/u;

/** What a failed call of the library means to the app. */
export function staffFailure(cause: unknown): Error {
  if (cause instanceof OutsideRefused || cause instanceof OutsideUnavailable || cause instanceof DomainError)
    return cause;
  const [, code, reason] = REFUSED.find(([kinds]) => isOf(kinds, cause)) ?? [];
  if (code !== undefined && reason !== undefined) return new OutsideRefused(code, reason, { cause });
  if (isOf(AWAY, cause)) return away(cause);
  if (cause instanceof ResultCodeError) {
    return new OutsideRefused('directory', `Thư mục từ chối trả lời (mã LDAP ${String(cause.code)}). Chưa đổi gì.`, {
      cause,
    });
  }
  if (UNPROVED.test(codeOf(cause))) {
    return new OutsideRefused('certificate', 'Chứng thư của máy chủ thư mục không đúng; xem LDAP_CA. Chưa đổi gì.', {
      cause,
    });
  }
  return away(cause);
}

function away(cause: unknown): OutsideUnavailable {
  return new OutsideUnavailable('directory', { cause, reason: 'Thư mục không trả lời trọn vẹn. Chưa đổi gì.' });
}

function isOf(kinds: Kinds, error: unknown): boolean {
  return kinds.some((kind) => error instanceof kind);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
