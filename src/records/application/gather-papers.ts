import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { entryForTickets, fileNotation } from '../domain/file-plan.js';
import { FILE_RIGHTS } from '../domain/record-file.js';
import { RecordFileEntity, RecordPaperEntity, RecordSeriesEntity } from '../persistence/records.entities.js';
import { FilePlans } from './file-plans.js';
import { PapersOfTicket, type FiledTicket, type PaperRef } from './papers-of-ticket.js';

/** Opens the file of a ticket unless there is one, and adds the papers that it lacks. Idempotent. */
@Injectable()
export class GatherPapers {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly plans: FilePlans,
    private readonly papers: PapersOfTicket,
    private readonly journal: Journal,
  ) {}

  /** @returns the ticket as its file now has it @throws DomainError `not-found` */
  async gather(ticketId: string): Promise<FiledTicket> {
    const filed = await this.papers.of(ticketId);
    await this.uow.run(async (tx) => {
      const file = (await tx.findOneBy(RecordFileEntity, { ticketId })) ?? (await this.open(tx, filed));
      if (file.state === 'handedOver') return;
      await this.takeIn(tx, file, filed.papers);
      await this.follow(tx, file, filed);
    });
    return filed;
  }

  private async open(tx: EntityManager, { ticket, subject }: FiledTicket): Promise<RecordFileEntity> {
    const startedOn = civilDateOf(ticket.startedAt);
    const year = yearOf(startedOn);
    const { notation: entry, retention } = entryForTickets(await this.plans.of(year, tx));
    const file = tx.create(RecordFileEntity, {
      id: newId(),
      ticketId: ticket.id,
      unitId: ticket.leadUnitId,
      year,
      entry,
      retention,
      startedOn,
      notation: fileNotation(entry, await this.nextOf(tx, year, entry)),
      title: `Hồ sơ giải quyết phiếu ${ticket.code}: ${subject}`,
      rights: FILE_RIGHTS[0],
      description: '',
      state: 'open',
      openedAt: this.clock.now(),
      workEndedOn: null,
      closedAt: null,
      closedById: null,
      handOverBy: null,
      retainedUntil: null,
      keptBackConsent: null,
      warnedFor: null,
      handedOverOn: null,
      handedOverBy: null,
      heldBecause: null,
      version: 1,
    });
    await tx.insert(RecordFileEntity, file);
    await this.journal.record(tx, SYSTEM, {
      action: 'file.open',
      objectKind: 'recordFile',
      objectId: file.id,
      detail: { year, notation: file.notation, ticket: ticket.code, retention },
    });
    return file;
  }

  private async nextOf(tx: EntityManager, year: number, entry: string): Promise<number> {
    const series = tx.getRepository(RecordSeriesEntity);
    if ((await series.increment({ year, entry }, 'last', 1)).affected !== 1) {
      await tx.insert(RecordSeriesEntity, { year, entry, last: 0 }).catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
      });
      await series.increment({ year, entry }, 'last', 1);
    }
    return (await series.findOneByOrFail({ year, entry })).last;
  }

  private async takeIn(tx: EntityManager, file: RecordFileEntity, papers: readonly PaperRef[]): Promise<void> {
    const known = await tx.findBy(RecordPaperEntity, { fileId: file.id });
    const isKnown = ({ kind, sourceId }: PaperRef): boolean =>
      known.some((one) => one.kind === kind && one.sourceId === sourceId);
    const fresh = papers.filter((paper) => !isKnown(paper));
    for (const paper of fresh) {
      const added = { addedById: SYSTEM.id, addedAt: this.clock.now() };
      const there = { removedAt: null, removedById: null, removedBecause: null };
      await tx.insert(RecordPaperEntity, { ...paper, ...added, ...there, id: newId(), fileId: file.id });
    }
    if (fresh.length === 0) return;
    await this.journal.record(tx, SYSTEM, {
      action: 'file.takeIn',
      objectKind: 'recordFile',
      objectId: file.id,
      detail: { papers: fresh.map(({ kind, sourceId }) => ({ kind, sourceId })) },
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
