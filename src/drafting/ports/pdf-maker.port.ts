import type { PlaceName } from '../domain/places.js';

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

export type Conversion =
  | { readonly status: 'done'; readonly pdf: Buffer }
  /** This document cannot be converted; trying again would not help. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The converter is missing, busy or was cut off; the DOCX stays usable. */
  | { readonly status: 'unavailable'; readonly reason: string };

/** Makes the page that is signed. */
export abstract class PdfMaker {
  /** Converts in one batch; the answer at index i belongs to docx i. Never throws for a bad document. */
  abstract convert(docx: readonly Buffer[]): Promise<readonly Conversion[]>;

  /**
   * Turns the places (hyperlinks `https://…/place/NAME`) into empty named form fields `so`, `ngay`, `thang` and empty signature
   * fields `ChuKyLanhDao`, `DauCoQuan` and, in minutes, `ChuKyThuKy`, so that later increments fill them without touching the page.
   * Places of initials may be missing; they are only named.
   *
   * @throws DomainError `pdf-place-missing` naming the place that is needed, or that stands there twice
   */
  abstract prepare(pdf: Buffer): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }>;
}
