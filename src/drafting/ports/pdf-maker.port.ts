import { PdfConverter } from '../../documents/ports/pdf-converter.port.js';
import type { PlaceName } from '../domain/places.js';

export type { Conversion, DocxOrigin } from '../../documents/ports/pdf-converter.port.js';
export { NEEDED_PLACES, PLACE_LINK, PLACE_NAMES, type PlaceName } from '../domain/places.js';

/** One place that a document keeps free, in PDF points from the lower left corner of its page; `dau` is the seal's, over the signature. */
export interface Place {
  readonly name: PlaceName | 'dau';
  /** 1 = first page. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Number, day and month as a letter shows them: `05`, `18`, `3`. */
export interface PrintedEntry {
  readonly so: string;
  readonly ngay: string;
  readonly thang: string;
}

/** Makes the page that is signed. */
export abstract class PdfMaker extends PdfConverter {
  /**
   * Turns the places (hyperlinks `https://…/place/NAME`) into empty named form fields `so`, `ngay`, `thang` and empty signature
   * fields `ChuKyLanhDao`, `DauCoQuan` and, in minutes, `ChuKyThuKy`, so that later increments fill them without touching the page.
   * Places of initials may be missing; they are only named.
   *
   * @param issuer named as the author of the file, in place of the account that wrote it; no author is named when left out
   * @throws DomainError `pdf-place-missing` naming the place that is needed, or that stands there twice
   */
  abstract prepare(pdf: Buffer, issuer?: string): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }>;

  /**
   * Prints number, day and month into a prepared page, where it keeps fields for them; the fields are gone after it. Equal input gives equal bytes.
   *
   * @throws DomainError `pdf-place-missing` naming the field that is not there
   */
  abstract printEntry(pdf: Buffer, entry: PrintedEntry): Promise<Buffer>;
}
