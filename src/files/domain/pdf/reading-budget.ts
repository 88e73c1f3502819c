import { PDF_LIMITS, PdfTooLarge } from './limits.js';

/** What reading one file may still cost. Everything that is read of a file shares one, so that no part is cheap a thousand times. */
export class ReadingBudget {
  private inflated: number = PDF_LIMITS.inflatedAll;
  private memory: number = PDF_LIMITS.parsedBytes;
  private steps: number = PDF_LIMITS.steps;

  /** What the next stream may unfold to, in bytes. */
  get inflationLimit(): number {
    return Math.max(1, Math.min(PDF_LIMITS.inflatedOne, this.inflated));
  }

  /** @throws PdfTooLarge */
  unfold(bytes: number): void {
    this.inflated -= bytes;
    if (this.inflated < 0) throw new PdfTooLarge('streams unfold to too much');
  }

  /** Room for something parsed that stays. @param bytes as a rule of thumb @throws PdfTooLarge */
  hold(bytes: number): void {
    this.memory -= bytes;
    if (this.memory < 0) throw new PdfTooLarge('too many values');
  }

  /** Some ways from one object to another. @throws PdfTooLarge */
  walk(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) throw new PdfTooLarge('too many ways between objects');
  }
}
