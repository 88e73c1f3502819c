import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { CHAIN_START } from '../../kernel/hash-chain.js';
import { Database } from '../../platform/database/database.js';
import type { JournalHead } from '../domain/journal-check.js';
import { JournalEntryEntity, JournalHeadEntity } from './journal.entities.js';

const PAGE = 2000;

/** Reads the whole journal, page by page, for those who check it. */
@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  async *linesAfter(seq: number): AsyncGenerator<readonly JournalEntryEntity[]> {
    for (let after = seq; ;) {
      const page = await this.database.reader.manager.find(JournalEntryEntity, {
        where: { seq: MoreThan(after) },
        order: { seq: 'ASC' },
        take: PAGE,
      });
      if (page.length > 0) yield page;
      after = page.at(-1)?.seq ?? after;
      if (page.length < PAGE) return;
    }
  }

  /** The hash of a line; null where there is none. */
  async hashAt(seq: number): Promise<string | null> {
    if (seq === 0) return CHAIN_START;
    const line = await this.database.reader.manager.findOneBy(JournalEntryEntity, { seq });
    return line?.hash ?? null;
  }

  async head(): Promise<JournalHead> {
    const row = await this.database.reader.manager.findOneBy(JournalHeadEntity, { id: 1 });
    return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: CHAIN_START };
  }
}
