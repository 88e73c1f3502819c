import { Database } from '../../../src/platform/database/database.js';
import type { TestApp } from '../test-app.js';

/** Filled once by an agency, by its people or its servers, kept for some days, or a row a year: may be walked whole. */
const STANDING: ReadonlySet<string> = new Set([
  ...['agency', 'api_token', 'calendar_version', 'circuit', 'e_office_clock', 'function_holder', 'officer_term'],
  ...['outbox_evidence', 'petition_year', 'reference_version', 'refused_call', 'routing_line', 'second_factor'],
  ...['staff', 'template_version', 'ticket_counter', 'trust_certificate', 'trust_proposal', 'trust_revocation_list'],
  ...['unit', 'unit_name', 'webhook_endpoint'],
]);

/** Indices of which a page walks a part: they hold few rows, or nearly all that they hold are shown. */
const WALKED: ReadonlySet<string> = new Set([
  ...['ix_commendation_proposal_created', 'ix_copy_document_failed', 'ix_data_request_answered', 'ix_dispatch_unsent'],
  ...['ix_entry_by_hand_ticked', 'ix_exchange_task_decided', 'ix_inbox_message_other', 'ix_outgoing_document_void'],
  ...['ix_journal_entry_at', 'ix_report_created', 'ix_ticket_evidence_missing', 'ix_ticket_extension_waiting'],
  ...['ix_ticket_publication_waiting', 'ix_ticket_rating_owed', 'ix_ticket_search_received'],
]);

interface Asked {
  readonly parameters: unknown[];
  readonly routes: Set<string>;
}

/** What routes ask of the database, and what SQLite would walk for it. Plans do not depend on how many rows there are. */
export class ReadPlans {
  /** The route that is called now; null while what is asked is of no concern. */
  route: string | null = null;
  private readonly asked = new Map<string, Asked>();
  private readonly source: Database['reader']['manager']['dataSource'];

  constructor(app: TestApp) {
    const { reader, writer } = app.nest.get(Database);
    this.source = reader.manager.dataSource;
    for (const source of new Set([this.source, writer])) {
      source.logger = Object.assign(Object.create(source.logger) as typeof source.logger, {
        logQuery: (statement: string, parameters: unknown[] = []) => this.note(statement, parameters),
      });
    }
  }

  get statements(): number {
    return this.asked.size;
  }

  /** Statements that read a table whole which grows with the work of the agency, with the routes that ask them. */
  async walks(): Promise<readonly string[]> {
    this.route = null;
    const found: string[] = [];
    for (const [statement, { parameters, routes }] of this.asked) {
      const steps = await this.source.query<readonly { readonly detail: string }[]>(
        `EXPLAIN QUERY PLAN ${statement}`,
        parameters,
      );
      const walked = steps.find(({ detail }) => walksWhole(statement, detail));
      if (walked !== undefined) found.push(`${walked.detail} for ${[...routes].join(', ')}: ${statement.slice(-400)}`);
    }
    return found;
  }

  private note(statement: string, parameters: unknown[]): void {
    // Asked for none of a list, a statement is false before it reads.
    if (this.route === null || !/^\s*(?:SELECT|WITH)/iu.test(statement) || statement.includes('0=1')) return;
    const known = this.asked.get(statement) ?? { parameters, routes: new Set() };
    this.asked.set(statement, known);
    known.routes.add(this.route);
  }
}

function walksWhole(statement: string, detail: string): boolean {
  const [, name, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/u.exec(detail) ?? [];
  if (name === undefined || name === 'CONSTANT' || (index !== undefined && WALKED.has(index))) return false;
  const table = tableOf(statement, name);
  // What a statement makes itself has no table; the first rows of a table are a page of it.
  if (table === null || STANDING.has(table)) return false;
  return statement.includes('WHERE') || !/LIMIT \d+\s*$/u.test(statement);
}

/** The table that a statement calls by that name; null where it is a part of the statement itself. */
function tableOf(statement: string, name: string): string | null {
  const named = new RegExp(`"(\\w+)" "?${name}"?(?!\\w|\\.|")`, 'u').exec(statement)?.[1];
  if (named !== undefined) return named;
  return new RegExp(`(?:FROM|JOIN) "${name}"`, 'u').test(statement) ? name : null;
}
