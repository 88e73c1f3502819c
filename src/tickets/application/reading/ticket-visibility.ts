import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type FindOptionsSelect } from 'typeorm';
import { hasRole, SYSTEM, unitsOf, type Actor } from '../../../kernel/actor.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { handledPetitions } from '../../../petitions/index.js';
import { PETITION_KEEPERS } from '../../../petitions/domain/petition-access.js';
import { Database } from '../../../platform/database/database.js';
import { seesTicket } from '../../domain/deadlines/policy.js';
import {
  hidesFromSomebody,
  hidingFromAny,
  SEALED_TEXT,
  textFor,
  type ConductMatter,
  type Hiding,
  type TextFor,
  type UnitOfReader,
} from '../../domain/identity/secrecy.js';
import type { Sender } from '../../domain/identity/sender.js';
import { NearTickets } from '../../persistence/near-tickets.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketRules } from '../ticket-rules.js';

/** The facts that decide who may see a ticket: its own, and those of related tickets. */
export type VisibilityFacts = Sender &
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
    | 'nature'
  >;

/** What one person may see and read of one ticket. */
export interface Visibility {
  readonly sees: boolean;
  /** Why its sender is hidden from this person's whole unit. */
  readonly hiding: Hiding | null;
  /** Whether anybody is: its sender, or that of a ticket merged with it. */
  readonly hidesSomebody: boolean;
  readonly text: TextFor;
}

/** The columns of those. */
export const VISIBILITY_FACTS: FindOptionsSelect<TicketEntity> = {
  id: true,
  incomingDocumentId: true,
  mergedIntoId: true,
  leadUnitId: true,
  coordinators: true,
  category: true,
  policyVersion: true,
  complainedUnitId: true,
  aboutNoUnitAt: true,
  nature: true,
  senderName: true,
  senderPhone: true,
  senderEmail: true,
  senderAddress: true,
};

/**
 * Decides who sees a ticket and how its words read, by the ticket and by those that tell of the same letter or the same matter: who sees the ticket
 * that goes on sees those that were merged into it; what hides the sender of one part of a letter hides the sender of them all. Who may know the
 * sender of one ticket does not for that know the sender of another that was merged with it. A denunciation is seen by those alone who handle its
 * petition, and hides the sender of all that came with it from everybody else.
 */
@Injectable()
export class TicketVisibility {
  constructor(
    private readonly database: Database,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
    private readonly near: NearTickets,
  ) {}

  async of(actor: Actor, ticket: VisibilityFacts, manager?: EntityManager): Promise<Visibility> {
    const visibilities = await this.ofAll(actor, [ticket], manager);
    return (
      visibilities.get(ticket.id) ?? { sees: false, hiding: null, hidesSomebody: false, text: textFor(null, ticket) }
    );
  }

  async ofIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Visibility>> {
    const near = await this.near.toTickets(ids, VISIBILITY_FACTS);
    const asked = new Set(ids);
    return this.ofThose(
      actor,
      near.filter(({ id }) => asked.has(id)),
      near,
    );
  }

  /** Of tickets that were read with those near to them. */
  async ofThose(
    actor: Actor,
    tickets: readonly VisibilityFacts[],
    near: readonly VisibilityFacts[],
    manager = this.database.reader.manager,
  ): Promise<ReadonlyMap<string, Visibility>> {
    return this.decide(actor, tickets, await this.withFurther(manager, tickets, near), manager);
  }

  async ofAll(
    actor: Actor,
    tickets: readonly VisibilityFacts[],
    manager = this.database.reader.manager,
  ): Promise<ReadonlyMap<string, Visibility>> {
    if (tickets.length === 0) return new Map();
    return this.decide(actor, tickets, await this.around(manager, tickets), manager);
  }

  private async decide(
    actor: Actor,
    tickets: readonly VisibilityFacts[],
    around: readonly VisibilityFacts[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, Visibility>> {
    const petitions = await this.petitionsAmong(manager, actor, [...around, ...tickets]);
    const hidingOf = await this.hidingAmong(actor, [...around, ...tickets], petitions);
    const mergers = mergersAmong(around, tickets);
    const visibilities = tickets.map((ticket) => {
      const hiding = hidingOf(ticket);
      const others = mergers.filter((other) => areMerged(ticket, other) && hidingOf(other) !== null);
      const goesOn = mergers.find(({ id }) => id === ticket.mergedIntoId);
      const isKept = petitions.kept.has(ticket.id);
      const isSeen = seesTicket(actor, ticket) || (goesOn !== undefined && seesTicket(actor, goesOn));
      const sees = !isKept && (isSeen || petitions.handled.has(ticket.id));
      const hidesSomebody = hiding !== null || others.length > 0;
      const text = isKept ? SEALED_TEXT : textFor(hiding, ticket, others);
      return [ticket.id, { sees, hiding, hidesSomebody, text }] as const;
    });
    return new Map(visibilities);
  }

  /**
   * Whether the sender of a ticket is hidden from some unit: one is named, or nobody has said yet which.
   *
   * @param ticket and the others of its letter and its matter
   */
  async isHiddenFromSomebody(ticket: VisibilityFacts): Promise<boolean> {
    const around = await this.around(this.database.reader.manager, [ticket]);
    const kin = [ticket, ...around.filter((other) => isKin(ticket, other))];
    if (kin.some(({ nature }) => nature === 'denunciation')) return true;
    const matters = await Promise.all(kin.map((one) => this.matterOf(one)));
    return matters.some(hidesFromSomebody);
  }

  /** How the words about a ticket read for a unit outside the department that was asked about it: every name is masked, and of a denunciation every word. */
  async outside(ticket: VisibilityFacts, manager: EntityManager): Promise<TextFor> {
    if (ticket.nature === 'denunciation') return SEALED_TEXT;
    const around = await this.around(manager, [ticket]);
    return textFor(
      'outsideUnit',
      ticket,
      around.filter((other) => areMerged(ticket, other)),
    );
  }

  /** Which of these this person handles as petitions, and which are kept from them; asked for only where one is a petition. */
  private async petitionsAmong(
    manager: EntityManager,
    actor: Actor,
    all: readonly VisibilityFacts[],
  ): Promise<Readonly<Record<'handled' | 'kept', ReadonlySet<string>>>> {
    const petitions = all.filter(({ nature }) => nature === 'complaint' || nature === 'denunciation');
    const known = await handledPetitions(
      manager,
      actor,
      petitions.map(({ id }) => id),
    );
    const isOpenTo = ({ id }: VisibilityFacts): boolean => known.get(id) ?? hasRole(actor, ...PETITION_KEEPERS);
    const kept = petitions.filter((one) => one.nature === 'denunciation' && actor.id !== SYSTEM.id && !isOpenTo(one));
    return {
      handled: new Set(petitions.filter(({ id }) => known.get(id) === true).map(({ id }) => id)),
      kept: new Set(kept.map(({ id }) => id)),
    };
  }

  /** Why the sender of each of these is hidden from the reader's unit, or from the own unit of a substitute, by all of them. */
  private async hidingAmong(
    actor: Actor,
    all: readonly VisibilityFacts[],
    { kept }: { readonly kept: ReadonlySet<string> },
  ): Promise<(ticket: VisibilityFacts) => Hiding | null> {
    const matters = new Map<string, ConductMatter>();
    for (const one of all) matters.set(one.id, await this.matterOf(one));
    const readers = await Promise.all(unitsOf(actor).map((unitId) => this.readerFrom(unitId, [...matters.values()])));
    const byId = new Map(all.map((one) => [one.id, one]));
    const ofLetter = new Map<string, VisibilityFacts[]>();
    for (const one of byId.values())
      ofLetter.set(one.incomingDocumentId, [...(ofLetter.get(one.incomingDocumentId) ?? []), one]);
    return (ticket) => {
      const goesOn = byId.get(ticket.mergedIntoId ?? '');
      const kin = [ticket, ...(ofLetter.get(ticket.incomingDocumentId) ?? []), ...(goesOn ? [goesOn] : [])];
      if (kin.some(({ id }) => kept.has(id))) return 'denouncer';
      return hidingFromAny(
        readers,
        kin.flatMap(({ id }) => matters.get(id) ?? []),
      );
    };
  }

  /** The unit in which the reader works; with those that are one with it where it makes a difference. */
  private async readerFrom(unitId: string, matters: readonly ConductMatter[]): Promise<UnitOfReader> {
    const kin = matters.length === 0 ? null : await this.staff.withKin(unitId);
    return { unitIds: kin?.ids ?? new Set([unitId]), unitKind: kin?.kind ?? null, ofCommune: kin?.ofCommune ?? false };
  }

  /** The others of their letters, what they were merged into, what was merged into them, and the others of its letters. */
  private async around(
    manager: EntityManager,
    tickets: readonly VisibilityFacts[],
  ): Promise<readonly VisibilityFacts[]> {
    const goingOn = [...new Set(tickets.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))];
    const near = await this.facts(
      manager,
      { incomingDocumentId: In(documentsOf(tickets)) },
      { mergedIntoId: In(tickets.map(({ id }) => id)) },
      ...(goingOn.length === 0 ? [] : [{ id: In(goingOn) }]),
    );
    return this.withFurther(manager, tickets, near);
  }

  private async withFurther(
    manager: EntityManager,
    tickets: readonly VisibilityFacts[],
    near: readonly VisibilityFacts[],
  ): Promise<readonly VisibilityFacts[]> {
    const merged = mergersAmong(near, tickets).filter((other) => tickets.some((ticket) => areMerged(ticket, other)));
    if (merged.length === 0) return near;
    const known = new Set(near.map(({ id }) => id));
    const further = await this.facts(manager, { incomingDocumentId: In(documentsOf(merged)) });
    return [...near, ...further.filter(({ id }) => !known.has(id))];
  }

  private facts(manager: EntityManager, ...where: object[]): Promise<readonly VisibilityFacts[]> {
    return manager.find(TicketEntity, { where, select: VISIBILITY_FACTS });
  }

  private async matterOf({
    category,
    complainedUnitId,
    aboutNoUnitAt,
    ...ticket
  }: VisibilityFacts): Promise<ConductMatter> {
    const { aboutConduct } = (await this.rules.policyOf(ticket)).categories[category];
    return { complainedUnitId, aboutNoUnitAt, aboutConduct };
  }
}

function documentsOf(tickets: readonly VisibilityFacts[]): readonly string[] {
  return [...new Set(tickets.map(({ incomingDocumentId }) => incomingDocumentId))];
}

/** Those of all that were merged into another ticket, or into which one of `tickets` was merged. They are few, and nothing else is merged with `tickets`. */
function mergersAmong(
  all: readonly VisibilityFacts[],
  tickets: readonly VisibilityFacts[],
): readonly VisibilityFacts[] {
  const goingOn = new Set(tickets.map(({ mergedIntoId }) => mergedIntoId));
  return all.filter(({ id, mergedIntoId }) => mergedIntoId !== null || goingOn.has(id));
}

function areMerged(one: VisibilityFacts, other: VisibilityFacts): boolean {
  return one.mergedIntoId === other.id || other.mergedIntoId === one.id;
}

function isKin(ticket: VisibilityFacts, other: VisibilityFacts): boolean {
  return other.id === ticket.mergedIntoId || other.incomingDocumentId === ticket.incomingDocumentId;
}
