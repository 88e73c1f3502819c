import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ListFiles } from '../../../files/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { ImportRow } from '../../domain/intake/import-rows.js';
import { TicketImportEntity } from '../../persistence/intake.entities.js';
import { IntakeQueries } from '../../persistence/intake-queries.js';
import { ImportFeedback, namesOf } from './import-feedback.js';
import { OpenPendingTickets } from './open-pending-tickets.js';
import { EnterTakenFeedback } from './take-feedback-entry.js';
import { ENTER_IMPORTED_ROWS } from '../../jobs/jobs.js';

/** Rows of one transaction: others write in between. */
const CHUNK = 10;
/** Rows of one job: other jobs get their turn in between, and the file is read once for each. */
const PART = 500;

/**
 * Enters the rows of a confirmed file, a few at a time. Each row is entered whole or not at all and is passed over when it is known, so a turn that was
 * cut off goes on where it stopped.
 */
@Injectable()
export class EnterImportedRows implements JobHandler<typeof ENTER_IMPORTED_ROWS> {
  readonly job = ENTER_IMPORTED_ROWS;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lists: ListFiles,
    private readonly outbox: Outbox,
    private readonly staff: StaffDirectory,
    private readonly queries: IntakeQueries,
    private readonly importFeedback: ImportFeedback,
    private readonly enterTaken: EnterTakenFeedback,
    private readonly openPendingTickets: OpenPendingTickets,
  ) {}

  async handle({ importId, from }: PayloadOf<typeof ENTER_IMPORTED_ROWS>): Promise<void> {
    const file = await this.lists.required(TicketImportEntity, importId);
    if (file.confirmedAt === null) throw new DomainError('not-found', { what: 'import' });
    const { actor } = await this.staff.person(file.confirmedById ?? '');
    const content = await this.lists.contentOf(file);
    const { rows } = await this.importFeedback.rowsOf(content, file.confirmedAt);
    const start = Number(from);
    const end = Math.min(start + PART, rows.length);
    for (let at = start; at < end; at += CHUNK) {
      const chunk = rows.slice(at, Math.min(at + CHUNK, end));
      await this.openPendingTickets.open();
      await this.uow.run((tx) => this.enter(tx, actor, file.id, chunk));
    }
    await this.uow.run((tx) => (end < rows.length ? this.goOn(tx, file.id, end) : this.finish(tx, file.id)));
  }

  private async enter(tx: EntityManager, actor: Actor, importId: string, rows: readonly ImportRow[]): Promise<void> {
    const known = await this.queries.known(rows.map(namesOf), tx);
    const fresh = rows.filter(({ key, repeats }) => repeats === null && !known.has(key));
    for (const row of fresh) {
      const { key, line, feedback } = row;
      const { hotlineCode } = namesOf(row);
      await this.enterTaken.enter(tx, actor, { key, feedback, hotlineCode, files: [], from: { importId, line } });
    }
    await tx.increment(TicketImportEntity, { id: importId }, 'entered', fresh.length);
  }

  private async goOn(tx: EntityManager, importId: string, next: number): Promise<void> {
    await this.outbox.enqueue(tx, ENTER_IMPORTED_ROWS.of({ importId, from: String(next) }));
  }

  private async finish(tx: EntityManager, id: string): Promise<void> {
    await tx.update(TicketImportEntity, { id }, { finishedAt: this.clock.now() });
  }
}
