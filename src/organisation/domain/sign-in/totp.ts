import { createHmac, timingSafeEqual } from 'node:crypto';

/** Source: RFC 6238 with SHA-1, six digits, thirty seconds: what every authenticator app knows. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of telephones and ours may differ by one step to either side (RFC 6238, 5.2). */
const WINDOW = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The step of time in which a moment lies. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step. Source: RFC 4226, 5.3. */
export function codeOf(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was typed, or null when it is not one that holds now. A step not after `lastStep` holds no longer: a code is used once.
 *
 * @param typed as the person typed it; spaces do not matter
 */
export function acceptedStep(secret: Buffer, typed: string, now: Date, lastStep: number): number | null {
  const code = Buffer.from(typed.replace(/\s/gu, ''));
  const present = stepOf(now);
  let accepted: number | null = null;
  for (let step = present - WINDOW; step <= present + WINDOW; step += 1) {
    const expected = Buffer.from(codeOf(secret, step));
    const isSame = code.length === expected.length && timingSafeEqual(code, expected);
    if (isSame && step > lastStep) accepted = step;
  }
  return accepted;
}

/** A secret as authenticator apps take it. Source: RFC 4648, 6, without padding. */
export function base32(secret: Buffer): string {
  let [bits, value, text] = [0, 0, ''];
  for (const byte of secret) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET.charAt((value >> (bits - 5)) & 31);
  }
  return bits === 0 ? text : text + ALPHABET.charAt((value << (5 - bits)) & 31);
}

/** What the QR code of a new second factor holds. Source: Key URI Format of Google Authenticator. */
export function authenticatorUri(secret: Buffer, username: string): string {
  const label = encodeURIComponent(`Hồi Âm:${username}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent('Hồi Âm')}`;
}
