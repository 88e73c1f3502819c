import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Journal, noteTampers, sealRecords } from '../../../journal/index.js';
import { Notices } from '../../../notices/index.js';
import { groundDetail } from '../../domain/decisions/who-decides.js';
import { GUARD_WORDS } from '../../domain/guards.js';
import { othersWaiting, waiting, type OwnEnd } from '../../domain/intake/shared-matter.js';
import { TICKET_ACTS } from '../../domain/ticket-acts.js';
import { SEALED_TICKET } from '../../persistence/sealed-tickets.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { answeredDocument, broughtBy, mergedInto } from '../intake/document-matters.js';
import { updateRegisterDueDate, showOutcome, showOutcomes } from '../intake/document-line.js';
import { TicketProjections } from '../ticket-projections.js';
import { Periods } from '../deadlines/periods.js';
import { WithdrawDraft } from '../reply/withdraw-draft.js';
import { TellHotline } from '../tell-hotline.js';
import { latestOf, type TicketCourse } from '../reading/ticket-course.js';
import { Tickets, type Performance } from '../tickets.js';

interface KindOfEnd {
  readonly act: 'withdraw' | 'return' | 'reject';
  /** Whether its ground is the sender and what the sender said, or the matter itself, which is the same for every sender. */
  readonly concerns: 'sender' | 'matter';
}

/** An end without an answer. */
export interface Ending extends Performance, KindOfEnd {
  readonly act: KindOfEnd['act'];
  /** What the citizen hears. */
  readonly word: string;
}

/** The end of the ticket's own sender, while others wait: the codes of their tickets. */
interface OwnEnding {
  readonly ownEnd: OwnEnd;
  readonly others: readonly string[];
}

const END_WORDS = {
  withdraw: 'người phản ánh rút phản ánh',
  return: 'chuyển trả riêng',
  reject: 'không tiếp nhận riêng',
} as const;

const OWN_ENDS: Readonly<Partial<Record<Ending['act'], OwnEnd>>> = { withdraw: 'withdrawn', reject: 'rejected' };

/**
 * Ends a matter without an answer, for those for whom the ground holds. What concerns one sender ends that sender's document alone: the ticket lives
 * on for the others who were merged into it, and ends when nobody waits any more. What concerns the matter ends it for all (rule 18).
 */
@Injectable()
export class EndMatter {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tickets: Tickets,
    private readonly hotline: TellHotline,
    private readonly withdrawDraft: WithdrawDraft,
    private readonly notices: Notices,
    private readonly periods: Periods,
    private readonly projections: TicketProjections,
  ) {}

  /** @throws DomainError as `Tickets.perform` and `require`; `deadline-calendar-missing` */
  async end(tx: EntityManager, actor: Actor, ticket: TicketEntity, ending: Ending): Promise<void> {
    if (ticket.mergedIntoId !== null) return this.leave(tx, actor, ticket, ending);
    const own = await this.ownEndOf(tx, ticket, ending);
    if (own !== null) return this.endOwn(tx, actor, ticket, { ...ending, ...own });
    await this.tickets.perform(tx, actor, ticket, ending);
  }

  /**
   * Whether a matter may end so as it stands, for whom the end would hold.
   *
   * @throws DomainError `ticket-act-barred` where that sender waits no longer; `letter-under-way` where a letter that has gone to be approved or signed
   *   answers this very sender
   */
  async require(tx: EntityManager, ticket: TicketEntity, ending: KindOfEnd): Promise<void> {
    if (ticket.mergedIntoId !== null) await this.requireLeave(tx, ticket, ending.act);
    else if ((await this.ownEndOf(tx, ticket, ending)) !== null) await this.requireOwnEnd(tx, ticket, ending.act);
  }

  /** Ends a ticket whose last sender waits no longer. */
  async endWhereNobodyWaits(tx: EntityManager, actor: Actor, ticketId: string): Promise<void> {
    const ticket = await tx.findOneByOrFail(TicketEntity, { id: ticketId });
    const { open, ownEnd } = ticket;
    if (!open || ownEnd === null || waiting(ticket, await mergedInto(tx, ticketId)).length > 0) return;
    const entry = { kind: 'withdrawn', title: 'Không còn người phản ánh nào chờ trả lời' };
    await this.tickets.perform(tx, actor, ticket, { act: 'nobodyWaits', entry, as: 'system' });
  }

  /** The sender of a merged ticket ends alone; the ticket that goes on speaks for the others. */
  private async leave(tx: EntityManager, actor: Actor, ticket: TicketEntity, ending: Ending): Promise<void> {
    const goesOn = await this.requireLeave(tx, ticket, ending.act);
    await this.tickets.perform(tx, actor, ticket, { ...ending, change: { ...ending.change, mergedIntoId: null } });
    const title = `Người phản ánh ở phiếu ${ticket.code}: ${END_WORDS[ending.act]}`;
    const counted = await this.periods.countWithout(tx, goesOn, ticket.id);
    const change = counted === null ? {} : { dueAt: counted.dueAt, legalEndAt: counted.legalEndAt };
    const lineId = await this.say(tx, actor, goesOn, { entry: { kind: 'senderEnded', title }, change });
    if (counted !== null) await updateRegisterDueDate(tx, goesOn, counted.dueAt);
    await this.tellOfficer(tx, actor, goesOn, {
      lineId,
      what: `người phản ánh ở phiếu nhận gộp ${ticket.code} không còn chờ trả lời; xem lại nội dung đang soạn.`,
    });
    await showOutcomes(tx, goesOn, this.clock.now());
    await this.endWhereNobodyWaits(tx, actor, goesOn.id);
  }

  /** @returns the ticket that goes on */
  private async requireLeave(tx: EntityManager, ticket: TicketEntity, act: Ending['act']): Promise<TicketEntity> {
    requireWaiting(ticket, act);
    const goesOn = await tx.findOneByOrFail(TicketEntity, { id: ticket.mergedIntoId ?? '' });
    if (!goesOn.open) throw barred(act, `Phiếu nhận gộp ${goesOn.code} đã kết thúc; xem kết quả tại phiếu đó.`);
    if ((await answeredDocument(tx, goesOn)) === ticket.incomingDocumentId && goesOn.ownEnd !== null)
      await this.withdrawDraft.requireInHand(tx, goesOn);
    return goesOn;
  }

  /** @returns null where the matter ends for all */
  private async ownEndOf(
    tx: EntityManager,
    ticket: TicketEntity,
    { act, concerns }: KindOfEnd,
  ): Promise<OwnEnding | null> {
    const ownEnd = concerns === 'sender' ? OWN_ENDS[act] : undefined;
    if (ownEnd === undefined) return null;
    const others = othersWaiting(ticket, await mergedInto(tx, ticket.id)).map(({ code }) => code);
    return others.length === 0 ? null : { ownEnd, others };
  }

  private async requireOwnEnd(tx: EntityManager, ticket: TicketEntity, act: Ending['act']): Promise<void> {
    requireWaiting(ticket, act);
    await this.withdrawDraft.requireInHand(tx, ticket);
  }

  /** The ticket's own sender ends alone; the ticket stays where it is, for the others. */
  private async endOwn(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { act, entry, word, ground, ownEnd, others }: Ending & OwnEnding,
  ): Promise<void> {
    this.tickets.require(actor, ticket, act, ground === undefined ? undefined : 'leader');
    await this.requireOwnEnd(tx, ticket, act);
    const { id, incomingDocumentId } = ticket;
    // Parts of the same letter that had come back into the ticket are this sender's, too.
    await tx.update(TicketEntity, { mergedIntoId: id, incomingDocumentId }, { ownEnd });
    const title = `${entry.title}; phiếu giải quyết tiếp cho ${others.join(', ')}`;
    const line = { ...entry, kind: 'senderEnded', title, toHotline: true };
    const lineId = await this.say(tx, actor, ticket, { entry: line, change: { ownEnd } });
    const { state } = ticket;
    await this.journal.record(tx, actor, {
      action: `ticket.${act}`,
      objectKind: 'ticket',
      objectId: id,
      detail: { from: state, to: state, ownEnd, ...groundDetail(ground) },
    });
    const after = Object.assign(new TicketEntity(), ticket, { ownEnd });
    for (const document of await broughtBy(tx, [after])) await showOutcome(tx, document.id, this.clock.now());
    await showOutcomes(tx, after, this.clock.now());
    const status = TICKET_ACTS[act].hotline ?? '02';
    await this.hotline.tellOwn(tx, after, { status, description: word, lineId });
    await this.tellOfficer(tx, actor, ticket, {
      lineId,
      what: 'người phản ánh ở phiếu không còn chờ trả lời; giải quyết tiếp cho các phiếu nhận gộp, xem lại nội dung của công văn đang soạn.',
    });
  }

  private async say(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    {
      entry,
      change = {},
    }: {
      readonly entry: TicketCourse;
      readonly change?: Partial<Pick<TicketEntity, 'ownEnd' | 'dueAt' | 'legalEndAt'>>;
    },
  ): Promise<string> {
    const { id, version } = ticket;
    await noteTampers(tx, SEALED_TICKET, [id]);
    const { affected } = await tx.update(TicketEntity, { id, version }, { ...change, latest: latestOf(entry) });
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
    await sealRecords(tx, SEALED_TICKET, [id]);
    await this.projections.updateDates(tx, ticket, change);
    return this.tickets.addLine(tx, actor, id, entry);
  }

  private async tellOfficer(
    tx: EntityManager,
    actor: Actor,
    { id, code, officerId }: TicketEntity,
    { lineId, what }: { readonly lineId: string; readonly what: string },
  ): Promise<void> {
    if (officerId === null || hasHandIn(actor, officerId)) return;
    await this.notices.tell(tx, {
      key: `ticket.senderEnded:${lineId}:${officerId}`,
      staffId: officerId,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code}: ${what}`,
    });
  }
}

/** @throws DomainError `ticket-act-barred` where the ticket's own sender waits no longer */
function requireWaiting({ ownEnd }: TicketEntity, act: Ending['act']): void {
  if (ownEnd !== null) throw barred(act, GUARD_WORDS.ownSenderWaits);
}

function barred(act: Ending['act'], message: string): DomainError {
  return new DomainError('ticket-act-barred', { act, message });
}
