import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { addDays, civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { Category } from '../../law/index.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayEditRouting, routingEndFlaws, routingFlaws, type RoutingDraft } from '../domain/routing-flaws.js';
import type { SchoolLevel } from '../domain/school-level.js';
import { RoutingLineEntity } from '../persistence/routing-line.entity.js';
import { RoutingTable } from './routing-table.js';

export interface EndOfRoutingLine {
  readonly id: string;
  /** The first day without it, as typed. */
  readonly endedFrom: string;
  readonly reason: string;
}

/** Writes down to whom work of a sort goes, as the head has decided it, and ends it. Lines are never changed: another one takes their place. */
@Injectable()
export class WriteRoutingLine {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly table: RoutingTable,
    private readonly journal: Journal,
  ) {}

  /** @returns the number of the line @throws DomainError `forbidden`, `routing-flawed` with the flaws */
  async add(actor: Actor, draft: RoutingDraft): Promise<number> {
    if (!mayEditRouting(actor)) throw new DomainError('forbidden');
    const known = { units: await this.table.candidates(), today: civilDateOf(this.clock.now()) };
    return this.uow.run(async (tx) => {
      requireFlawless(routingFlaws(draft, { ...known, table: await this.table.all(tx) }));
      return this.insert(tx, actor, draft);
    });
  }

  /** Writes a line that has no flaws. @returns its number */
  async insert(tx: EntityManager, actor: Actor, draft: RoutingDraft): Promise<number> {
    const line = lineOf(draft);
    const no = ((await tx.maximum(RoutingLineEntity, 'no')) ?? 0) + 1;
    const id = newId();
    await tx.insert(RoutingLineEntity, {
      ...line,
      id,
      no,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: this.clock.now(),
      endedBecause: null,
      endedByName: null,
      endedAt: null,
    });
    await this.journal.record(tx, actor, {
      action: 'routing.add',
      objectKind: 'routingLine',
      objectId: id,
      detail: { no, ...line },
    });
    return no;
  }

  /**
   * Ends a line, or ends it sooner than was written.
   *
   * @throws DomainError `forbidden`, `not-found`, `routing-flawed` with the flaws, `changed-meanwhile` when it ends by then already
   */
  async end(actor: Actor, { id, endedFrom, reason }: EndOfRoutingLine): Promise<void> {
    if (!mayEditRouting(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    requireFlawless(routingEndFlaws({ endedFrom, reason }, civilDateOf(now)));
    await this.uow.run(async (tx) => {
      const validTo = addDays(civilDate(endedFrom), -1);
      await this.write(tx, id, {
        validTo,
        endedBecause: reason.trim(),
        endedByName: actor.name,
        endedAt: now,
      });
      await this.journal.record(tx, actor, {
        action: 'routing.end',
        objectKind: 'routingLine',
        objectId: id,
        detail: { validTo, reason: reason.trim() },
      });
    });
  }

  private async write(
    tx: EntityManager,
    id: string,
    end: Pick<RoutingLineEntity, 'validTo' | 'endedBecause' | 'endedByName' | 'endedAt'>,
  ): Promise<void> {
    const line = await tx.findOneBy(RoutingLineEntity, { id });
    if (!line) throw new DomainError('not-found', { what: 'routingLine' });
    const isSooner = line.validTo === null || (end.validTo !== null && end.validTo < line.validTo);
    const asRead = { id, validTo: line.validTo ?? IsNull() };
    const { affected } = isSooner ? await tx.update(RoutingLineEntity, asRead, end) : { affected: 0 };
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'routingLine', id });
  }
}

function requireFlawless(flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new DomainError('routing-flawed', { flaws });
}

/** @param draft without flaws */
function lineOf(draft: RoutingDraft) {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    category: text(draft.category) as Category | null,
    schoolLevel: text(draft.schoolLevel) as SchoolLevel | null,
    area: text(draft.area),
    leadUnitId: text(draft.leadUnitId),
    officerId: text(draft.officerId),
    coordinators: [...draft.coordinators],
    basis: draft.basis.trim(),
    validFrom: civilDate(draft.validFrom),
    validTo: draft.validTo === '' ? null : civilDate(draft.validTo),
  };
}
