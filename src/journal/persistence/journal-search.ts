import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { JournalEntryEntity } from './journal.entities.js';

/** By what lines are looked for; what is left out or empty is no condition. */
export interface JournalWish {
  /** Any of these people; an empty list finds nobody's. */
  readonly actorIds?: readonly string[] | undefined;
  /** In whose place it was done. */
  readonly principalId?: string | undefined;
  readonly action?: string | undefined;
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  readonly address?: string | undefined;
  /** From this instant on. */
  readonly from?: Date | undefined;
  /** Before this instant. */
  readonly before?: Date | undefined;
}

/** The line after which a page begins. */
export interface JournalPlace {
  readonly at: Date;
  readonly seq: number;
}

const BATCH = 1000;

/** Finds lines of the journal by who did what to what, when and from where. Each condition has an index that also holds the time. */
@Injectable()
export class JournalSearch {
  constructor(private readonly database: Database) {}

  /** Newest first. @param after null: from the newest on */
  page(wish: JournalWish, after: JournalPlace | null, count: number): Promise<JournalEntryEntity[]> {
    const lines = this.matching(wish).orderBy('line.at', 'DESC').addOrderBy('line.seq', 'DESC').take(count);
    if (after !== null)
      lines.andWhere('line.at <= :lastAt AND (line.at < :lastAt OR line.seq < :lastSeq)', {
        lastAt: after.at,
        lastSeq: after.seq,
      });
    return lines.getMany();
  }

  /** In the order of the chain, up to and with the line `last`. */
  async *all(wish: JournalWish, last: number): AsyncGenerator<readonly JournalEntryEntity[]> {
    for (let after = 0; after < last;) {
      const lines = await this.matching(wish)
        .andWhere('line.seq > :after AND line.seq <= :last', { after, last })
        .orderBy('line.seq', 'ASC')
        .take(BATCH)
        .getMany();
      if (lines.length > 0) yield lines;
      if (lines.length < BATCH) return;
      after = lines.at(-1)?.seq ?? last;
    }
  }

  /** A line by its number; null where there is none. */
  line(seq: number): Promise<JournalEntryEntity | null> {
    return this.database.reader.manager.findOneBy(JournalEntryEntity, { seq });
  }

  private matching(wish: JournalWish): SelectQueryBuilder<JournalEntryEntity> {
    const lines = this.database.reader.getRepository(JournalEntryEntity).createQueryBuilder('line');
    if (wish.actorIds?.length === 0) return lines.where('1 = 0');
    lines.where('1 = 1');
    if (wish.actorIds) lines.andWhere('line.actorId IN (:...actorIds)', { actorIds: wish.actorIds });
    for (const name of ['principalId', 'action', 'objectKind', 'objectId', 'address'] as const)
      if (wish[name]) lines.andWhere(`line.${name} = :${name}`, { [name]: wish[name] });
    if (wish.from) lines.andWhere('line.at >= :from', { from: wish.from });
    if (wish.before) lines.andWhere('line.at < :before', { before: wish.before });
    return lines;
  }
}
