import { Base64Decoder } from './base64-decoder.js';

/** Takes the decoded bytes of a text. */
export interface ByteSink {
  /** @param piece is not changed afterwards, so it may be kept without a copy */
  write(piece: Buffer): void;
  /** Drops what was written. */
  abandon(): void;
}

/** A text that turns out not to be base64 is put back unchanged if it is at most so long. */
const PUT_BACK = 64 * 1024;
/** Replaces a longer one; it is neither base64 nor markup. */
const DAMAGED = Buffer.from('*');

export const SECTION = '<![CDATA[';
export const SECTION_END = ']]>';

/** The text of one element while it is being cut out. */
export class CutText<Kept extends ByteSink> {
  private readonly decoder = new Base64Decoder();
  private came: Buffer[] | null = [];
  private cameBytes = 0;

  constructor(
    readonly sink: Kept,
    readonly inSection: boolean,
  ) {}

  /** @returns false when it is no base64; nothing more may be pushed then */
  push(text: Buffer): boolean {
    const decoded = this.decoder.push(text);
    if (decoded === null) return false;
    if (decoded.length > 0) this.sink.write(decoded);
    this.cameBytes += text.length;
    if (this.cameBytes > PUT_BACK) this.came = null;
    else this.came?.push(Buffer.from(text));
    return true;
  }

  /** @returns false when it is no base64 */
  end(): boolean {
    const rest = this.decoder.end();
    if (rest === null) return false;
    if (rest.length > 0) this.sink.write(rest);
    return true;
  }

  /** @returns what stands in the document for the text taken out so far, because it is no base64 */
  putBack(): Buffer {
    this.sink.abandon();
    return Buffer.concat([Buffer.from(this.inSection ? SECTION : ''), ...(this.came ?? [DAMAGED])]);
  }
}
