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

/**
 * Text proved to be base64 (RFC 4648, section 4) with white space between, not yet decoded.
 * Node's own decoder takes anything and drops what it does not know, so that a cut or damaged file would pass unseen.
 */
export class Base64Text {
  private constructor(
    private readonly bytes: Buffer,
    private readonly letters: number,
  ) {}

  /**
   * @param bytes ASCII; the text keeps a view of them, not a copy
   * @returns null when a foreign character stands in it, padding stands inside, or a single character is left over
   */
  static of(bytes: Buffer): Base64Text | null {
    const length = bytes.length;
    let letters = 0;
    let padding = 0;
    for (let at = 0; at < length; at += 1) {
      const kind = CLASS[bytes[at] ?? 0];
      if (kind === FOREIGN || (kind === LETTER && padding > 0)) return null;
      if (kind === LETTER) letters += 1;
      else if (kind === PADDING) padding += 1;
    }
    if (!isWhole(letters, padding)) return null;
    return new Base64Text(bytes, letters);
  }

  /** How many bytes it holds once decoded. */
  get decodedLength(): number {
    return Math.floor((this.letters * 3) / 4);
  }

  decode(): Buffer {
    return Buffer.from(this.bytes.toString('latin1'), 'base64');
  }
}

/** Groups of four, the last one filled up by padding or left short by writers who leave padding away. */
function isWhole(letters: number, padding: number): boolean {
  if (padding === 0) return letters % 4 !== 1;
  return padding <= 2 && (letters + padding) % 4 === 0;
}
