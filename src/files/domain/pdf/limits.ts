/**
 * How much of a stranger's file we are willing to look at. A real letter stays far below every one of these; a file
 * that reaches one is refused, never cut.
 */
export const PDF_LIMITS = {
  fileBytes: 128 * 1024 * 1024,
  /** Arrays and dictionaries within each other. */
  nesting: 64,
  /** Cross-reference sections, that is saves of the file. */
  sections: 256,
  objects: 400_000,
  /** How often over the same bytes may be read as different objects: overlapping ones would cost squared time. */
  rereading: 4,
  /** Bytes that compressed streams may unfold to: one stream, and all of them together. */
  inflatedOne: 32 * 1024 * 1024,
  inflatedAll: 64 * 1024 * 1024,
  /** What everything parsed may take in memory, by rule of thumb: a dictionary costs as much as a hundred bytes of text. */
  parsedBytes: 96 * 1024 * 1024,
  /** Ways from object to object that may be gone, over all saves together. */
  steps: 4_000_000,
  formFields: 5_000,
  pages: 20_000,
} as const;

/** The file is not a PDF that every reader would understand the same way. `detail` is for logs, in English. */
export class PdfMalformed extends Error {
  constructor(
    readonly detail: string,
    readonly offset?: number,
  ) {
    super(offset === undefined ? detail : `${detail} at byte ${offset}`);
    this.name = 'PdfMalformed';
  }
}

/** The file asks for more work than PDF_LIMITS allow. */
export class PdfTooLarge extends PdfMalformed {
  constructor(detail: string) {
    super(detail);
    this.name = 'PdfTooLarge';
  }
}
