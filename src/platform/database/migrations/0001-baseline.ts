import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../append-only.js';
import { createTables, dropTables } from '../table-plan.js';
import { PLATFORM_TABLES } from './0001-baseline/platform.js';
import { JOURNAL_TABLES } from './0001-baseline/journal.js';
import { ORGANISATION_TABLES } from './0001-baseline/organisation.js';
import { ACCOUNTS_TABLES } from './0001-baseline/accounts.js';
import { DELEGATION_TABLES } from './0001-baseline/delegation.js';
import { RULES_TABLES } from './0001-baseline/rules.js';
import { DOCUMENTS_TABLES } from './0001-baseline/documents.js';
import { COPIES_TABLES } from './0001-baseline/copies.js';
import { EXCHANGE_TABLES } from './0001-baseline/exchange.js';
import { AGENCIES_TABLES } from './0001-baseline/agencies.js';
import { DRAFTING_TABLES } from './0001-baseline/drafting.js';
import { SIGNING_TABLES } from './0001-baseline/signing.js';
import { TICKETS_TABLES } from './0001-baseline/tickets.js';
import { TICKET_LIFE_TABLES } from './0001-baseline/ticket-life.js';
import { TICKET_SEARCH_TABLES } from './0001-baseline/ticket-search.js';
import { NOTICES_TABLES } from './0001-baseline/notices.js';
import { RECORDS_TABLES } from './0001-baseline/records.js';
import { REPORTS_TABLES } from './0001-baseline/reports.js';
import { SUPERVISION_TABLES } from './0001-baseline/supervision.js';
import { CIRCULARS_TABLES } from './0001-baseline/circulars.js';
import { HOTLINE_TABLES } from './0001-baseline/hotline.js';
import { lockClosedYears } from './0001-baseline/closed-years.js';

const TABLES = [
  ...PLATFORM_TABLES,
  ...JOURNAL_TABLES,
  ...ORGANISATION_TABLES,
  ...ACCOUNTS_TABLES,
  ...DELEGATION_TABLES,
  ...RULES_TABLES,
  ...DOCUMENTS_TABLES,
  ...COPIES_TABLES,
  ...EXCHANGE_TABLES,
  ...AGENCIES_TABLES,
  ...DRAFTING_TABLES,
  ...SIGNING_TABLES,
  ...TICKETS_TABLES,
  ...TICKET_LIFE_TABLES,
  ...TICKET_SEARCH_TABLES,
  ...NOTICES_TABLES,
  ...RECORDS_TABLES,
  ...REPORTS_TABLES,
  ...SUPERVISION_TABLES,
  ...CIRCULARS_TABLES,
  ...HOTLINE_TABLES,
];

const APPEND_ONLY = [
  'register_entry',
  'journal_entry',
  'register_closing',
  'register_closing_seal',
  'signature_evidence',
  'journal_digest',
  'record_seal',
] as const;

const CHANNELS = ['exchange', 'mail', 'signing'] as const;

/** Everything that 1.0.0 keeps. Never edited once released, nor what it calls in what that makes: a change is a migration of its own. */
export class Baseline1765000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const table of APPEND_ONLY) await makeAppendOnly(runner, table);
    await lockClosedYears(runner);
    for (const channel of CHANNELS) {
      await runner.query(
        `INSERT INTO "circuit" ("channel", "state", "outages", "probes", "version") VALUES ('${channel}', 'closed', 0, 0, 0)`,
      );
    }
  }

  /** Triggers go with their tables. */
  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
