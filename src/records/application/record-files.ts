import { Injectable } from '@nestjs/common';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TicketReader, type SeenTicket } from '../../tickets/index.js';
import { visibleUnits } from '../../tickets/domain/deadlines/policy.js';
import { mayKeep, mayKeepOfUnit } from '../domain/keeping.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { RecordFileEntity } from '../persistence/records.entities.js';

/** A file with its ticket, as one person has them; null for a file of documents without one. */
export interface SeenFile {
  readonly file: RecordFileEntity;
  readonly ticket: SeenTicket | null;
}

/** Loads and changes files. Who sees the ticket sees its file, those of the unit one without a ticket; every change is guarded by version and leaves a journal line. */
@Injectable()
export class RecordFiles {
  constructor(
    private readonly queries: RecordQueries,
    private readonly tickets: TicketReader,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async requireVisible(actor: Actor, id: string): Promise<SeenFile> {
    const seen = await this.find(actor, id);
    if (seen === null) throw new DomainError('not-found', { what: 'recordFile' });
    return seen;
  }

  /** @returns null also for those who may not see it */
  async find(actor: Actor, id: string): Promise<SeenFile | null> {
    const file = await this.queries.byId(id);
    return file && this.seen(actor, file);
  }

  /** A file that was read, as this person has it; null for those who may not see it. */
  async seen(actor: Actor, file: RecordFileEntity): Promise<SeenFile | null> {
    if (file.ticketId === null) return seesUnit(actor, file.unitId) ? { file, ticket: null } : null;
    const ticket = await this.tickets.find(actor, file.ticketId);
    return ticket && { file, ticket };
  }

  /** For those who put it in order. @throws DomainError `not-found`, `forbidden` */
  async kept(actor: Actor, id: string): Promise<SeenFile> {
    const seen = await this.requireVisible(actor, id);
    if (!mayPutInOrder(actor, seen)) throw new DomainError('forbidden');
    return seen;
  }

  /** @throws DomainError `changed-meanwhile` */
  async change(
    tx: EntityManager,
    actor: Actor,
    { id, version, notation }: RecordFileEntity,
    act: { readonly action: JournalAction; readonly change: Partial<RecordFileEntity>; readonly detail?: object },
  ): Promise<void> {
    const { action, change, detail = change } = act;
    const { affected } = await tx.update(RecordFileEntity, { id, version }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'recordFile', id });
    await this.journal.record(tx, actor, {
      action,
      objectKind: 'recordFile',
      objectId: id,
      detail: { notation, ...detail },
    });
  }
}

/** Whether this person takes papers in and out, closes and exports. */
export function mayPutInOrder(actor: Actor, { file, ticket }: SeenFile): boolean {
  return ticket === null ? mayKeepOfUnit(actor, file.unitId) : mayKeep(actor, ticket);
}

function seesUnit(actor: Actor, unitId: string | null): boolean {
  const units = visibleUnits(actor);
  return units === 'every' || (unitId !== null && units.includes(unitId));
}
