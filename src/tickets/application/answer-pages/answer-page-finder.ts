import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../kernel/clock.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { answerPageStanding, type AnswerPageStanding } from '../../domain/answer-page.js';
import { isLinkSecret } from '../../domain/link-secret.js';
import { AnswerPageEntity } from '../../persistence/answer-page.entity.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** A page with what it is about. */
export interface FoundAnswerPage {
  readonly page: AnswerPageEntity;
  readonly request: TicketCoordinationEntity;
  readonly ticket: TicketEntity;
  readonly standing: AnswerPageStanding;
}

/** Finds answer pages with what they are about, as they stand now. */
@Injectable()
export class AnswerPageFinder {
  constructor(private readonly clock: Clock) {}

  /** @returns null for what was never given out */
  async bySecret(tx: EntityManager, secret: string): Promise<FoundAnswerPage | null> {
    return isLinkSecret(secret) ? this.found(tx, { hash: sha256Of(secret) }) : null;
  }

  byId(tx: EntityManager, id: string): Promise<FoundAnswerPage | null> {
    return this.found(tx, { id });
  }

  private async found(
    tx: EntityManager,
    where: Partial<Pick<AnswerPageEntity, 'id' | 'hash'>>,
  ): Promise<FoundAnswerPage | null> {
    const page = await tx.findOneBy(AnswerPageEntity, where);
    if (page === null) return null;
    const request = await tx.findOneByOrFail(TicketCoordinationEntity, { id: page.coordinationId });
    const ticket = await tx.findOneByOrFail(TicketEntity, { id: page.ticketId });
    const standing = answerPageStanding(
      {
        endsAt: request.legalEndAt,
        answeredAt: page.answeredAt,
        revokedAt: page.revokedAt,
        requestEndedAt: request.endedAt,
        ofPresentCycle: request.cycle === ticket.cycle,
        ticketState: ticket.state,
        nature: ticket.nature,
      },
      this.clock.now(),
    );
    return { page, request, ticket, standing };
  }
}
