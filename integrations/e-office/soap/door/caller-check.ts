import { isSameSecret } from '../../../../src/kernel/same-secret.js';
import type { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import { SoapRefusal } from './soap-refusal.js';
import { passwordDigest } from './username-token.js';
import type { UsernameToken } from './username-token.js';

/** How far a caller's clock may be from ours, in milliseconds. */
const TOLERANCE = 5 * 60_000;
/** How long a message is remembered: twice the tolerance, because it may be dated ahead. */
export const MEMORY = 2 * TOLERANCE;

export interface CallerCheck {
  readonly token: UsernameToken;
  /** null when there is no such user. */
  readonly password: string | null;
  readonly now: Date;
  readonly nonces: HeardMessages;
  /** Of the whole message: what stands for a nonce where a plain-text token has none. */
  readonly fingerprint: () => Promise<Buffer>;
}

/** @throws SoapRefusal `EO-AUTH` for a wrong name or password, a message too old or too new, or one heard before */
export async function requireCaller({ token, password, now, nonces, fingerprint }: CallerCheck): Promise<void> {
  const known = password !== null && password !== '';
  if (!hasPassword(token, password ?? '') || !known) {
    throw new SoapRefusal('EO-AUTH', 'Tên hoặc mật khẩu WS-Security không đúng.');
  }
  if (!isFresh(token, now)) {
    throw new SoapRefusal('EO-AUTH', 'Thời điểm tạo thông điệp lệch quá 5 phút so với đồng hồ bên nhận.');
  }
  const heard = token.nonce ?? (await fingerprint());
  const key = `${token.username} ${heard.toString('base64')}`;
  if (!(await nonces.remember(key, now, new Date(now.getTime() + MEMORY)))) {
    throw new SoapRefusal('EO-AUTH', 'Thông điệp này đã được nhận trước đó (phát lại).');
  }
}

function hasPassword({ password: given, nonce, created }: UsernameToken, password: string): boolean {
  if (given.kind === 'text') return isSameSecret(given.value, password);
  if (nonce === null || nonce.length === 0) {
    throw new SoapRefusal('EO-AUTH', 'Mật khẩu dạng digest phải đi cùng một Nonce.');
  }
  return isSameSecret(given.value.trim(), passwordDigest(nonce, created, password));
}

/** Whether what was made then may still be heard, or is not yet too far ahead. */
export function isFresh({ createdAt, expiresAt }: Pick<UsernameToken, 'createdAt' | 'expiresAt'>, now: Date): boolean {
  const age = now.getTime() - createdAt.getTime();
  const expired = expiresAt !== null && now.getTime() - expiresAt.getTime() > TOLERANCE;
  return Math.abs(age) <= TOLERANCE && !expired;
}
