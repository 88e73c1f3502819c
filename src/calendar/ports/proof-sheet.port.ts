import type { ProofDocument } from '../domain/proof/proof-document.js';

export { type ProofSheet, proofSheet, type SheetRow, type SheetSection } from '../domain/proof/proof-sheet.js';
export type { ProofDocument } from '../domain/proof/proof-document.js';

/** Puts a deadline's proof on paper, so that it can be handed out, signed and filed. */
export abstract class ProofSheets {
  /**
   * An A4 sheet "Bảng tính thời hạn". Equal input gives equal bytes.
   *
   * @param madeAt printed as the time of making
   */
  abstract pdf(document: ProofDocument, madeAt: Date): Promise<Uint8Array>;
}
