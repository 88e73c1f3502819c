import { civilDate } from '../../src/kernel/civil-date.js';
import { printedNumber } from '../../src/documents/domain/register.js';
import type { EntryOfLetter, LetterToNumber } from '../../src/signing/ports/signing-desk.port.js';

/** The e-office's own book of outgoing documents, in memory: a letter has one number, however often it is asked for. */
export class TestNumberBook {
  next = 1;
  issuedDate = civilDate('2026-03-18');
  private readonly given = new Map<string, EntryOfLetter>();

  take({ clientRequestId }: LetterToNumber): EntryOfLetter {
    const known = this.given.get(clientRequestId);
    if (known) return known;
    const entry = { number: printedNumber(this.next), notation: '', issuedDate: this.issuedDate };
    this.next += 1;
    this.given.set(clientRequestId, entry);
    return entry;
  }
}
