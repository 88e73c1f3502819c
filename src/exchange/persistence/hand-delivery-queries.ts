import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { HandDeliveryEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';

const SHOWN = 200;

/** Reads of the letters that clerks send by hand. */
@Injectable()
export class HandDeliveryQueries {
  constructor(private readonly database: Database) {}

  /** Of one letter or several, in the order in which they came to be owed. */
  async ofLetters(outgoingDocumentIds: readonly string[]): Promise<HandDeliveryEntity[]> {
    const found = await inPieces(outgoingDocumentIds, (some) =>
      this.rows.find({ where: { outgoingDocumentId: In(some) }, order: { owedSince: 'ASC', id: 'ASC' } }),
    );
    return [...found];
  }

  /** What nobody has sent of letters that may leave, the longest owed first. */
  owed(): Promise<HandDeliveryEntity[]> {
    return cutList(
      { name: 'Văn bản phải gửi tay', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.standing().orderBy('d.owedSince', 'ASC').addOrderBy('d.id', 'ASC').limit(SHOWN).getManyAndCount(),
    );
  }

  owedCount(): Promise<number> {
    return countTogether(this.database, countOf(this.standing()));
  }

  /** Not of a letter whose seal turned out not to hold, whose number was voided, or which was recalled. */
  private standing(): SelectQueryBuilder<HandDeliveryEntity> {
    return this.rows
      .createQueryBuilder('d')
      .innerJoin(OutgoingDocumentEntity, 'o', 'o.id = d.outgoingDocumentId')
      .innerJoin('signature_request', 'r', 'r.id = o.signatureRequestId')
      .where('d.doneAt IS NULL AND o.recalledAt IS NULL')
      .andWhere('r.state IN (:...states)', { states: ['sealed', 'released'] });
  }

  private get rows() {
    return this.database.reader.getRepository(HandDeliveryEntity);
  }
}
