const FOREIGN = 0;
const LETTER = 1;
const SPACE = 2;
const PADDING = 3;

const CLASS = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
  CLASS[letter.charCodeAt(0)] = LETTER;
}
for (const space of ' \t\r\n') CLASS[space.charCodeAt(0)] = SPACE;
CLASS['='.charCodeAt(0)] = PADDING;

const GROUP = 4;

/**
 * Base64 (RFC 4648, section 4) with white space between, decoded as it comes.
 * Node's own decoder takes anything and drops what it does not know, so that a cut or damaged file would pass unseen.
 */
export class Base64Decoder {
  /** Letters of a group that is not complete. */
  private carry = '';
  private padding = 0;

  /**
   * @param bytes ASCII, cut anywhere
   * @returns what has become complete; null when a foreign character stands in it or padding stands inside: it is no base64, and
   *   nothing more may be pushed
   */
  push(bytes: Buffer): Buffer | null {
    const padded = bytes.indexOf('=');
    const letters = padded === -1 ? bytes : bytes.subarray(0, padded);
    const decoded = this.padding === 0 ? this.decodeLetters(letters) : null;
    if (decoded === null) return this.decodeAny(bytes);
    const rest = this.decodeAny(bytes.subarray(letters.length));
    return rest && (rest.length === 0 ? decoded : Buffer.concat([decoded, rest]));
  }

  /** @returns what was left; null when the end is missing: a single letter, or padding that does not fill the group */
  end(): Buffer | null {
    // Writers who leave padding away leave the last group short.
    const isWhole = this.padding === 0 ? this.carry.length !== 1 : this.carry.length + this.padding === GROUP;
    return isWhole && this.padding <= 2 ? Buffer.from(this.carry, 'base64') : null;
  }

  /** The quick way for letters alone: Node's decoder also takes `-` and `_`, but where it dropped anything, bytes are missing. */
  private decodeLetters(bytes: Buffer): Buffer | null {
    if (bytes.includes('-') || bytes.includes('_')) return null;
    const letters = this.carry + bytes.toString('latin1');
    const whole = letters.length - (letters.length % GROUP);
    const carry = letters.slice(whole);
    if (!areLetters(carry)) return null;
    const decoded = Buffer.from(carry === '' ? letters : letters.slice(0, whole), 'base64');
    if (decoded.length !== (whole / GROUP) * 3) return null;
    this.carry = carry;
    return decoded;
  }

  private decodeAny(bytes: Buffer): Buffer | null {
    const letters = Buffer.allocUnsafe(bytes.length);
    let count = 0;
    for (const byte of bytes) {
      const kind = CLASS[byte];
      if (kind === FOREIGN || (kind === LETTER && this.padding > 0)) return null;
      if (kind === LETTER) letters[count++] = byte;
      else if (kind === PADDING) this.padding += 1;
    }
    return this.decodeLetters(letters.subarray(0, count));
  }
}

function areLetters(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (CLASS[text.charCodeAt(at)] !== LETTER) return false;
  return true;
}

/** Decodes base64 that is whole in memory. @returns null for other text */
export function decodeBase64(bytes: Buffer): Buffer | null {
  const decoder = new Base64Decoder();
  const decoded = decoder.push(bytes);
  const rest = decoded && decoder.end();
  return decoded && rest && Buffer.concat([decoded, rest]);
}
