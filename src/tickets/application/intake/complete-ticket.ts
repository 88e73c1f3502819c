import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { fold } from '../../../kernel/vietnamese.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { cannotBeAnswered, intakeFlaws, tidyFeedback, type GivenFeedback } from '../../domain/intake/intake.js';
import { phoneKeyOf } from '../../domain/intake/new-ticket.js';
import { requireKnowing } from '../../domain/identity/identity.js';
import type { TextFor } from '../../domain/identity/secrecy.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';

/**
 * What a clerk fills in of a ticket whose message brought no form; the citizen's words stay as received. The clerk does not see what is known of the
 * sender, so an empty line of the sender keeps what is known.
 */
export type Completion = Pick<
  GivenFeedback,
  'subject' | 'place' | 'kind' | 'senderName' | 'senderPhone' | 'senderEmail' | 'senderAddress' | 'keepSecret'
>;

export interface CompleteTicketCommand extends Completion {
  /** The version of the ticket that was filled in. */
  readonly seen?: number;
}

@Injectable()
export class CompleteTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly visibility: TicketVisibility,
  ) {}

  /**
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`; `ticket-identity-withheld` for those
   *   who may not know the sender: what they write would be read by what is known of them
   */
  async complete(actor: Actor, ticketId: string, { seen, ...completion }: CompleteTicketCommand): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      this.tickets.require(actor, ticket, 'complete');
      const { words, startedAt: receivedAt, category, level, complainedUnitId, hotlineCategory, code } = ticket;
      const known = { channel: 'hotline', words, receivedAt, category, level, complainedUnitId } as const;
      const visibility = await this.visibility.of(actor, ticket, tx);
      requireKnowing(visibility);
      const given = tidyFeedback({
        ...known,
        ...wordsAfter(ticket, completion, visibility.text),
        ...senderAfter(ticket, completion),
      });
      const [flaw] = intakeFlaws({ ...given, words: '', receivedAt: this.clock.now() }, this.clock.now());
      if (flaw) throw new DomainError('input-invalid', { ...flaw });
      const { subject, place, kind, senderName, senderPhone, senderEmail, senderAddress, keepSecret } = given;
      await this.tickets.perform(tx, actor, ticket, {
        act: 'complete',
        change: {
          subject,
          place,
          kind,
          senderName,
          senderPhone,
          senderEmail,
          senderAddress,
          keepSecret,
          phoneKey: phoneKeyOf(senderPhone),
          anonymous: cannotBeAnswered(given),
          complete: true,
          folded: fold([code, ticket.hotlineCode ?? '', subject, place, hotlineCategory].join(' ')).slice(0, 1000),
        },
        entry: { kind: 'completed', title: 'Bổ sung thông tin phiếu' },
      });
    });
  }
}

/** Text that comes back as it was shown stays as it is stored: a reader who was shown less must not save less. */
function wordsAfter(known: TicketEntity, given: Completion, text: TextFor): Completion {
  const subject = given.subject === text.ofCitizen(known.subject) ? known.subject : given.subject;
  const place = given.place === text.ofCitizen(known.place) ? known.place : given.place;
  return { ...given, subject, place };
}

const SENDER = ['senderName', 'senderPhone', 'senderEmail', 'senderAddress'] as const;

type Sender = Pick<Completion, (typeof SENDER)[number]>;

function senderAfter(known: Sender, given: Sender): Sender {
  const { senderName, senderPhone, senderEmail, senderAddress } = known;
  const after = { senderName, senderPhone, senderEmail, senderAddress };
  for (const line of SENDER) if (given[line].trim() !== '') after[line] = given[line];
  return after;
}
