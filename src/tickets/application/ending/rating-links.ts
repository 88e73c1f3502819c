import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { TicketRatingLinkEntity } from '../../persistence/rating.entities.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { isLinkSecret, newLinkSecret } from '../../domain/link-secret.js';
import { ratingAddress } from '../../domain/reply/rating-link.js';
import { RateAnswer, type CitizenRating } from './rate-answer.js';

/** What the page behind a link shows: which ticket is rated, and until when. */
export interface OpenRatingLink {
  readonly code: string;
  readonly answeredAt: Date;
  readonly expiresAt: Date;
}

type Rateable = Pick<TicketEntity, 'id' | 'cycle' | 'hotlineCode'>;

/** The links by which citizens judge an answer themselves: one for each cycle, used once, dead when the time for judging is over. */
@Injectable()
export class RatingLinks {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly rateAnswer: RateAnswer,
  ) {}

  /**
   * The address that goes out with the answer, in the transaction that sends it; one that was issued before for the same cycle is dead from now on.
   *
   * @returns null where citizens cannot reach the agency, did not come through the hotline that carries it, or have no time left to judge
   */
  async issue(
    tx: EntityManager,
    { id: ticketId, cycle, hotlineCode }: Rateable,
    ratingEndsAt: Date | null,
  ): Promise<string | null> {
    const { publicUrl, isPublic } = this.settings.http;
    const issuedAt = this.clock.now();
    if (!isPublic || hotlineCode === null || ratingEndsAt === null || ratingEndsAt <= issuedAt) return null;
    const secret = newLinkSecret();
    await tx.delete(TicketRatingLinkEntity, { ticketId, cycle, usedAt: IsNull() });
    if (await tx.existsBy(TicketRatingLinkEntity, { ticketId, cycle })) return null;
    const link = { id: newId(), ticketId, cycle, hash: sha256Of(secret), issuedAt, expiresAt: ratingEndsAt };
    await tx.insert(TicketRatingLinkEntity, { ...link, usedAt: null });
    return ratingAddress(publicUrl, secret);
  }

  /** @returns null for what was never given out, was used, is over, or judges an answer that no longer stands: all are told the same */
  async open(secret: string): Promise<OpenRatingLink | null> {
    const found = await this.found(this.database.reader.manager, secret);
    if (found === null) return null;
    const { link, ticket, answeredAt } = found;
    return { code: ticket.code, answeredAt, expiresAt: link.expiresAt };
  }

  /** Keeps the judgement; the link is used by it. @throws DomainError `not-found` where `open` gives nothing, `input-invalid`, `changed-meanwhile` */
  async use(secret: string, rating: CitizenRating): Promise<void> {
    await this.uow.run(async (tx) => {
      const found = await this.found(tx, secret);
      if (found === null) throw new DomainError('not-found', { what: 'ratingLink' });
      await this.rateAnswer.rate(SYSTEM, found.ticket.id, rating);
      const unused = { id: found.link.id, usedAt: IsNull() };
      const { affected } = await tx.update(TicketRatingLinkEntity, unused, { usedAt: this.clock.now() });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ratingLink' });
    });
  }

  private async found(tx: EntityManager, secret: string) {
    if (!isLinkSecret(secret)) return null;
    const link = await tx.findOneBy(TicketRatingLinkEntity, { hash: sha256Of(secret), usedAt: IsNull() });
    if (link === null || link.expiresAt <= this.clock.now()) return null;
    const ticket = await tx.findOneBy(TicketEntity, { id: link.ticketId });
    const stands = ticket !== null && ticket.cycle === link.cycle && ticket.rating === null;
    return stands && ticket.answeredAt !== null ? { link, ticket, answeredAt: ticket.answeredAt } : null;
  }
}
