import { Base64Decoder } from './base64-decoder.js';

/** Where the bytes go that a cut text holds. */
export interface Vessel {
  /** @param piece does not change any more */
  write(piece: Buffer): void;
  /** What was written is not wanted. */
  abandon(): void;
}

/** Of a text that turns out to be no base64, so many bytes are put back as they came. */
const PUT_BACK = 64 * 1024;
/** Stands for the beginning of a longer one: no base64 either, and no markup. */
const DAMAGED = Buffer.from('*');

export const SECTION = '<![CDATA[';
export const SECTION_END = ']]>';

/** The text of one element while it is being cut out. */
export class CutText<Kept extends Vessel> {
  private readonly decoder = new Base64Decoder();
  private came: Buffer[] | null = [];
  private cameBytes = 0;

  constructor(
    readonly vessel: Kept,
    readonly inSection: boolean,
  ) {}

  /** @returns false when it is no base64; nothing more may be pushed then */
  push(text: Buffer): boolean {
    const decoded = this.decoder.push(text);
    if (decoded === null) return false;
    if (decoded.length > 0) this.vessel.write(decoded);
    this.cameBytes += text.length;
    if (this.cameBytes > PUT_BACK) this.came = null;
    else this.came?.push(Buffer.from(text));
    return true;
  }

  /** @returns false when it is no base64 */
  end(): boolean {
    const rest = this.decoder.end();
    if (rest === null) return false;
    if (rest.length > 0) this.vessel.write(rest);
    return true;
  }

  /** @returns what stands in the document for the text taken out so far, because it is no base64 */
  putBack(): Buffer {
    this.vessel.abandon();
    return Buffer.concat([Buffer.from(this.inSection ? SECTION : ''), ...(this.came ?? [DAMAGED])]);
  }
}
