import type { EntityManager } from 'typeorm';
import { JournalEntryEntity } from '../../../src/journal/persistence/journal.entities.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../../src/documents/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { TicketEntity, TicketEntryEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import type { AccessApp } from '../access/access-app.js';
import { privateText } from './largest-texts.js';

const MAX_SUBJECT_LENGTH = 300;
const MAX_NOTE_LENGTH = 4_000;
const NOTES = 300;

type Changes = Readonly<Record<string, string>>;

/** Fills the books: each line as the one that stands there, with a number of its own. */
export async function fillApp({ app, objects }: AccessApp, lines: number): Promise<void> {
  const { ticket = '', letter = '', helped = '' } = objects.gdtrh;
  const subject = `'${privateText(MAX_SUBJECT_LENGTH)}'`;
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const { incomingDocumentId } = await tx.findOneByOrFail(TicketEntity, { id: ticket });
    const own = { id: `'copy-' || n`, subject };
    const arrival = {
      ...own,
      code: `n || '/CV'`,
      arrivalNumber: '1000 + n',
      documentId: `'copy-' || n`,
      messageId: `'copy-' || n`,
    };
    await multiply(tx, IncomingDocumentEntity, { id: incomingDocumentId, lines, changes: arrival });
    const copy = { ...own, code: `'PAKN.20260301.' || n`, hotlineCode: 'NULL', incomingDocumentId: `'copy-' || n` };
    await multiply(tx, TicketEntity, { id: ticket, lines, changes: copy });
    const released = { ...own, number: '1000 + n', replyToId: `'copy-' || n`, signatureRequestId: `'copy-' || n` };
    await multiply(tx, OutgoingDocumentEntity, { id: letter, lines, changes: released });
    // A unit that was asked and is complained about reads every word of the course masked.
    await tx.update(TicketEntity, { id: helped }, { complainedUnitId: 'nui-voi' });
    const { id: note } = await tx.findOneByOrFail(TicketEntryEntity, { ticketId: helped });
    const noted = { id: `'note-' || n`, seq: '1000000 + n', text: `'${privateText(MAX_NOTE_LENGTH)}'` };
    await multiply(tx, TicketEntryEntity, { id: note, lines: NOTES, changes: noted });
    await multiply(tx, JournalEntryEntity, { id: '1', key: 'seq', lines, changes: { seq: '1000000 + n' } });
  });
}

interface Copies {
  readonly id: string;
  readonly key?: string;
  readonly lines: number;
  /** SQL by column; `n` is the number of the copy. */
  readonly changes: Changes;
}

async function multiply(
  tx: EntityManager,
  entity: new () => object,
  { id, key = 'id', lines, changes }: Copies,
): Promise<void> {
  const { tableName, columns } = tx.dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName);
  const values = names.map((name) => changes[name] ?? `"${name}"`);
  await tx.query(
    `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${String(lines)})
     INSERT INTO "${tableName}" (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${values.join(', ')} FROM "${tableName}", number WHERE "${key}" = ?`,
    [id],
  );
}
