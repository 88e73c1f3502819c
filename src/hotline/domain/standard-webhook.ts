import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../kernel/same-secret.js';

/** How far the moment of a message may be from ours, in seconds, before and after. */
export const WINDOW_SECONDS = 5 * 60;

const PREFIX = 'whsec_';
const VERSION = 'v1';
const BYTES = 32;
/** Standard Webhooks: between 24 and 64 bytes. */
const [MIN_KEY_BYTES, MAX_KEY_BYTES] = [24, 64];
const MAX_ID_LENGTH = 100;
const ID = /^[\w.-]+$/u;

/** A message as it goes over the wire. */
export interface WebhookMessage {
  readonly id: string;
  /** Whole seconds since 1970. */
  readonly seconds: number;
  readonly body: Uint8Array;
}

/** What stands in the head of a message; null where it is missing. */
export interface WebhookHead {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
}

export type WebhookVerdict = 'genuine' | 'unsigned' | 'outOfWindow' | 'forged';

export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64')}`;
}

/** @returns null for what is no secret of the standard's form */
export function webhookKey(secret: string): Buffer | null {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(text, 'base64');
  const isWhole = key.toString('base64').replace(/=+$/u, '') === text.replace(/=+$/u, '');
  return isWhole && key.length >= MIN_KEY_BYTES && key.length <= MAX_KEY_BYTES ? key : null;
}

/**
 * The signature of a message: `v1,` and the HMAC-SHA256 over id, moment and body with dots between, in base64.
 *
 * Source: Standard Webhooks 1.0.0, "Signature scheme".
 */
export function signatureOf(key: Buffer, { id, seconds, body }: WebhookMessage): string {
  const hmac = createHmac('sha256', key)
    .update(`${id}.${String(seconds)}.`)
    .update(body);
  return `${VERSION},${hmac.digest('base64')}`;
}

/**
 * Whether a message comes from a holder of one of the keys, and is recent. Several signatures may stand side by side while a secret is changed.
 *
 * @param keys of all who may call
 */
export function judgeWebhook(
  keys: readonly Buffer[],
  { id, timestamp, signature }: WebhookHead,
  { body, now }: { readonly body: Uint8Array; readonly now: Date },
): WebhookVerdict {
  if (id === null || timestamp === null || signature === null) return 'unsigned';
  if (id.length > MAX_ID_LENGTH || !ID.test(id) || !/^\d{1,12}$/u.test(timestamp)) return 'unsigned';
  const seconds = Number(timestamp);
  if (Math.abs(now.getTime() / 1000 - seconds) > WINDOW_SECONDS) return 'outOfWindow';
  const given = signature.split(' ').filter((one) => one.startsWith(`${VERSION},`));
  const right = keys.map((key) => signatureOf(key, { id, seconds, body }));
  return given.some((one) => right.some((expected) => isSameSecret(one, expected))) ? 'genuine' : 'forged';
}
