export type Conversion =
  | { readonly status: 'done'; readonly pdf: Buffer }
  /** This document cannot be converted; trying again would not help. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The converter is missing, busy or was cut off; the DOCX stays usable. */
  | { readonly status: 'unavailable'; readonly reason: string };

/** Makes PDFs of Word files. */
export abstract class PdfConverter {
  /** Converts in one batch; the answer at index i belongs to docx i. Never throws for a bad document. */
  abstract convert(docx: readonly Buffer[]): Promise<readonly Conversion[]>;
}
