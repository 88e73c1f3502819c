import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket',
    key: 'pk_ticket',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['code', { text: 20 }],
      ['hotlineCode', { text: 100 }],
      ['incomingDocumentId', { text: 36 }],
      ['state', { text: 20 }],
      ['open', 'boolean'],
      ['kind', { text: 20 }],
      ['level', { text: 20 }],
      ['channel', { text: 40 }],
      ['category', { text: 100 }],
      ['subject', { text: 500 }],
      ['words', 'longText'],
      ['place', { text: 200 }],
      ['senderName', { text: 100 }],
      ['senderPhone', { text: 30 }],
      ['senderEmail', { text: 200 }],
      ['senderAddress', { text: 300 }],
      ['keepSecret', 'boolean'],
      ['complete', 'boolean'],
      ['startedAt', 'instant'],
      ['dueAt', 'instant'],
      ['legalEndAt', 'instant'],
      ['leadUnitId', { text: 36 }, 'nullable'],
      ['officerId', { text: 36 }, 'nullable'],
      ['latest', { text: 200 }],
      ['closedAt', 'instant', 'nullable'],
      ['createdAt', 'instant'],
      ['folded', { text: 1000 }],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'uq_ticket_code', columns: ['code'], isUnique: true },
      { name: 'uq_ticket_hotline_code', columns: ['hotlineCode'], isUnique: true },
      { name: 'ix_ticket_due', columns: ['open', 'dueAt', 'id'] },
      { name: 'ix_ticket_unit_due', columns: ['leadUnitId', 'open', 'dueAt', 'id'] },
      { name: 'ix_ticket_officer_due', columns: ['officerId', 'open', 'dueAt', 'id'] },
    ],
    checks: [
      {
        name: 'ck_ticket_state',
        column: 'state',
        values: [
          'received',
          'accepted',
          'assigned',
          'verifying',
          'processing',
          'draftingReply',
          'waitingApproval',
          'answered',
          'closed',
          'returned',
        ],
      },
    ],
  },
  {
    name: 'ticket_day',
    key: 'pk_ticket_day',
    columns: [
      ['day', 'day', 'key'],
      ['last', 'integer'],
    ],
  },
  {
    name: 'ticket_deadline',
    key: 'pk_ticket_deadline',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['duty', { text: 30 }],
      ['amount', 'integer'],
      ['unit', { text: 20 }],
      ['startedAt', 'instant'],
      ['dueAt', 'instant'],
      ['legalEndAt', 'instant'],
      ['policyVersion', { text: 40 }],
      ['calendarVersion', { text: 40 }],
      ['proof', 'json'],
    ],
    indices: [{ name: 'ix_ticket_deadline_ticket', columns: ['ticketId', 'duty'] }],
  },
  {
    name: 'ticket_assignment',
    key: 'pk_ticket_assignment',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['unitId', { text: 36 }],
      ['officerId', { text: 36 }],
      ['assignedById', { text: 36 }],
      ['assignedAt', 'instant'],
      ['acceptBy', 'instant'],
      ['acceptedAt', 'instant', 'nullable'],
    ],
    indices: [{ name: 'ix_ticket_assignment_ticket', columns: ['ticketId', 'assignedAt'] }],
  },
  {
    name: 'ticket_entry',
    key: 'pk_ticket_entry',
    columns: [
      ['seq', 'counter'],
      ['id', { text: 36 }],
      ['ticketId', { text: 36 }],
      ['at', 'instant'],
      ['actorId', { text: 36 }],
      ['actorName', { text: 100 }],
      ['kind', { text: 30 }],
      ['title', { text: 300 }],
      ['text', 'longText', 'nullable'],
      ['toHotline', 'boolean'],
    ],
    indices: [
      { name: 'uq_ticket_entry_event', columns: ['id'], isUnique: true },
      { name: 'ix_ticket_entry_ticket', columns: ['ticketId', 'seq'] },
    ],
  },
];

/** Feedback items, their periods, assignments and course. */
export class Tickets1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
