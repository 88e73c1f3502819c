import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { flawedList, ListFiles, readXlsxTable, unreadableList, type ListKind } from '../../../files/index.js';
import { Clock } from '../../../kernel/clock.js';
import { inTurns } from '../../../kernel/turns.js';
import { Journal } from '../../../journal/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { TextEncoding } from '../../domain/intake/import-encoding.js';
import { importRowSteps, MAX_IMPORT_ROWS, type ImportRow } from '../../domain/intake/import-rows.js';
import { requireIntake } from '../../domain/intake/intake.js';
import { TicketImportEntity } from '../../persistence/intake.entities.js';
import { IntakeQueries } from '../../persistence/intake-queries.js';
import { readCsvTable, type TableReading } from './import-feedback-csv.js';
import { type JudgedRow, JudgeImportedRows } from './import-feedback-periods.js';
import { TicketRules } from '../ticket-rules.js';
import { ENTER_IMPORTED_ROWS } from '../../jobs/jobs.js';

/** Five thousand long letters with all their columns. */
const LIST: ListKind<TicketImportEntity> = {
  entity: TicketImportEntity,
  nothingYet: { total: 0, entered: 0, skipped: 0, finishedAt: null },
  mostMegabytes: 10,
};

/** A row as it would be entered. */
export interface ReviewedRow extends JudgedRow {
  /** The ticket that this feedback has already become; null when it is new. */
  readonly ticketId: string | null;
}

export interface ImportReview {
  readonly file: TicketImportEntity;
  readonly encoding: TextEncoding | null;
  readonly rows: readonly ReviewedRow[];
  /** Rows that would be entered. */
  readonly fresh: readonly ReviewedRow[];
  readonly flawed: readonly ReviewedRow[];
}

/**
 * Brings feedback in from a file: looked at first, with what is wrong beside each row, entered when somebody confirms. A file with a flawed row is
 * not entered at all; what is known already, from this file or before, is passed over, so that the same file brought twice changes nothing.
 */
@Injectable()
export class ImportFeedback {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lists: ListFiles,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly staff: StaffDirectory,
    private readonly rules: TicketRules,
    private readonly queries: IntakeQueries,
    private readonly judging: JudgeImportedRows,
  ) {}

  /**
   * Keeps a file that can be read, to be looked at. No feedback is entered.
   *
   * @returns the id of the import
   * @throws DomainError `forbidden`, or `input-invalid` saying why the file cannot be read
   */
  async bring(actor: Actor, brought: { readonly name: string; readonly content: Buffer }): Promise<string> {
    requireIntake(actor);
    return this.lists.bring(LIST, actor, brought, (content) => this.rowsOf(content, this.clock.now()));
  }

  /** Lists that were brought, newest first. */
  imports(): Promise<TicketImportEntity[]> {
    return this.lists.latest(TicketImportEntity);
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async review(actor: Actor, importId: string): Promise<ImportReview> {
    requireIntake(actor);
    const file = await this.lists.required(TicketImportEntity, importId);
    const { rows, encoding } = await this.rowsOf(await this.lists.contentOf(file), this.clock.now());
    const known = await this.queries.known(rows.map(namesOf));
    const judged = await this.judging.judge(rows);
    const reviewed = judged.map((row, at): ReviewedRow => {
      const ticketId = known.get(row.key) ?? null;
      // What has become a ticket was counted then; only what would be entered must be countable now.
      return { ...row, ticketId, flaws: ticketId === null ? row.flaws : (rows[at]?.flaws ?? []) };
    });
    return {
      file,
      encoding,
      rows: reviewed,
      fresh: reviewed.filter(isFresh),
      flawed: reviewed.filter(({ flaws }) => flaws.length > 0),
    };
  }

  /**
   * Enqueues the entering of the rows, all of them. Confirmed twice, it is enqueued once.
   *
   * @throws DomainError `forbidden`, `not-found`, or `input-invalid` when a row is flawed or nothing is new
   */
  async confirm(actor: Actor, importId: string): Promise<void> {
    const { file, rows, fresh, flawed } = await this.review(actor, importId);
    if (file.confirmedAt !== null) return;
    if (flawed.length > 0) throw flawedList();
    if (fresh.length === 0) throw unreadableList('Mọi dòng của tệp đã có phiếu; không có gì để nhập.');
    await this.uow.run((tx) =>
      this.lists.confirm(tx, actor, { entity: TicketImportEntity, id: importId }, async () => {
        const counts = { total: fresh.length, skipped: rows.length - fresh.length };
        await this.outbox.enqueue(tx, ENTER_IMPORTED_ROWS.of({ importId, from: '0' }));
        await this.journal.record(tx, actor, {
          action: 'ticket.import',
          objectKind: 'ticketImport',
          objectId: importId,
          detail: { sha256: file.sha256, ...counts },
        });
        return counts;
      }),
    );
  }

  /**
   * The rows of a file as it was at a moment.
   *
   * @throws DomainError `input-invalid` saying why the file cannot be read
   */
  async rowsOf(
    content: Buffer,
    now: Date,
  ): Promise<{ readonly rows: readonly ImportRow[]; readonly encoding: TextEncoding | null }> {
    const reading = await tableOf(content);
    if (!reading.ok) throw unreadableList(reading.flaw);
    const [policy, units] = await Promise.all([this.rules.policyAt(civilDateOf(now)), this.staff.handlingUnits()]);
    const rows = await inTurns(importRowSteps(reading.table, { now, policy, units }));
    if (!rows.ok) throw unreadableList(reading.encoding === 'Windows-1258' ? `${rows.flaw} ${DOUBTFUL}` : rows.flaw);
    return { rows: rows.rows, encoding: reading.encoding };
  }
}

const DOUBTFUL = 'Có thể tệp dùng bảng mã cũ (TCVN3, VNI): mở trong Excel, lưu lại dạng “CSV UTF-8”.';

/** The number of the hotline, where the row is one of its. */
export function namesOf({ key, externalId, feedback }: ImportRow): { key: string; hotlineCode: string | null } {
  return { key, hotlineCode: feedback.channel === 'hotline' ? externalId : null };
}

function isFresh({ flaws, repeats, ticketId }: ReviewedRow): boolean {
  return flaws.length === 0 && repeats === null && ticketId === null;
}

/** By its first bytes, for the name of a file says little. */
async function tableOf(content: Buffer): Promise<TableReading> {
  const beginning = content.subarray(0, 4).toString('latin1');
  if (!beginning.startsWith('PK') && beginning !== '\u00d0\u00cf\u0011\u00e0') return readCsvTable(content);
  const reading = await readXlsxTable(content, MAX_IMPORT_ROWS);
  return reading.ok ? { ...reading, encoding: null } : reading;
}
