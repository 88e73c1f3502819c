import { randomBytes } from 'node:crypto';
import { DAY_MS } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sha256Of } from '../../kernel/sha256.js';
import { isScope, type Scope } from './scopes.js';

/** The longest a token lasts, in days. */
export const MAX_DAYS = 365;

export const MAX_NAME_LENGTH = 60;

/** What the rules need to know of a token. */
export interface TokenInView {
  /** The member of staff for whom the program acts: the token may never do more than this person. */
  readonly ownerId: string;
  /** When the owner agreed; null while the token gives no access. */
  readonly confirmedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export type TokenStanding = 'live' | 'waiting' | 'expired' | 'revoked';

export function standingOf({ confirmedAt, expiresAt, revokedAt }: TokenInView, now: Date): TokenStanding {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return confirmedAt === null ? 'waiting' : 'live';
}

const BYTES = 32;
const PREFIX = 'hoiam_';

/** A secret of 256 random bits. Its beginning tells people, and programs that look for secrets, what it is. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64url')}`;
}

/** What is kept of a secret. One round suffices: nobody guesses 256 random bits. */
export function hashOfSecret(secret: string): string {
  return sha256Of(secret);
}

export interface TokenWish {
  /** What the program is: `Tổng đài 1022, đồng bộ phiếu`. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** @throws DomainError `input-invalid` naming the field */
export function requireWish(
  { name, scopes, days }: TokenWish,
  now: Date,
): { readonly name: string; readonly scopes: Scope[]; readonly expiresAt: Date } {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > MAX_NAME_LENGTH)
    throw refused('name', `Ghi tên chương trình dùng mã, nhiều nhất ${String(MAX_NAME_LENGTH)} ký tự.`);
  const known = scopes.filter((scope): scope is Scope => isScope(scope));
  const [unknown] = scopes.filter((scope) => !isScope(scope));
  if (unknown !== undefined) throw refused('scopes', `Không có việc “${unknown}” trong API.`);
  if (known.length === 0) throw refused('scopes', 'Chọn ít nhất một việc mà chương trình được làm.');
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw refused('days', `Thời hạn từ 1 đến ${String(MAX_DAYS)} ngày.`);
  return { name: trimmed, scopes: [...new Set(known)], expiresAt: new Date(now.getTime() + days * DAY_MS) };
}

function refused(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
