import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { rowBy } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { entryForTickets } from '../domain/file-plan.js';
import { RecordFileEntity } from '../persistence/records.entities.js';
import { FilePlans } from './file-plans.js';
import { OpenedFiles } from './opened-files.js';
import { PapersOfTicket, type FiledTicket } from './papers-of-ticket.js';

/** Opens the file of a ticket unless there is one, and adds the papers that it lacks. Idempotent. */
@Injectable()
export class GatherPapers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: FilePlans,
    private readonly opened: OpenedFiles,
    private readonly papers: PapersOfTicket,
    private readonly journal: Journal,
  ) {}

  /** @returns the ticket as its file now has it @throws DomainError `not-found` */
  async gather(ticketId: string): Promise<FiledTicket> {
    const filed = await this.papers.of(ticketId);
    await this.uow.run(async (tx) => {
      const file = (await rowBy(tx, RecordFileEntity, { ticketId })) ?? (await this.open(tx, filed));
      if (file.state === 'handedOver') return;
      await this.opened.takeIn(tx, file, filed.papers);
      await this.follow(tx, file, filed);
    });
    return filed;
  }

  private async open(tx: EntityManager, { ticket, subject }: FiledTicket): Promise<RecordFileEntity> {
    const startedOn = civilDateOf(ticket.startedAt);
    return this.opened.open(tx, {
      ticketId: ticket.id,
      unitId: ticket.leadUnitId,
      startedOn,
      heading: entryForTickets(await this.plans.of(yearOf(startedOn), tx)),
      title: `Hồ sơ giải quyết phiếu ${ticket.code}: ${subject}`,
      about: { ticket: ticket.code },
    });
  }

  /** The file changes hands with its ticket, and is open again when the work goes on. */
  private async follow(tx: EntityManager, file: RecordFileEntity, { ticket, workEndedOn }: FiledTicket): Promise<void> {
    const unitId = ticket.leadUnitId ?? file.unitId;
    if (unitId !== file.unitId) await tx.update(RecordFileEntity, { id: file.id }, { unitId });
    if (file.state !== 'closed' || workEndedOn !== null) return;
    const unended = { workEndedOn: null, closedAt: null, closedById: null };
    const uncounted = { handOverBy: null, retainedUntil: null, keptBackConsent: null, warnedFor: null };
    await tx.update(RecordFileEntity, { id: file.id }, { state: 'open', ...unended, ...uncounted });
    await this.journal.record(tx, SYSTEM, {
      action: 'file.reopen',
      objectKind: 'recordFile',
      objectId: file.id,
      detail: { ticket: ticket.code },
    });
  }
}
