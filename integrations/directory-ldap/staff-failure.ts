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

type ErrorClasses = readonly (new (...args: never[]) => Error)[];

const UNAVAILABLE: ErrorClasses = [BusyError, UnavailableError];

const REFUSED: readonly (readonly [ErrorClasses, code: string, reason: string])[] = [
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

/** Error codes of Node for a TLS certificate that is not accepted. */
const CERTIFICATE_ERROR = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/u;

/** Translates an error of ldapts or of the connection into one of the port's failures. */
export function staffFailure(cause: unknown): Error {
  if (cause instanceof OutsideRefused || cause instanceof OutsideUnavailable || cause instanceof DomainError)
    return cause;
  const [, code, reason] = REFUSED.find(([classes]) => isOneOf(classes, cause)) ?? [];
  if (code !== undefined && reason !== undefined) return new OutsideRefused(code, reason, { cause });
  if (isOneOf(UNAVAILABLE, cause)) return unavailable(cause);
  if (cause instanceof ResultCodeError) {
    return new OutsideRefused('directory', `Thư mục từ chối trả lời (mã LDAP ${String(cause.code)}). Chưa đổi gì.`, {
      cause,
    });
  }
  if (CERTIFICATE_ERROR.test(codeOf(cause))) {
    return new OutsideRefused('certificate', 'Chứng thư của máy chủ thư mục không đúng; xem LDAP_CA. Chưa đổi gì.', {
      cause,
    });
  }
  return unavailable(cause);
}

function unavailable(cause: unknown): OutsideUnavailable {
  return new OutsideUnavailable('directory', { cause, reason: 'Thư mục không trả lời trọn vẹn. Chưa đổi gì.' });
}

function isOneOf(classes: ErrorClasses, error: unknown): boolean {
  return classes.some((one) => error instanceof one);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
