import { z } from 'zod';
import { newIdentity, storedInstant, type SimulatorDatabase } from './database.js';

const registration = z.object({
  clientRequestId: z.string(),
  contentHash: z.string(),
  incomingId: z.string(),
  bookCode: z.string(),
  bookYear: z.int(),
  incomingNumber: z.string(),
  fromName: z.string(),
  subject: z.string(),
  externalRef: z.string().nullable(),
  registeredAt: storedInstant,
  attempts: z.int(),
});

/** An entry of the e-office's incoming book: the mirror of the department's register, or the book that numbers what comes to it. */
export type Registration = z.output<typeof registration>;

export type RegistrationToEnter = Omit<Registration, 'incomingId' | 'incomingNumber' | 'attempts'> & {
  /** Given by the department's own register; null when this book numbers. */
  readonly arrivalNumber: string | null;
};

export class IncomingBook {
  constructor(private readonly database: SimulatorDatabase) {}

  find(clientRequestId: string): Registration | undefined {
    return this.database.first(
      registration,
      'select * from incomingRegistration where clientRequestId = ?',
      clientRequestId,
    );
  }

  findById(incomingId: string): Registration | undefined {
    return this.database.first(registration, 'select * from incomingRegistration where incomingId = ?', incomingId);
  }

  /** The entry of a message that was queued here. */
  findMessage(messageId: string): Registration | undefined {
    return this.database.first(
      registration,
      `select r.* from incomingRegistration r join incomingOfMessage m on m.clientRequestId = r.clientRequestId
       where m.messageId = ?`,
      messageId,
    );
  }

  /** Says which message an entry is of; the first to be entered keeps it. */
  nameMessage(messageId: string, clientRequestId: string): void {
    this.database.run('insert into incomingOfMessage values (?, ?) on conflict do nothing', messageId, clientRequestId);
  }

  findNumber(bookCode: string, bookYear: number, incomingNumber: string): Registration | undefined {
    return this.database.first(
      registration,
      'select * from incomingRegistration where bookCode = ? and bookYear = ? and incomingNumber = ?',
      bookCode,
      bookYear,
      incomingNumber,
    );
  }

  enter(entry: RegistrationToEnter): Registration {
    return this.database.atomically(() => {
      const number = entry.arrivalNumber ?? this.nextFree(entry.bookCode, entry.bookYear);
      this.database.run(
        `insert into incomingRegistration
           (clientRequestId, contentHash, incomingId, bookCode, bookYear, incomingNumber, fromName, subject,
            externalRef, registeredAt)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.clientRequestId,
        entry.contentHash,
        newIdentity('den'),
        entry.bookCode,
        entry.bookYear,
        number,
        entry.fromName,
        entry.subject,
        entry.externalRef,
        entry.registeredAt.toISOString(),
      );
      const entered = this.find(entry.clientRequestId);
      if (!entered) throw new RangeError(`Registration ${entry.clientRequestId} was not kept`);
      return entered;
    });
  }

  /** The next number of a year. */
  goOnAt(bookCode: string, bookYear: number, next: number): void {
    this.database.setNext(sequenceOf(bookCode, bookYear), next);
  }

  /** A clerk of the e-office sets the number of a line right. */
  correct(incomingId: string, incomingNumber: string): void {
    this.database.run(
      'update incomingRegistration set incomingNumber = ? where incomingId = ?',
      incomingNumber,
      incomingId,
    );
  }

  private nextFree(bookCode: string, bookYear: number): string {
    for (;;) {
      const number = String(this.database.nextOf(sequenceOf(bookCode, bookYear)));
      if (!this.findNumber(bookCode, bookYear, number)) return number;
    }
  }

  countRepetition(clientRequestId: string): void {
    this.database.run(
      'update incomingRegistration set attempts = attempts + 1 where clientRequestId = ?',
      clientRequestId,
    );
  }

  /** Entered since, and brought by no message that was queued here. */
  withoutMessage(bookCode: string, from: Date): Registration[] {
    return this.database.all(
      registration,
      `select r.* from incomingRegistration r left join incomingOfMessage m on m.clientRequestId = r.clientRequestId
       where m.messageId is null and r.bookCode = ? and r.registeredAt >= ? order by r.registeredAt limit 5000`,
      bookCode,
      from.toISOString(),
    );
  }

  all(): Registration[] {
    return this.database.all(registration, 'select * from incomingRegistration order by registeredAt, incomingId');
  }
}

function sequenceOf(bookCode: string, bookYear: number): string {
  return `incoming:${bookCode}:${String(bookYear)}`;
}
