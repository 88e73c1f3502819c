import type { MigrationInterface, QueryRunner } from 'typeorm';
import { compareAsBefore, compareByCodePoint, type ExactColumns } from '../exact-columns.js';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const CHANGES: readonly ExactColumns[] = [
  {
    table: 'ticket_word',
    columns: [['word', { exact: 100 }]],
    key: { name: 'pk_ticket_word', columns: ['kind', 'word', 'received', 'no'] },
  },
  {
    table: 'ticket_search',
    columns: [
      ['textWords', 'exactLongText'],
      ['nameWords', 'exactLongText'],
      ['senderWords', 'exactLongText'],
      ['codeWords', 'exactLongText'],
      ['factWords', 'exactLongText'],
    ],
  },
  {
    table: 'saved_search',
    columns: [['nameKey', { exact: 80 }]],
    indices: [{ name: 'uq_saved_search_name', columns: ['staffId', 'nameKey'], isUnique: true }],
  },
  {
    table: 'ticket',
    columns: [['hotlineCode', { exact: 100 }, 'nullable']],
    indices: [
      {
        name: 'uq_ticket_hotline_code',
        columns: ['hotlineCode'],
        isUnique: true,
        where: '"hotlineCode" IS NOT NULL',
      },
    ],
  },
  {
    table: 'ticket_intake',
    columns: [['key', { exact: 120 }]],
    key: { name: 'pk_ticket_intake', columns: ['key'] },
  },
  {
    table: 'inbox_message',
    columns: [
      ['remoteId', { exact: 100 }],
      ['documentId', { exact: 200 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_inbox_message_remote', columns: ['remoteId'], isUnique: true },
      { name: 'ix_inbox_message_document', columns: ['documentId'] },
    ],
  },
  {
    table: 'e_office_event',
    columns: [['eventId', { exact: 100 }]],
    key: { name: 'pk_e_office_event', columns: ['eventId'] },
  },
  {
    table: 'incoming_document',
    columns: [
      ['documentId', { exact: 200 }],
      ['messageId', { exact: 100 }, 'nullable'],
    ],
    indices: [
      {
        name: 'uq_incoming_document_message',
        columns: ['messageId'],
        isUnique: true,
        where: '"messageId" IS NOT NULL',
      },
      { name: 'uq_incoming_document_source', columns: ['senderCode', 'documentId'], isUnique: true },
    ],
  },
  {
    table: 'outbox',
    columns: [['key', { exact: 200 }]],
    indices: [{ name: 'uq_outbox_key', columns: ['key'], isUnique: true }],
  },
];

/** What pages ask of tables that grow with the years, and found by reading all of them. */
const FOUND: readonly TableAddition[] = [
  { table: 'draft', indices: [{ name: 'ix_draft_state', columns: ['state', 'savedAt'] }] },
  { table: 'inbox_message', indices: [{ name: 'ix_inbox_message_state', columns: ['state', 'receivedAt'] }] },
  { table: 'dispatch', indices: [{ name: 'ix_dispatch_letter', columns: ['outgoingDocumentId'] }] },
  {
    table: 'outgoing_document',
    indices: [{ name: 'ix_outgoing_document_state', columns: ['year', 'state', 'number'] }],
  },
  { table: 'outbox', indices: [{ name: 'ix_outbox_outcome', columns: ['outcome', 'seq'] }] },
];

/**
 * The words of the search and the names that others give to their things are equal by their code points alone, on SQL Server too; and what waits for
 * people is found along an index.
 */
export class KeysAndIndices1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await compareByCodePoint(runner, CHANGES);
    for (const addition of FOUND) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of FOUND) await reduceTable(runner, addition);
    await compareAsBefore(runner, CHANGES);
  }
}
