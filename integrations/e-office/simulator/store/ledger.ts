import { z } from 'zod';
import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { newIdentity, storedInstant, type SimulatorDatabase } from './database.js';

const consignment = z.object({
  position: z.int(),
  id: z.string(),
  kind: z.enum(['document', 'status']),
  /** Agency codes, separated by a space. */
  toAgencies: z.string().transform((codes) => codes.split(' ')),
  documentId: z.string().nullable(),
  status: z.string().nullable(),
  summary: z.string(),
  sha256: z.string(),
  size: z.int(),
  messageId: z.string(),
  receiptId: z.string(),
  acceptedAt: storedInstant,
  attempts: z.int(),
});

/** One message that the department sent, with the number of times it came. */
export type Consignment = z.output<typeof consignment>;

export interface ConsignmentToAccept {
  readonly id: string;
  readonly kind: 'document' | 'status';
  readonly toAgencies: readonly string[];
  /** The document's own identity; null for a status. */
  readonly documentId: string | null;
  /** `01` … `16`; null for a document. */
  readonly status: string | null;
  /** Subject of a document, description of a status. */
  readonly summary: string;
  /** Identities of the documents that it answers. */
  readonly answers: readonly string[];
  /** Of its bytes, which are kept already. */
  readonly sha256: string;
  readonly size: number;
  readonly acceptedAt: Date;
}

const reference = z.object({ documentId: z.string() });

const documentState = z.object({
  position: z.int(),
  documentId: z.string(),
  agencyCode: z.string(),
  status: z.string(),
  at: storedInstant,
  description: z.string().nullable(),
});

/** What became of a document at the agency that it was sent to. */
export type DocumentState = z.output<typeof documentState>;

type StateToNote = Pick<DocumentState, 'status' | 'at'> & Partial<Pick<DocumentState, 'description'>>;

/** What the department sent: each consignment once, its repetitions counted. */
export class Ledger {
  constructor(private readonly database: SimulatorDatabase) {}

  /** Keeps the bytes of a message before it is accepted. @returns their sha256 */
  keepBytes(bytes: HeldBytes): Promise<string> {
    return this.database.keepHeld(bytes);
  }

  find(id: string): Consignment | undefined {
    return this.database.first(consignment, 'select * from consignment where id = ?', id);
  }

  findMessage(messageId: string): Consignment | undefined {
    return this.database.first(consignment, 'select * from consignment where messageId = ?', messageId);
  }

  accept(entry: ConsignmentToAccept): Consignment {
    return this.database.atomically(() => {
      this.database.run(
        `insert into consignment
           (id, kind, toAgencies, documentId, status, summary, sha256, size, messageId, receiptId, acceptedAt)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.id,
        entry.kind,
        entry.toAgencies.join(' '),
        entry.documentId,
        entry.status,
        entry.summary,
        entry.sha256,
        entry.size,
        newIdentity('msg'),
        newIdentity('rcp'),
        entry.acceptedAt.toISOString(),
      );
      for (const documentId of new Set(entry.answers)) {
        this.database.run('insert into consignmentReference values (?, ?)', entry.id, documentId);
      }
      if (entry.documentId !== null) {
        for (const agency of entry.toAgencies)
          this.noteState(entry.documentId, agency, { status: '01', at: entry.acceptedAt });
      }
      const accepted = this.find(entry.id);
      if (!accepted) throw new RangeError(`Consignment ${entry.id} was not kept`);
      return accepted;
    });
  }

  /** Accepted since, after the cursor, oldest first. */
  since(from: Date, after: number, limit: number): Consignment[] {
    return this.database.all(
      consignment,
      'select * from consignment where acceptedAt >= ? and position > ? order by position limit ?',
      from.toISOString(),
      after,
      limit,
    );
  }

  countRepetition(id: string): void {
    this.database.run('update consignment set attempts = attempts + 1 where id = ?', id);
  }

  /** Oldest first. */
  all(): Consignment[] {
    return this.database.all(consignment, 'select * from consignment order by position');
  }

  /** What came back about a document, oldest first. */
  answersTo(documentId: string): Consignment[] {
    return this.database.all(
      consignment,
      `select c.* from consignment c join consignmentReference r on r.consignmentId = c.id
       where r.documentId = ? order by c.position`,
      documentId,
    );
  }

  /** Identities of the documents that a consignment answers. */
  answeredBy(id: string): string[] {
    return this.database
      .all(reference, 'select documentId from consignmentReference where consignmentId = ? order by documentId', id)
      .map(({ documentId }) => documentId);
  }

  bytes(entry: Consignment): Buffer {
    return this.database.bytes(entry.sha256);
  }

  statesOf(documentIds: readonly string[]): DocumentState[] {
    return this.database.all(
      documentState,
      'select * from documentState where documentId in (select value from json_each(?)) order by position',
      JSON.stringify(documentIds),
    );
  }

  statesAfter(position: number, limit: number): DocumentState[] {
    return this.database.all(
      documentState,
      'select * from documentState where position > ? order by position limit ?',
      position,
      limit,
    );
  }

  noteState(documentId: string, agencyCode: string, { status, at, description = null }: StateToNote): void {
    this.database.run(
      'insert into documentState (documentId, agencyCode, status, at, description) values (?, ?, ?, ?, ?)',
      documentId,
      agencyCode,
      status,
      at.toISOString(),
      description,
    );
  }
}
