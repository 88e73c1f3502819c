import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { nextTurn } from '../../kernel/turns.js';
import { Database } from '../../platform/database/database.js';
import { copiesFor } from '../domain/copies.js';
import { POSTAL_WAYS, type PostalRow } from '../domain/delivery/postal-columns.js';
import { wholeYear, type RegisterSpan } from '../domain/register-span.js';
import { OutgoingDocumentEntity } from './documents.entities.js';
import { HandDeliveryEntity } from './hand-delivery.entity.js';

/** Where a line stands in the book: its day, then its id. */
type PostalPlace = Pick<HandDeliveryEntity, 'sentOn' | 'id'>;

/** A line of the book with what leads to it. */
export interface PostalLine extends PostalRow {
  readonly id: string;
  readonly outgoingDocumentId: string;
}

const AT_ONCE = 500;

/** Reads of the postal book: letters that went by post or were handed over, by the day on which they left. */
@Injectable()
export class PostalQueries {
  constructor(private readonly database: Database) {}

  /** What left in a year, newest first. @param before the id of the line above which nothing is shown; null for the newest */
  async page(year: number, before: string | null, size: number): Promise<readonly PostalLine[]> {
    const place = before === null ? null : await this.rows.findOneBy({ id: before });
    const query = this.sent(wholeYear('postal', year));
    if (place !== null)
      query.andWhere('(d.sentOn < :day OR (d.sentOn = :day AND d.id < :id))', { day: place.sentOn, id: place.id });
    const found = await query.orderBy('d.sentOn', 'DESC').addOrderBy('d.id', 'DESC').take(size).getMany();
    return this.lines(found);
  }

  /** What left on the days of a span, in the order of the days. */
  async *between(span: Pick<RegisterSpan, 'from' | 'to'>): AsyncGenerator<readonly PostalLine[]> {
    for (let after: PostalPlace | undefined; ;) {
      const query = this.sent(span);
      if (after !== undefined)
        query.andWhere('(d.sentOn > :day OR (d.sentOn = :day AND d.id > :id))', { day: after.sentOn, id: after.id });
      const found = await query.orderBy('d.sentOn', 'ASC').addOrderBy('d.id', 'ASC').take(AT_ONCE).getMany();
      if (found.length > 0) yield await this.lines(found);
      after = found.at(-1);
      if (after === undefined || found.length < AT_ONCE) return;
      await nextTurn();
    }
  }

  /** When those of these letters that answer a receiver outside the exchange were sent, by the letter's id. */
  async answersSentOn(letters: readonly OutgoingDocumentEntity[]): Promise<ReadonlyMap<string, CivilDate>> {
    const found = await this.rows.findBy({ outgoingDocumentId: In(letters.map(({ id }) => id)) });
    const answered = new Map(letters.map(({ id, replyToId }) => [id, replyToId]));
    return new Map(
      found.flatMap(({ outgoingDocumentId, incomingDocumentId, sentOn }) =>
        sentOn !== null && answered.get(outgoingDocumentId) === incomingDocumentId
          ? [[outgoingDocumentId, sentOn]]
          : [],
      ),
    );
  }

  private sent({ from, to }: Pick<RegisterSpan, 'from' | 'to'>): SelectQueryBuilder<HandDeliveryEntity> {
    return this.rows
      .createQueryBuilder('d')
      .where('d.sentOn BETWEEN :from AND :to', { from, to })
      .andWhere('d.way IN (:...ways)', { ways: POSTAL_WAYS });
  }

  private async lines(found: readonly HandDeliveryEntity[]): Promise<readonly PostalLine[]> {
    const ids = [...new Set(found.map(({ outgoingDocumentId }) => outgoingDocumentId))];
    const letters = await this.database.reader.getRepository(OutgoingDocumentEntity).findBy({ id: In(ids) });
    const known = new Map(letters.map((letter) => [letter.id, letter]));
    return found.flatMap(({ id, outgoingDocumentId, receiver, note, receivedOn, way, sentOn, envelopes }) => {
      const letter = known.get(outgoingDocumentId);
      if (letter === undefined || way === null || sentOn === null) return [];
      const { number, notation, recalledAt } = letter;
      return [
        {
          id,
          outgoingDocumentId,
          receiver,
          note,
          receivedOn,
          way,
          sentOn,
          number,
          notation,
          envelopes: envelopes ?? 1,
          copies: copiesFor(letter, 0),
          isRecalled: recalledAt !== null,
        },
      ];
    });
  }

  private get rows() {
    return this.database.reader.getRepository(HandDeliveryEntity);
  }
}
