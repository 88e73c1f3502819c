import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requirePublishable, type PublicText } from '../../domain/reply/publication.js';
import { TicketPublicationEntity } from '../../persistence/life.entities.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

export interface PublicationWish extends PublicText {
  /** Names in it that were looked at and left, each as it stands in the text. */
  readonly left: readonly string[];
  /** Child and guardian agreed, where children may be recognised. */
  readonly consent: boolean;
}

/**
 * The unit that answered asks to have the result published: a text of its own, in which nothing leads to a person. What is known of the sender is left
 * out of account here, and judged where somebody approves it: a refusal would tell the unit whom it guessed.
 */
@Injectable()
export class RequestPublication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `input-invalid`, `text-names-private`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async request(actor: Actor, ticketId: string, { left, consent, ...wished }: PublicationWish): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'requestPublication');
      const { aboutChildren } = (await this.rules.policyOf(ticket)).categories[ticket.category];
      const { title, text } = requirePublishable(wished, { left, aboutChildren, consent });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'requestPublication',
        change: { publicationAskedById: actor.id },
        entry: { kind: 'publicationAsked', title: 'Đề nghị công khai kết quả', text: title },
      });
      await tx.insert(TicketPublicationEntity, {
        id: newId(),
        ticketId,
        cycle: ticket.cycle,
        title,
        text,
        consent,
        left: [...left],
        endorsedById: null,
        endorsedForId: null,
        endorsedAt: null,
        askedById: actor.id,
        askedAt: this.clock.now(),
        approved: null,
        decidedById: null,
        decidedAt: null,
        decisionReason: null,
      });
    });
  }
}
