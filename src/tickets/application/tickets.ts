import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { inOrderAbout } from '../../exchange/domain/sending-order.js';
import { Journal, noteTampers, sealRecords, sealTogether } from '../../journal/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Party } from '../domain/identity/parties.js';
import { groundDetail, isDecided, type DecisionGround } from '../domain/decisions/who-decides.js';
import { partiesOf, requireAct, requireCameFrom } from '../domain/deadlines/policy.js';
import { TICKET_ACTS, type ActName } from '../domain/ticket-acts.js';
import { isOpen, type TicketState } from '../domain/ticket-state.js';
import { isHeldStill, isNews } from '../domain/undo.js';
import { SEALED_LINE, SEALED_TICKET } from '../persistence/sealed-tickets.js';
import { TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';
import { noteHeard } from '../persistence/unit-heard.js';
import { ProposedDecisions } from './decisions/proposed-decisions.js';
import { showOutcomes } from './intake/document-line.js';
import { TicketProjections } from './ticket-projections.js';
import { CancelPendingWork, type CancelledWork } from './ending/cancel-pending-work.js';
import { Periods } from './deadlines/periods.js';
import { TellHotline } from './tell-hotline.js';
import { journalled, type TicketChange } from './ticket-change.js';
import { latestOf, type TicketCourse } from './reading/ticket-course.js';
import { TicketVisibility } from './reading/ticket-visibility.js';
import { noteUninformed } from './reading/uninformed-authors.js';
import { insertRows, rowBy } from '../../platform/database/rows.js';

export interface Performance {
  readonly act: ActName;
  readonly entry: TicketCourse;
  readonly change?: TicketChange;
  /** What the citizen hears through the hotline; left out, nothing is sent. */
  readonly word?: string;
  /** What those hear whose ticket was merged into this one; left out where it is the same. */
  readonly elsewhere?: string;
  /** In what capacity, where it is not the actor's own: news of a letter moves its ticket, no matter whose act it was. */
  readonly as?: Party;
  /** By what right a decision is made; no decision is performed without. */
  readonly ground?: DecisionGround;
  /** Where the ticket stood before an act that is taken back; left out, the act leads where the table says. */
  readonly back?: { readonly undoes: ActName; readonly to: TicketState };
}

export interface Performed {
  /** The ticket as it now stands. */
  readonly ticket: TicketEntity;
  readonly lineId: string;
  /** Whether it ended other work on the ticket, or is told to senders of other documents besides. */
  readonly reachesFurther: boolean;
}

/** Loads and moves tickets. Every act passes the transition table, is guarded by version, and leaves a course line and a journal line. */
@Injectable()
export class Tickets {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly hotline: TellHotline,
    private readonly periods: Periods,
    private readonly cancelPendingWork: CancelPendingWork,
    private readonly projections: TicketProjections,
    private readonly visibility: TicketVisibility,
    private readonly proposals: ProposedDecisions,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async forActor(tx: EntityManager, actor: Actor, id: string): Promise<TicketEntity> {
    const ticket = await rowBy(tx, TicketEntity, { id });
    const visibility = ticket && (await this.visibility.of(actor, ticket, tx));
    if (!ticket || !visibility?.sees) throw new DomainError('not-found', { what: 'ticket' });
    if (visibility.hidesSomebody) await noteUninformed(tx, actor, id, this.clock.now());
    return ticket;
  }

  /** Refuses what the table refuses, before a use case does anything else. @throws DomainError as `perform` */
  require(actor: Actor, ticket: TicketEntity, act: ActName, as?: Party): void {
    requireAct(act, {
      ticket,
      actor,
      parties: as === undefined ? partiesOf(actor, ticket) : [as],
      now: this.clock.now(),
    });
  }

  /**
   * @throws DomainError `ticket-transition-refused`, `forbidden`, also for a decision without its ground, `ticket-act-barred`, `changed-meanwhile`; `letter-under-way` where the act leaves a
   *   letter behind that has gone to be approved or signed
   */
  async perform(tx: EntityManager, actor: Actor, ticket: TicketEntity, performance: Performance): Promise<Performed> {
    const { act, entry, word, ground } = performance;
    const state = this.targetOf(actor, ticket, performance);
    const ends = await this.cancelPendingWork.cancel(tx, actor, ticket, state);
    const change = { ...ends.change, ...performance.change };
    const { id, version, state: from } = ticket;
    const moved = { ...change, state, open: isOpen(state), latest: latestOf(entry) };
    await noteTampers(tx, SEALED_TICKET, [id]);
    const { affected } = await tx.update(TicketEntity, { id, version }, moved);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
    await this.journal.record(tx, actor, {
      action: `ticket.${act}`,
      objectKind: 'ticket',
      objectId: id,
      detail: { from, to: state, ...journalled(change), ...groundDetail(ground) },
    });
    const lineIds: string[] = [];
    for (const line of ends.lines) lineIds.push(await this.writeLine(tx, actor, id, line));
    const own = { ...entry, toHotline: entry.toHotline ?? word !== undefined };
    const lineId = await this.writeLine(tx, actor, id, own);
    await sealTogether(tx, [
      [SEALED_TICKET, [id]],
      [SEALED_LINE, [...lineIds, lineId]],
    ]);
    const after = Object.assign(new TicketEntity(), ticket, moved, { version: version + 1 });
    await this.projections.update(tx, ticket, after);
    const overtakes = await this.proposals.overtake(tx, actor, ticket, after);
    if (TICKET_ACTS[act].clock === 'stops') await this.periods.met(tx, id);
    if (ticket.open !== after.open || ticket.mergedIntoId !== after.mergedIntoId)
      await showOutcomes(tx, after, this.clock.now());
    await this.tellHeldNow(tx, act, ticket);
    const told = await this.tell(tx, after, lineId, performance);
    const isToldOthers = told.some((documentId) => documentId !== ticket.incomingDocumentId);
    return { ticket: after, lineId, reachesFurther: overtakes || isToldOthers || endsAnything(ends) };
  }

  /** @returns the documents whose senders hear of it */
  private async tell(
    tx: EntityManager,
    after: TicketEntity,
    lineId: string,
    { act, word, elsewhere = word }: Performance,
  ): Promise<readonly string[]> {
    const { hotline } = TICKET_ACTS[act];
    if (word === undefined || elsewhere === undefined || hotline === null) return [];
    return this.hotline.tell(tx, after, { status: hotline, description: word, elsewhere, lineId });
  }

  /** An assignment on which something has followed cannot be taken back: it is told at once, so that nothing waits behind it. */
  private async tellHeldNow(
    tx: EntityManager,
    act: ActName,
    { state, heardAt, incomingDocumentId }: TicketEntity,
  ): Promise<void> {
    if (state !== 'assigned' || act === 'assign' || act === 'undo') return;
    if (isHeldStill(heardAt, this.clock.now())) await this.outbox.hasten(tx, inOrderAbout(incomingDocumentId));
  }

  async addLine(tx: EntityManager, actor: Actor, ticketId: string, line: TicketCourse): Promise<string> {
    const id = await this.writeLine(tx, actor, ticketId, line);
    await sealRecords(tx, SEALED_LINE, [id]);
    return id;
  }

  /** The same, to be sealed with what else the act wrote. @returns its id */
  async writeLine(
    tx: EntityManager,
    actor: Actor,
    ticketId: string,
    { id = newId(), kind, title, text, toHotline }: TicketCourse,
  ): Promise<string> {
    await insertRows(tx, TicketEntryEntity, {
      id,
      ticketId,
      at: this.clock.now(),
      actorId: actor.id,
      actorName: actor.name,
      kind,
      title: title.slice(0, 300),
      text: text ?? null,
      toHotline: toHotline ?? false,
    });
    if (actor.unitId !== null && isNews(kind))
      await noteHeard(tx, { ticketId, unitId: actor.unitId, at: this.clock.now() });
    return id;
  }

  /** A person authorised by name acts as a leader would. */
  private targetOf(actor: Actor, ticket: TicketEntity, { act, as, ground, back }: Performance): TicketState {
    if (isDecided(act) && ground === undefined) throw new DomainError('forbidden', { act });
    const own = as === undefined ? partiesOf(actor, ticket) : [as];
    const isByName = ground?.as === 'authorised' && ground.authority.personId !== null;
    const parties = isByName ? [...own, 'leader' as const] : own;
    const target = requireAct(act, { ticket, actor, parties, now: this.clock.now() });
    return back === undefined ? target : requireCameFrom(back.to, back.undoes, ticket.state);
  }
}

function endsAnything({ change, lines }: CancelledWork): boolean {
  return lines.length > 0 || Object.keys(change).length > 0;
}
