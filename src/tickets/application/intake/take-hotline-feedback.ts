import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { intakeFlaws, tidyFeedback, type GivenFeedback } from '../../domain/intake/intake.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { EnterTakenFeedback } from './take-feedback-entry.js';

/** Feedback as the hotline hands it over through a door of its own. */
export interface HotlineReport {
  /** The hotline's own number, by which a second delivery is known. */
  readonly hotlineCode: string;
  readonly feedback: Omit<GivenFeedback, 'channel' | 'receivedAt' | 'complainedUnitId'>;
}

export interface TakenReport {
  readonly ticket: Pick<TicketEntity, 'id' | 'code' | 'nature'>;
  /** False where the number has its ticket already: nothing was changed. */
  readonly isNew: boolean;
}

/** Enters what the hotline hands over itself: a line of the register and a ticket, whose legal clock starts when it reached our door. */
@Injectable()
export class TakeHotlineFeedback {
  constructor(
    private readonly clock: Clock,
    private readonly enterTaken: EnterTakenFeedback,
  ) {}

  /** @throws DomainError `input-invalid` naming the field, `policy-missing`, `deadline-calendar-missing` */
  async take(tx: EntityManager, actor: Actor, { hotlineCode, feedback: given }: HotlineReport): Promise<TakenReport> {
    const known = await tx.findOneBy(TicketEntity, { hotlineCode });
    if (known) return { ticket: known, isNew: false };
    const receivedAt = this.clock.now();
    const feedback = tidyFeedback({ ...given, channel: 'hotline', receivedAt, complainedUnitId: null });
    const [flaw] = intakeFlaws(feedback, receivedAt);
    if (flaw) throw new DomainError('input-invalid', { ...flaw });
    const entry = {
      key: `hotline:${hotlineCode}`,
      feedback,
      hotlineCode,
      files: [],
      from: null,
      handedOver: true as const,
    };
    const { ticket } = await this.enterTaken.enter(tx, actor, entry);
    return { ticket, isNew: true };
  }
}
