import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';
import { standingsFromJournal } from './0068-standings-from-journal.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_standing',
    key: 'pk_ticket_standing',
    columns: [
      ['seq', 'counter', 'key'],
      ['ticketId', { text: 36 }],
      ['at', 'instant'],
      ['until', 'instant', 'nullable'],
      ['entry', { text: 10 }],
      ['openedAt', 'instant'],
      ['sinceAt', 'instant'],
      ['outcome', { text: 10 }, 'nullable'],
      ['state', { text: 20 }],
      ['cycle', 'integer'],
      ['leadUnitId', { text: 36 }, 'nullable'],
      ['category', { text: 20 }],
      ['level', { text: 20 }],
      ['channel', { text: 40 }],
      ['answerMode', { text: 10 }, 'nullable'],
      ['legalEndAt', 'instant'],
      ['policyVersion', 'integer'],
    ],
    indices: [
      { name: 'uq_ticket_standing_current', columns: ['ticketId'], isUnique: true, where: '"until" IS NULL' },
      { name: 'ix_ticket_standing_ticket', columns: ['ticketId', 'at'] },
      { name: 'ix_ticket_standing_open', columns: ['until', 'at'], where: '"outcome" IS NULL' },
      { name: 'ix_ticket_standing_ended', columns: ['at'], where: '"outcome" IS NOT NULL' },
    ],
    checks: [
      { name: 'ck_ticket_standing_entry', column: 'entry', values: ['new', 'split', 'reopened', 'separated'] },
      {
        name: 'ck_ticket_standing_outcome',
        column: 'outcome',
        values: ['answered', 'withdrawn', 'returned', 'rejected', 'merged'],
      },
    ],
  },
  {
    name: 'report',
    key: 'pk_report',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 10 }],
      ['cutOff', { text: 10 }],
      ['firstDay', 'day'],
      ['lastDay', 'day'],
      ['cutAt', 'instant'],
      ['state', { text: 10 }],
      ['indicatorVersion', 'integer'],
      ['figures', 'json'],
      ['figuresBefore', 'json'],
      ['rules', 'json'],
      ['names', 'json'],
      ['snapshotSha256', { text: 64 }],
      ['addressee', { text: 300 }],
      ['assessment', 'longText'],
      ['proposals', 'longText'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['frozenById', { text: 36 }, 'nullable'],
      ['frozenByName', { text: 100 }, 'nullable'],
      ['frozenAt', 'instant', 'nullable'],
      ['frozenHash', { text: 64 }, 'nullable'],
      ['docxSha256', { text: 64 }, 'nullable'],
      ['pdfSha256', { text: 64 }, 'nullable'],
      ['documentProblem', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_report_period', columns: ['kind', 'cutOff', 'firstDay'] },
      { name: 'ix_report_created', columns: ['createdAt', 'id'] },
    ],
    checks: [
      {
        name: 'ck_report_kind',
        column: 'kind',
        values: ['weekly', 'monthly', 'quarterly', 'halfYear', 'yearly', 'adHoc'],
      },
      { name: 'ck_report_cut_off', column: 'cutOff', values: ['calendar', 'day15'] },
      { name: 'ck_report_state', column: 'state', values: ['draft', 'frozen', 'dropped'] },
    ],
  },
  {
    name: 'report_fact',
    key: 'pk_report_fact',
    keyIsTable: true,
    columns: [
      ['reportId', { text: 36 }, 'key'],
      ['span', { text: 10 }, 'key'],
      ['no', 'integer', 'key'],
      ['marks', { exact: 300 }],
      ['unitId', { text: 36 }],
      ['category', { text: 20 }],
      ['level', { text: 20 }],
      ['channel', { text: 40 }],
      ['ground', { text: 40 }],
      ['fact', 'longText'],
    ],
    checks: [{ name: 'ck_report_fact_span', column: 'span', values: ['now', 'before'] }],
  },
];

/** Where tickets stood from moment to moment, written back from the journal as far as it tells, and the reports that rest on it. */
export class Reports1764000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await standingsFromJournal(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
