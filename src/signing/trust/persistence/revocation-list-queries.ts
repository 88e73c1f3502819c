import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { TrustRevocationListEntity } from './revocation-list.entity.js';

/** Named reads of the kept lists of revoked certificates. */
@Injectable()
export class RevocationListQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<TrustRevocationListEntity | null> {
    return this.rows.findOneBy({ id });
  }

  /** One for each address, by address. */
  all(): Promise<TrustRevocationListEntity[]> {
    return this.rows.find({ order: { address: 'ASC' } });
  }

  count(): Promise<number> {
    return this.rows.count();
  }

  private get rows() {
    return this.database.reader.getRepository(TrustRevocationListEntity);
  }
}
