import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'petition',
    key: 'pk_petition',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['year', 'integer'],
      ['number', 'integer'],
      ['kind', { text: 20 }],
      ['state', { text: 20 }],
      ['receivedOn', 'day'],
      ['ticketId', { text: 36 }, 'nullable'],
      ['ticketCode', { text: 20 }, 'nullable'],
      ['anonymous', 'boolean'],
      ['petitionerName', { text: 100 }],
      ['petitionerContact', { text: 500 }],
      ['summary', { text: 1000 }],
      ['competence', { text: 20 }, 'nullable'],
      ['competentAgency', { text: 200 }],
      ['way', { text: 20 }, 'nullable'],
      ['wayReason', { text: 1000 }],
      ['takenById', { text: 36 }],
      ['takenByName', { text: 100 }],
      ['leaderId', { text: 36 }, 'nullable'],
      ['chargedId', { text: 36 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['acceptedOn', 'day', 'nullable'],
      ['result', { text: 20 }, 'nullable'],
      ['resultText', { text: 2000 }],
      ['dueAt', 'instant', 'nullable'],
      ['closedAt', 'instant', 'nullable'],
      ['createdAt', 'instant'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'uq_petition_number', columns: ['year', 'number'], isUnique: true },
      { name: 'uq_petition_ticket', columns: ['ticketId'], isUnique: true, where: '"ticketId" IS NOT NULL' },
      { name: 'ix_petition_due', columns: ['year', 'dueAt', 'number'] },
      { name: 'ix_petition_charged', columns: ['chargedId', 'year'] },
    ],
    checks: [
      { name: 'ck_petition_kind', column: 'kind', values: ['complaint', 'denunciation', 'protection'] },
      {
        name: 'ck_petition_state',
        column: 'state',
        values: ['received', 'screened', 'decided', 'accepted', 'settled', 'closed', 'struck'],
      },
    ],
  },
  {
    name: 'petition_duty',
    key: 'pk_petition_duty',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['petitionId', { text: 36 }],
      ['duty', { text: 20 }],
      ['amount', 'integer'],
      ['unit', { text: 20 }],
      ['source', { text: 300 }],
      ['confidence', { text: 20 }],
      ['startedOn', 'day'],
      ['extended', 'integer'],
      ['dueAt', 'instant'],
      ['legalEndAt', 'instant'],
      ['calendarVersion', 'integer'],
      ['proof', 'json'],
      ['toldOn', 'day', 'nullable'],
      ['metAt', 'instant', 'nullable'],
      ['supersededAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'ix_petition_duty_petition', columns: ['petitionId'] },
      {
        name: 'ix_petition_duty_open',
        columns: ['legalEndAt'],
        where: '"metAt" IS NULL AND "supersededAt" IS NULL',
      },
    ],
  },
  {
    name: 'petition_step',
    key: 'pk_petition_step',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['petitionId', { text: 36 }],
      ['at', 'instant'],
      ['actorId', { text: 36 }],
      ['actorName', { text: 200 }],
      ['title', { text: 300 }],
      ['text', 'longText'],
    ],
    indices: [{ name: 'ix_petition_step_petition', columns: ['petitionId', 'at'] }],
  },
  {
    name: 'petition_year',
    key: 'pk_petition_year',
    columns: [
      ['year', 'integer', 'key'],
      ['last', 'integer'],
    ],
  },
];

/** The register of petitions: complaints, denunciations and requests for protection have their own. */
export class Petitions1765000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
