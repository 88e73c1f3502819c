import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { DraftQueries } from '../../drafting/index.js';
import { Dispatches } from '../../exchange/index.js';
import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory, type Person, type Unit } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { documentNamed } from '../domain/document-named.js';
import { DocumentCoordinationEntity } from '../persistence/correspondence.entities.js';
import { handedOn, Handlings, NOT_DIRECTED_IN_UNIT, requireHandlingAbility, type HeldDocument } from './handlings.js';
import { TellHandlers } from './tell-handlers.js';

export interface Routing {
  readonly documentId: string;
  /** The version that was seen. */
  readonly version: number;
  /** Who gave the direction; a leader routes by his own. */
  readonly directedById: string;
  readonly direction: string;
  readonly directedOn: CivilDate;
  readonly leadUnitId: string;
  readonly coordinatingUnitIds: readonly string[];
  /** The day by which it is to be settled; null for none. */
  readonly dueOn: CivilDate | null;
}

const DIRECTION_LENGTHS = { shortest: 3, longest: 1000 } as const;
const UNDER_WAY = 'Đơn vị đang chủ trì đã soạn văn bản trả lời. Bỏ dự thảo đó trước khi chuyển đơn vị khác.';
const MAX_COORDINATING = 30;

/**
 * Gives a document to the unit that leads on it and to those that help, by what a leader directed: the registry writes down whose direction it is, a leader
 * gives his own. Given again, it goes to others.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 and 24.
 */
@Injectable()
export class RouteDocument {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly handlings: Handlings,
    private readonly handlers: TellHandlers,
    private readonly dispatches: Dispatches,
    private readonly drafts: DraftQueries,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `input-invalid` naming the field, `changed-meanwhile` */
  async route(actor: Actor, routing: Routing): Promise<void> {
    const direction = requireText('direction', routing.direction, DIRECTION_LENGTHS);
    const [leader, units] = [await this.leaderOf(actor, routing), await this.staff.commandedUnits()];
    const today = civilDateOf(this.clock.now());
    const { lead, helping } = unitsOf(routing, units);
    requireDays(routing, today);
    await this.uow.run(async (tx) => {
      const held = await this.handlings.forActor(tx, actor, routing.documentId);
      requireHandlingAbility(held.may, 'route');
      if (held.handling.version !== routing.version)
        throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id: routing.documentId });
      await this.requireNothingWritten(tx, held, lead);
      await this.handlings.change(tx, actor, held.handling, {
        action: 'incoming.route',
        change: {
          state: 'routed',
          direction,
          directedById: leader.id,
          directedByName: leader.fullName,
          directedOn: routing.directedOn,
          routedByName: actor.name,
          routedAt: this.clock.now(),
          leadUnitId: lead.id,
          officerId: null,
          ...NOT_DIRECTED_IN_UNIT,
          dueOn: routing.dueOn,
        },
        detail: { leadUnitId: lead.id, helping: helping.map(({ id }) => id), by: leader.id, dueOn: routing.dueOn },
      });
      await this.ask(tx, held, helping);
      await tx.update(
        IncomingDocumentEntity,
        { id: held.document.id },
        { ...handedOn(lead, today), dueDate: routing.dueOn },
      );
      await this.tell(tx, held, { lead, helping });
    });
  }

  /** What the unit before writes of it would go on without the one that leads now. @throws DomainError `letter-under-way` */
  private async requireNothingWritten(
    tx: EntityManager,
    { document, handling }: HeldDocument,
    lead: Unit,
  ): Promise<void> {
    if (handling.leadUnitId === null || handling.leadUnitId === lead.id) return;
    if ((await this.drafts.underWayOf([document.id], tx)).length > 0)
      throw new DomainError('letter-under-way', { message: UNDER_WAY });
  }

  private async leaderOf(actor: Actor, { directedById }: Routing): Promise<Person> {
    const id = hasRole(actor, 'registryClerk') ? directedById : deskOf(actor);
    const leader = (await this.staff.peopleWith('leader')).find((one) => one.id === id);
    if (leader === undefined)
      throw new DomainError('input-invalid', { field: 'directedById', message: 'Chọn lãnh đạo đã cho ý kiến.' });
    return leader;
  }

  /** What a unit said already stays said. */
  private async ask(
    tx: EntityManager,
    { document, coordinations }: HeldDocument,
    helping: readonly Unit[],
  ): Promise<void> {
    const { id: documentId } = document;
    const asked = new Set(helping.map(({ id }) => id));
    for (const { unitId, givenAt } of coordinations)
      if (!asked.has(unitId) && givenAt === null) await tx.delete(DocumentCoordinationEntity, { documentId, unitId });
    const known = new Set(coordinations.map(({ unitId }) => unitId));
    for (const { id: unitId } of helping.filter(({ id }) => !known.has(id)))
      await tx.insert(DocumentCoordinationEntity, {
        documentId,
        unitId,
        opinion: null,
        givenByName: null,
        givenAt: null,
      });
  }

  private async tell(
    tx: EntityManager,
    { document, handling }: HeldDocument,
    { lead, helping }: { readonly lead: Unit; readonly helping: readonly Unit[] },
  ): Promise<void> {
    const { id, messageId } = document;
    const named = documentNamed(document, handling);
    const key = `${id}:${String(handling.version + 1)}`;
    await this.handlers.ofUnit(tx, lead.id, {
      key: `document.lead:${key}`,
      words: `${named} giao ${lead.name} chủ trì.`,
    });
    for (const unit of helping) {
      const words = `${named}: ${unit.name} phối hợp, cho ý kiến với ${lead.name}.`;
      await this.handlers.ofUnit(tx, unit.id, { key: `document.help:${key}`, words });
    }
    if (messageId === null || handling.state !== 'received') return;
    await this.dispatches.status(tx, document, {
      status: '04',
      description: `Đã giao ${lead.name} chủ trì.`,
      key: '04',
    });
  }
}

/** @throws DomainError `input-invalid` */
function unitsOf(
  { leadUnitId, coordinatingUnitIds }: Routing,
  units: readonly Unit[],
): { readonly lead: Unit; readonly helping: readonly Unit[] } {
  const lead = units.find(({ id }) => id === leadUnitId);
  if (lead === undefined)
    throw new DomainError('input-invalid', { field: 'leadUnitId', message: 'Chọn đơn vị chủ trì.' });
  const wanted = new Set(coordinatingUnitIds.filter((id) => id !== leadUnitId));
  const helping = units.filter(({ id }) => wanted.has(id));
  if (helping.length < wanted.size || helping.length > MAX_COORDINATING)
    throw new DomainError('input-invalid', { field: 'coordinatingUnitIds', message: 'Chọn lại đơn vị phối hợp.' });
  return { lead, helping };
}

/** @throws DomainError `input-invalid` */
function requireDays({ directedOn, dueOn }: Routing, today: CivilDate): void {
  if (directedOn > today)
    throw new DomainError('input-invalid', { field: 'directedOn', message: 'Ngày cho ý kiến không thể sau hôm nay.' });
  if (dueOn !== null && dueOn < today)
    throw new DomainError('input-invalid', { field: 'dueOn', message: 'Thời hạn từ hôm nay trở đi, hoặc để trống.' });
}
