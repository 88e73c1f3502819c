import {
  judgeWebhook,
  newWebhookSecret,
  signatureOf,
  webhookKey,
  WINDOW_SECONDS,
  type WebhookHead,
} from './standard-webhook.js';

/** Published with Standard Webhooks' own libraries, as numbers. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const SECONDS = 1_614_265_330;
const BODY = Buffer.from('{"test": 2432232314}');
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

const KEY = webhookKey(SECRET) ?? Buffer.alloc(0);
const HEAD: WebhookHead = { id: ID, timestamp: String(SECONDS), signature: SIGNATURE };
const OTHER = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';

/** The same HMAC by the browser's cryptography, which shares no line with ours. */
async function bySubtle(secret: string, text: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.slice('whsec_'.length)), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `v1,${Buffer.from(mac).toString('base64')}`;
}

const judged = (change: Partial<WebhookHead> = {}, more: { body?: Buffer; seconds?: number; keys?: Buffer[] } = {}) =>
  judgeWebhook(
    more.keys ?? [KEY],
    { ...HEAD, ...change },
    { body: more.body ?? BODY, now: new Date((more.seconds ?? SECONDS) * 1000) },
  );

describe('a message of Standard Webhooks', () => {
  it('is signed as the published vector is', () => {
    expect(signatureOf(KEY, { id: ID, seconds: SECONDS, body: BODY })).toBe(SIGNATURE);
  });

  it('is signed as another implementation signs it', async () => {
    const [secret, body] = [newWebhookSecret(), '{"type":"ticket.closed","data":{"nơi":"Hải Phòng"}}'];
    const ours = signatureOf(webhookKey(secret) ?? KEY, { id: 'msg_1', seconds: 1, body: Buffer.from(body) });
    expect(ours).toBe(await bySubtle(secret, `msg_1.1.${body}`));
  });

  it.each<[string, string, ReturnType<typeof judged>]>([
    ['genuine', 'as published', judged()],
    ['genuine', 'beside a signature by another key', judged({ signature: `${OTHER} ${SIGNATURE}` })],
    ['genuine', 'by one of two keys', judged({}, { keys: [Buffer.alloc(32), KEY] })],
    ['genuine', 'at the end of the window', judged({}, { seconds: SECONDS + WINDOW_SECONDS })],
    ['outOfWindow', 'a second after it', judged({}, { seconds: SECONDS + WINDOW_SECONDS + 1 })],
    ['outOfWindow', 'of a future beyond it', judged({}, { seconds: SECONDS - WINDOW_SECONDS - 1 })],
    ['forged', 'by another key', judged({ signature: OTHER })],
    ['forged', 'with other words', judged({}, { body: Buffer.from('{"test":2432232314}') })],
    ['forged', 'under another id', judged({ id: 'msg_other' })],
    ['forged', 'with its moment moved', judged({ timestamp: String(SECONDS + 1) })],
    ['forged', 'in an asymmetric form that we have no key for', judged({ signature: SIGNATURE.replace('v1', 'v1a') })],
    ['forged', 'where nobody may call', judged({}, { keys: [] })],
    ['unsigned', 'without a signature', judged({ signature: null })],
    ['unsigned', 'without an id', judged({ id: null })],
    ['unsigned', 'with an id that could be read as something else', judged({ id: `${ID}.1` + ' ' })],
    ['unsigned', 'with a moment that is none', judged({ timestamp: '1e9' })],
  ])('is %s: %s', (expected, _what, verdict) => {
    expect(verdict).toBe(expected);
  });

  it.each([
    '',
    'whsec_',
    'whsec_AAAA',
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    'whsec_khôngphảibase64khôngphảibase64',
  ])('has no key in %j', (secret) => {
    expect(webhookKey(secret)).toBeNull();
  });
});
