export type Conversion =
  | { readonly status: 'done'; readonly pdf: Buffer }
  /** This document cannot be converted; trying again would not help. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The converter is missing, busy or was cut off; the DOCX stays usable. */
  | { readonly status: 'unavailable'; readonly reason: string };

/**
 * Where a Word file comes from, by the knowledge of who asks. `app`: written here, from what ships with the software. `outside`: anything that a person
 * or another program made, or that was made from a template that a person uploaded.
 */
export type DocxOrigin = 'app' | 'outside';

/** Makes PDFs of Word files. */
export abstract class PdfConverter {
  /**
   * Converts in one batch; the answer at index i belongs to docx i. Never throws for a bad document.
   *
   * @param origin of all of them: what comes from outside never meets a converter that others are asked of afterwards
   */
  abstract convert(docx: readonly Buffer[], origin: DocxOrigin): Promise<readonly Conversion[]>;
}
