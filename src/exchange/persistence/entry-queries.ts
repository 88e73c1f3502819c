import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { EntryByHandEntity } from './entry-by-hand.entity.js';

const SHOWN = 200;
const TICKED_SHOWN = 30;

/** Reads of the lines that clerks enter in the e-office by hand. */
@Injectable()
export class EntryQueries {
  constructor(private readonly database: Database) {}

  /** What nobody has ticked off, oldest first. */
  owed(): Promise<EntryByHandEntity[]> {
    return cutList(
      { name: 'Ghi tay vào sổ hệ thống quản lý văn bản', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.rows.findAndCount({
        where: { tickedAt: IsNull() },
        order: { owedSince: 'ASC', incomingDocumentId: 'ASC' },
        take: SHOWN,
      }),
    );
  }

  /** What was ticked off last, newest first. */
  ticked(): Promise<EntryByHandEntity[]> {
    return this.rows.find({ where: { tickedAt: Not(IsNull()) }, order: { tickedAt: 'DESC' }, take: TICKED_SHOWN });
  }

  /** How many nobody has ticked off. */
  owedCount(): Promise<number> {
    return countTogether(this.database, countOf(this.rows.createQueryBuilder('e').where({ tickedAt: IsNull() })));
  }

  of(incomingDocumentId: string): Promise<EntryByHandEntity | null> {
    return this.rows.findOneBy({ incomingDocumentId });
  }

  /** Those of these documents that are entered by hand. */
  async among(incomingDocumentIds: readonly string[]): Promise<ReadonlyMap<string, EntryByHandEntity>> {
    const found = await inPieces(incomingDocumentIds, (some) => this.rows.findBy({ incomingDocumentId: In(some) }));
    return new Map(found.map((row) => [row.incomingDocumentId, row]));
  }

  private get rows() {
    return this.database.reader.getRepository(EntryByHandEntity);
  }
}
