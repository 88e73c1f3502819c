const FOREIGN = 0;
const LETTER = 1;
const SPACE = 2;
const PADDING = 3;

const CLASS = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
  CLASS[letter.charCodeAt(0)] = LETTER;
}
for (const space of ' \t\r\n') CLASS[space.charCodeAt(0)] = SPACE;
const EQUALS = '='.charCodeAt(0);
CLASS[EQUALS] = PADDING;

/**
 * Text proved to be base64 (RFC 4648, section 4) with white space between.
 * Node's own decoder takes anything and drops what it does not know, so that a cut or damaged file would pass unseen.
 */
export class Base64Text {
  private constructor(private readonly decoded: Buffer) {}

  /**
   * @param bytes ASCII
   * @returns null when a foreign character stands in it, padding stands inside, or a single character is left over
   */
  static of(bytes: Buffer): Base64Text | null {
    const decoded = decodedWhole(bytes) ?? (isBase64(bytes) ? decodedFrom(bytes) : null);
    return decoded === null ? null : new Base64Text(decoded);
  }

  /** How many bytes it holds once decoded. */
  get decodedLength(): number {
    return this.decoded.length;
  }

  decode(): Buffer {
    return this.decoded;
  }
}

/**
 * The quick way for text without white space: Node's decoder also takes `-` and `_`, but where it dropped anything, bytes are missing.
 * @returns null when that proves nothing
 */
function decodedWhole(bytes: Buffer): Buffer | null {
  const padding = paddingAtEnd(bytes);
  const letters = bytes.length - padding;
  if (!isWhole(letters, padding) || bytes.includes('-') || bytes.includes('_')) return null;
  const decoded = decodedFrom(bytes);
  return decoded.length === Math.floor((letters * 3) / 4) ? decoded : null;
}

function paddingAtEnd(bytes: Buffer): number {
  if (bytes.at(-1) !== EQUALS) return 0;
  return bytes.at(-2) === EQUALS ? 2 : 1;
}

function decodedFrom(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1'), 'base64');
}

function isBase64(bytes: Buffer): boolean {
  const length = bytes.length;
  let letters = 0;
  let padding = 0;
  for (let at = 0; at < length; at += 1) {
    const kind = CLASS[bytes[at] ?? 0];
    if (kind === FOREIGN || (kind === LETTER && padding > 0)) return false;
    if (kind === LETTER) letters += 1;
    else if (kind === PADDING) padding += 1;
  }
  return isWhole(letters, padding);
}

/** Groups of four, the last one filled up by padding or left short by writers who leave padding away. */
function isWhole(letters: number, padding: number): boolean {
  if (padding === 0) return letters % 4 !== 1;
  return padding <= 2 && (letters + padding) % 4 === 0;
}
