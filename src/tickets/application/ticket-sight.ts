import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type FindOptionsSelect } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import type { UnitKind } from '../../organisation/domain/functions.js';
import { Database } from '../../platform/database/database.js';
import { seesTicket } from '../domain/policy.js';
import {
  hidingFrom,
  mayBeAboutAnyUnit,
  textFor,
  type ConductMatter,
  type Hiding,
  type TextFor,
} from '../domain/secrecy.js';
import type { Sender } from '../domain/sender.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { TicketRules } from './ticket-rules.js';

/** What bears on who may see and read a ticket, of itself and of those around it. */
export type SightFacts = Sender &
  Pick<
    TicketEntity,
    | 'id'
    | 'incomingDocumentId'
    | 'mergedIntoId'
    | 'leadUnitId'
    | 'coordinators'
    | 'category'
    | 'policyVersion'
    | 'complainedUnitId'
    | 'aboutNoUnitAt'
  >;

/** What one person may see and read of one ticket. */
export interface Sight {
  readonly sees: boolean;
  /** Why its sender is hidden from this person's whole unit. */
  readonly hiding: Hiding | null;
  readonly text: TextFor;
}

const FACTS: FindOptionsSelect<TicketEntity> = {
  ...{ id: true, incomingDocumentId: true, mergedIntoId: true, leadUnitId: true, coordinators: true },
  ...{ category: true, policyVersion: true, complainedUnitId: true, aboutNoUnitAt: true },
  ...{ senderName: true, senderPhone: true, senderEmail: true, senderAddress: true },
};

/**
 * Decides who sees a ticket and how its words read, by the ticket and by those that tell of the same letter or the same matter: who sees the ticket
 * that goes on sees those that were merged into it; what hides the sender of one part of a letter hides the sender of them all.
 */
@Injectable()
export class TicketSight {
  constructor(
    private readonly database: Database,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
  ) {}

  async of(actor: Actor, ticket: SightFacts, manager?: EntityManager): Promise<Sight> {
    const sights = await this.ofAll(actor, [ticket], manager);
    return sights.get(ticket.id) ?? { sees: false, hiding: null, text: textFor(null, ticket) };
  }

  async ofIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Sight>> {
    if (ids.length === 0) return new Map();
    return this.ofAll(actor, await this.facts(this.database.reader.manager, { id: In([...ids]) }));
  }

  async ofAll(
    actor: Actor,
    tickets: readonly SightFacts[],
    manager = this.database.reader.manager,
  ): Promise<ReadonlyMap<string, Sight>> {
    if (tickets.length === 0) return new Map();
    const around = await this.around(manager, tickets);
    const matters = new Map<string, ConductMatter>();
    for (const one of [...around, ...tickets]) matters.set(one.id, await this.matterOf(one));
    const reader = { unitId: actor.unitId, unitKind: await this.kindFor(actor, [...matters.values()]) };
    const sights = tickets.map((ticket) => {
      const kin = around.filter((other) => isKin(ticket, other)).map(({ id }) => matters.get(id));
      const hiding = hidingFrom(
        reader,
        [matters.get(ticket.id), ...kin].flatMap((matter) => matter ?? []),
      );
      const goesOn = around.find(({ id }) => id === ticket.mergedIntoId);
      const sees = seesTicket(actor, ticket) || (goesOn !== undefined && seesTicket(actor, goesOn));
      return [ticket.id, { sees, hiding, text: textFor(hiding, ticket) }] as const;
    });
    return new Map(sights);
  }

  /** What kind of unit the reader works in, where it makes a difference. */
  private async kindFor({ unitId }: Actor, matters: readonly ConductMatter[]): Promise<UnitKind | null> {
    return unitId !== null && matters.some(mayBeAboutAnyUnit) ? this.staff.kindOf(unitId) : null;
  }

  private around(manager: EntityManager, tickets: readonly SightFacts[]): Promise<readonly SightFacts[]> {
    const documents = [...new Set(tickets.map(({ incomingDocumentId }) => incomingDocumentId))];
    const goingOn = [...new Set(tickets.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))];
    const ofDocuments = { incomingDocumentId: In(documents) };
    return this.facts(manager, ...(goingOn.length === 0 ? [ofDocuments] : [ofDocuments, { id: In(goingOn) }]));
  }

  private facts(manager: EntityManager, ...where: object[]): Promise<readonly SightFacts[]> {
    return manager.find(TicketEntity, { where, select: FACTS });
  }

  private async matterOf({ category, complainedUnitId, aboutNoUnitAt, ...ticket }: SightFacts): Promise<ConductMatter> {
    const { aboutConduct } = (await this.rules.policyOf(ticket)).categories[category];
    return { complainedUnitId, aboutNoUnitAt, aboutConduct };
  }
}

function isKin(ticket: SightFacts, other: SightFacts): boolean {
  return other.id === ticket.mergedIntoId || other.incomingDocumentId === ticket.incomingDocumentId;
}
