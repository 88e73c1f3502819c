import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import { NO_POWERS } from '../../delegation/domain/decision-authority.js';
import { ExchangeQueries } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { SupervisionQueries } from '../../supervision/index.js';
import { directivesSeenBy } from '../../supervision/domain/policy.js';
import {
  FindDuplicates,
  RequestExtension,
  type SeenFurther,
  type SeenLife,
  type SeenTicket,
  TicketListReader,
  type TicketPlace,
  TicketReader,
  TicketRules,
} from '../../tickets/index.js';
import { reopensForSender } from '../../tickets/domain/intake/further-document.js';
import { ticketAbilities, type TicketAbilities } from '../../tickets/domain/decisions/abilities.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { TicketBesidesQuery } from './ticket-besides-query.js';
import type { TicketReading } from './ticket-reading.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { ticketListOf } from '../my-work/work-lists.js';
import { NOTHING_AWAITED } from '../my-work/awaited-work.js';

/** Reads one ticket with all that its page shows. */
@Injectable()
export class TicketPageQuery {
  constructor(
    private readonly tickets: TicketReader,
    private readonly lists: TicketListReader,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly exchange: ExchangeQueries,
    private readonly names: NameQueries,
    private readonly staff: StaffDirectory,
    private readonly rules: TicketRules,
    private readonly requestExtension: RequestExtension,
    private readonly findDuplicates: FindDuplicates,
    private readonly besides: TicketBesidesQuery,
    private readonly supervision: SupervisionQueries,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async requireVisible(
    actor: Actor,
    id: string,
    now: Date,
  ): Promise<{ readonly ticket: SeenTicket; readonly may: TicketAbilities }> {
    const ticket = await this.tickets.one(actor, id);
    return { ticket, may: ticketAbilities(actor, ticket, { now, powers: await this.besides.powersOf(actor) }) };
  }

  /**
   * @param list name of the list that one came from; empty when from elsewhere
   * @param refused an act on the ticket that was refused a moment ago
   */
  async read(
    actor: Actor,
    id: string,
    { list, refused }: { readonly list: string; readonly refused: RefusedAct | null },
    today: Today,
  ): Promise<TicketReading> {
    const { ticket, may } = await this.requireVisible(actor, id, today.now);
    const { incomingDocumentId } = ticket;
    const [answeredId, sent, life, directives, decision] = await Promise.all([
      this.tickets.answeredDocument(ticket),
      this.tickets.furtherDocumentsOf(actor, ticket),
      this.tickets.lifeOf(actor, ticket),
      this.directivesFor(actor, ticket),
      this.besides.decisionAbout(ticket),
    ]);
    const answered = [incomingDocumentId, answeredId];
    const [incoming, files, replies, dispatches, drafts, entries, deadlines, assignment, units, policy] =
      await Promise.all([
        this.registers.incomingById(incomingDocumentId),
        this.filesOf(ticket, sent),
        this.registers.repliesTo(answered),
        this.exchange.dispatchesAbout(incomingDocumentId),
        this.drafts.ofCase(ticket.id),
        this.tickets.courseOf(actor, ticket),
        this.tickets.deadlinesOf(ticket),
        this.tickets.assignmentOf(ticket),
        this.staff.handlingUnits(),
        this.rules.policyOf(ticket),
      ]);
    const seen = drafts.filter((draft) => draftAbilitiesOf(actor, draft).see);
    return {
      ticket,
      may,
      incoming,
      sameNumbers: incoming === null ? [] : ((await this.registers.sameNumbers([incoming])).get(incoming.id) ?? []),
      files,
      replies,
      dispatches,
      entries,
      deadlines,
      assignment,
      ...lettersAmong(seen.filter(({ caseKind }) => caseKind === 'ticket')),
      life,
      documents: seen.filter(({ caseKind, state }) => caseKind === 'ticketDocument' && state !== 'withdrawn'),
      further: await this.furtherOf(sent),
      recordFile: await this.besides.recordFileOf(ticket.id),
      byPage: await this.besides.byPage(ticket, life),
      proposal: await this.besides.proposalFor(actor, ticket),
      decision,
      directives,
      reopening: await this.reopeningOf(actor, ticket, today.now),
      duplicates: may.acts.has('merge') ? await this.findDuplicates.of(actor, ticket.id) : [],
      units,
      policy,
      actor,
      now: today.now,
      refused,
      names: await this.namesFor(ticket, life),
      assignable: may.acts.has('assign') || may.proposes.has('assign') ? await this.assignable() : null,
      extensionChoices: may.acts.has('requestExtension') ? await this.requestExtension.choices(ticket) : null,
      place: await this.placeIn(actor, ticket, list, today),
    };
  }

  /** What supervision told units to do about it, as far as it concerns this person. */
  private async directivesFor(actor: Actor, { id }: SeenTicket): Promise<TicketReading['directives']> {
    const seen = directivesSeenBy(actor);
    const directives = await this.supervision.directivesAbout(id);
    return directives.filter(({ unitId }) => seen === 'every' || seen.includes(unitId));
  }

  /** What came with its document, and with those that were sent about it later. */
  private async filesOf(
    { incomingDocumentId }: SeenTicket,
    further: readonly SeenFurther[],
  ): Promise<TicketReading['files']> {
    const sent = further.filter(({ words }) => words !== null).map(({ documentId }) => documentId);
    const files = await Promise.all([incomingDocumentId, ...sent].map((id) => this.registers.filesOf(id)));
    return files.flat();
  }

  private async furtherOf(further: readonly SeenFurther[]): Promise<TicketReading['further']> {
    const documents = await this.registers.incomingByIds(further.map(({ documentId }) => documentId));
    return further.flatMap((one) =>
      documents.filter(({ id }) => id === one.documentId).map((document) => ({ sent: one, document })),
    );
  }

  private async reopeningOf(actor: Actor, ticket: SeenTicket, now: Date): Promise<TicketReading['reopening']> {
    const { mergedIntoId } = ticket;
    const goesOn = (mergedIntoId === null ? null : await this.tickets.find(actor, mergedIntoId)) ?? ticket;
    const possible =
      reopensForSender(ticket) && ticketAbilities(actor, goesOn, { now, powers: NO_POWERS }).acts.has('reopen');
    return { code: goesOn.code, open: goesOn.open, possible };
  }

  private async namesFor(ticket: SeenTicket, life: SeenLife): Promise<TicketReading['names']> {
    const unitIds = [ticket.leadUnitId, ticket.complainedUnitId, ...life.coordinations.map(({ unitId }) => unitId)];
    const [units, people] = await Promise.all([
      this.names.units(unitIds),
      this.names.people([ticket.officerId, ...peopleIn(life)]),
    ]);
    return { units, people };
  }

  private async assignable(): Promise<NonNullable<TicketReading['assignable']>> {
    const [units, officers, held, leaders] = await Promise.all([
      this.staff.commandedUnits(),
      this.staff.contactOfficers(),
      this.lists.openByOfficer(),
      this.staff.peopleWith('leader'),
    ]);
    return { units, officers, held, leaders };
  }

  private async placeIn(
    actor: Actor,
    ticket: SeenTicket,
    code: string,
    today: Today,
  ): Promise<{ readonly label: string; readonly code: string; readonly at: TicketPlace } | null> {
    const list = ticketListOf(actor, code, NOTHING_AWAITED, today);
    const at = list && (await this.lists.placeIn(actor, list.filter, ticket));
    return at && { label: list.label, code, at };
  }
}

/** The letters that answer, and those that amend one and are still being written. */
function lettersAmong(drafts: TicketReading['drafts']): Pick<TicketReading, 'drafts' | 'amendments'> {
  return {
    drafts: drafts.filter(({ amendsId }) => amendsId === null),
    amendments: drafts.filter(({ amendsId, state }) => amendsId !== null && state !== 'done' && state !== 'withdrawn'),
  };
}

/** Everybody who has a part in the life of a ticket. */
function peopleIn(life: SeenLife): readonly (string | null)[] {
  return [
    ...life.pauses.map(({ askedById }) => askedById),
    ...[...life.extensions, ...life.publications].flatMap(({ askedById, decidedById }) => [askedById, decidedById]),
    ...life.publications.map(({ endorsedById }) => endorsedById),
    ...life.coordinations.flatMap(({ askedById, repliedById }) => [askedById, repliedById]),
    ...life.answers.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
    ...life.ratings.map(({ recordedById }) => recordedById),
    ...life.files.map(({ addedById }) => addedById),
  ];
}
