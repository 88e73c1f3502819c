import { type ProofDocument, proofSheet, ProofSheets } from '../../src/calendar/ports/proof-sheet.port.js';

/** The sheet drawn by pdf-lib, which is read with its fonts when the first is asked for: most processes draw none. */
export class PdfLibProofSheets extends ProofSheets {
  override async pdf(document: ProofDocument, madeAt: Date): Promise<Uint8Array> {
    const { drawProofSheet } = await import('./draw-proof-sheet.js');
    return drawProofSheet(proofSheet(document, madeAt), madeAt);
  }
}
