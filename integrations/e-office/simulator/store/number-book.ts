import { z } from 'zod';
import type { SimulatorDatabase } from './database.js';

const givenNumber = z.object({
  requestId: z.string(),
  clientRequestId: z.string(),
  bookYear: z.int(),
  /** As it stands on paper: below ten with a leading zero. */
  documentNumber: z.string(),
  notation: z.string().nullable(),
  issuedDate: z.string(),
  attempts: z.int(),
});

/** A number of the e-office's own book of outgoing documents, and the letter that has it. */
export type GivenNumber = z.output<typeof givenNumber>;

/** Where the e-office itself numbers what goes out: one number for each letter, as long as the letter is there. */
export class NumberBook {
  constructor(private readonly database: SimulatorDatabase) {}

  find(requestId: string): GivenNumber | undefined {
    return this.database.first(givenNumber, 'select * from givenNumber where requestId = ?', requestId);
  }

  give(letter: Omit<GivenNumber, 'documentNumber' | 'attempts'>): GivenNumber {
    const documentNumber = String(this.database.nextOf(nameOf(letter.bookYear))).padStart(2, '0');
    this.database.run(
      `insert into givenNumber (requestId, clientRequestId, bookYear, documentNumber, notation, issuedDate)
       values (?, ?, ?, ?, ?, ?)`,
      letter.requestId,
      letter.clientRequestId,
      letter.bookYear,
      documentNumber,
      letter.notation,
      letter.issuedDate,
    );
    return { ...letter, documentNumber, attempts: 1 };
  }

  countRepetition(requestId: string): void {
    this.database.run('update givenNumber set attempts = attempts + 1 where requestId = ?', requestId);
  }

  /** A clerk of the e-office sets number and day of a letter right. */
  correct(given: GivenNumber, right: Pick<GivenNumber, 'documentNumber' | 'issuedDate'>): GivenNumber {
    const change = 'update givenNumber set documentNumber = ?, issuedDate = ? where requestId = ?';
    this.database.run(change, right.documentNumber, right.issuedDate, given.requestId);
    return { ...given, ...right };
  }

  /** The next number of a year; numbers that are passed over go to documents that only the e-office knows. */
  goOnAt(bookYear: number, next: number): void {
    this.database.setNext(nameOf(bookYear), next);
  }

  all(): GivenNumber[] {
    return this.database.all(
      givenNumber,
      'select * from givenNumber order by bookYear, cast(documentNumber as integer)',
    );
  }
}

function nameOf(bookYear: number): string {
  return `outgoing:${String(bookYear)}`;
}
