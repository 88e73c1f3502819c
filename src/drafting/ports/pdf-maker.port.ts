/** One place that a letter keeps free, in PDF points from the lower left corner of its page. */
export interface Place {
  readonly name: 'so' | 'ngay' | 'thang' | 'chu_ky' | 'ky_nhay';
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
   * fields `ChuKyLanhDao`, `DauCoQuan`, so that later increments fill them without touching the page.
   *
   * @throws DomainError `pdf-place-missing` naming the place
   */
  abstract prepare(pdf: Buffer): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }>;
}
