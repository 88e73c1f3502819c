import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { cutList } from '../../../platform/cut-lists.js';
import { Database } from '../../../platform/database/database.js';
import { TrustCertificateEntity, TrustProposalEntity } from './trust.entities.js';

const SHOWN = 100;

/** Named reads of the trust store; small tables, read whole. */
@Injectable()
export class TrustQueries {
  constructor(private readonly database: Database) {}

  /** Every certificate that was ever in the store, oldest first. */
  certificates(tx: EntityManager = this.database.reader.manager): Promise<TrustCertificateEntity[]> {
    return tx.find(TrustCertificateEntity, { order: { activeFrom: 'ASC', id: 'ASC' } });
  }

  /** Those that count now. */
  active(tx: EntityManager = this.database.reader.manager): Promise<TrustCertificateEntity[]> {
    return tx.find(TrustCertificateEntity, { where: { activeTo: IsNull() }, order: { activeFrom: 'ASC', id: 'ASC' } });
  }

  proposal(id: string, tx: EntityManager = this.database.reader.manager): Promise<TrustProposalEntity | null> {
    return tx.findOneBy(TrustProposalEntity, { id });
  }

  /** Oldest first. */
  waiting(tx: EntityManager = this.database.reader.manager): Promise<TrustProposalEntity[]> {
    return tx.find(TrustProposalEntity, { where: { state: 'waiting' }, order: { proposedAt: 'ASC', id: 'ASC' } });
  }

  /** The latest ones, whatever became of them. */
  latest(): Promise<TrustProposalEntity[]> {
    return cutList(
      { name: 'Đề nghị thay đổi chứng thư số tin cậy', how: 'Hiện các dòng mới nhất.' },
      this.database.reader.manager.findAndCount(TrustProposalEntity, {
        order: { proposedAt: 'DESC', id: 'DESC' },
        take: SHOWN,
      }),
    );
  }
}
