import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { CITIZENS } from '../../../documents/domain/correspondent.js';
import { NO_NUMBER } from '../../../documents/domain/same-number.js';
import { RegisterIncoming, type IncomingEntry } from '../../../documents/index.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { CHANNEL_WORDS, REGISTER_AUTHORS } from '../../domain/intake/intake-channel.js';
import { intakeOutcome, type GivenFeedback, type IntakeOutcome } from '../../domain/intake/intake.js';
import { withoutPeople } from '../../domain/identity/sender.js';
import { TicketIntakeEntity } from '../../persistence/intake.entities.js';
import { TicketFileEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { EnterTicket } from './enter-ticket.js';
import { RejectTicket } from '../ending/reject-ticket.js';
import { TicketRules } from '../ticket-rules.js';
import { MIRROR_INCOMING } from '../../../exchange/index.js';

/** A file as it lies in the store. */
export interface KeptUpload {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Feedback that may be entered: tidied and without flaws. */
export interface FeedbackToEnter {
  /** Names this one taking of feedback, so that it is entered once. */
  readonly key: string;
  readonly feedback: GivenFeedback;
  /** The hotline's own number where the hotline handed it over; null otherwise. */
  readonly hotlineCode: string | null;
  readonly files: readonly KeptUpload[];
  readonly from: { readonly importId: string; readonly line: number } | null;
  /** The hotline hands it over itself and knows whom to tell: the desk judges it, no rule on unknown senders does. */
  readonly handedOver?: true;
}

const HANDED_OVER: IntakeOutcome = { decision: 'accept' };

/**
 * Enters feedback that the agency took itself: a line of the incoming register, shown in the e-office so that a letter can answer it, and a ticket.
 * What the rules on unknown senders refuse is entered all the same and refused at once, with its ground, so that nothing disappears.
 */
@Injectable()
export class EnterTakenFeedback {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly registerIncoming: RegisterIncoming,
    private readonly enterTicket: EnterTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `policy-missing`, `deadline-calendar-missing` */
  async enter(
    tx: EntityManager,
    actor: Actor,
    entry: FeedbackToEnter,
  ): Promise<{ readonly ticket: TicketEntity; readonly outcome: IntakeOutcome }> {
    const { feedback } = entry;
    const policy = await this.rules.policyAt(civilDateOf(feedback.receivedAt));
    const outcome = entry.handedOver === true ? HANDED_OVER : intakeOutcome(policy, feedback);
    const document = await this.registerIncoming.register(tx, actor, this.documentOf(entry));
    await this.outbox.enqueue(tx, MIRROR_INCOMING.of({ incomingDocumentId: document.id }));
    const ticket = await this.enterTicket.enter(tx, actor, factsOf(entry, document.id, actor), titleOf(entry, outcome));
    if (entry.hotlineCode === null) await this.registerIncoming.nameDocument(tx, actor, document.id, ticket.code);
    await this.keepFiles(tx, actor, ticket, entry.files);
    await tx.insert(TicketIntakeEntity, {
      key: entry.key,
      ticketId: ticket.id,
      decision: outcome.decision,
      importId: entry.from?.importId ?? null,
      line: entry.from?.line ?? null,
      enteredAt: this.clock.now(),
    });
    if (outcome.decision === 'reject') await this.rejectTicket.byRule(tx, actor, ticket, outcome.reason);
    return { ticket, outcome };
  }

  private documentOf({ key, feedback, hotlineCode }: FeedbackToEnter): IncomingEntry {
    const { channel, subject, kind, level, receivedAt } = feedback;
    const { hotline } = this.settings;
    const author = channel === 'hotline' ? hotline.name : REGISTER_AUTHORS[channel];
    return {
      senderCode: hotlineCode === null ? CITIZENS : hotline.code,
      senderName: beginningOf(author, REGISTER_LENGTHS.agencyName),
      code: hotlineCode === null ? NO_NUMBER : beginningOf(hotlineCode, REGISTER_LENGTHS.code),
      issuedDate: civilDateOf(receivedAt),
      typeName: kind === 'petition' ? 'Kiến nghị' : 'Phản ánh',
      subject: beginningOf(withoutPeople(subject, feedback), REGISTER_LENGTHS.subject),
      priority: level === 'urgent' ? 1 : 0,
      documentId: hotlineCode ?? key,
      messageId: null,
      messageSignature: null,
      queuedAt: receivedAt,
      files: [],
    };
  }

  private async keepFiles(
    tx: EntityManager,
    actor: Actor,
    { id: ticketId, cycle }: TicketEntity,
    files: readonly KeptUpload[],
  ): Promise<void> {
    const added = { ticketId, cycle, purpose: 'intake', addedById: actor.id, addedAt: this.clock.now() } as const;
    for (const file of files) await tx.insert(TicketFileEntity, { ...file, ...added, id: newId() });
  }
}

function factsOf({ feedback, hotlineCode }: FeedbackToEnter, incomingDocumentId: string, actor: Actor) {
  const { receivedAt, ...facts } = feedback;
  return {
    ...facts,
    hotlineCode,
    incomingDocumentId,
    nature: 'feedback' as const,
    hotlineCategory: '',
    complete: true,
    startedAt: receivedAt,
    takenById: actor.id === SYSTEM.id ? null : actor.id,
  };
}

function titleOf({ feedback, from }: FeedbackToEnter, { decision }: IntakeOutcome): string {
  const how = `Nhận qua ${CHANNEL_WORDS[feedback.channel]}`;
  const file = from === null ? '' : `, nhập từ tệp, dòng ${String(from.line)}`;
  return `${how}${file}${decision === 'acceptWithoutReply' ? '; không trả lời người phản ánh' : ''}`;
}
