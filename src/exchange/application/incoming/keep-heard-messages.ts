import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { insertRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { HeardMessageEntity } from '../../persistence/heard-message.entity.js';
import { HeardMessages } from '../../ports/heard-messages.port.js';

/** Remembers in the database that all processes share. Only callers whose password was right are remembered, for minutes, so it stays small. */
@Injectable()
export class KeepHeardMessages extends HeardMessages {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  async remember(key: string, now: Date, until: Date): Promise<boolean> {
    const keyHash = createHash('sha256').update(key, 'utf8').digest('hex');
    try {
      await this.uow.run(async (tx) => {
        await tx.delete(HeardMessageEntity, { until: LessThanOrEqual(now) });
        await insertRows(tx, HeardMessageEntity, { keyHash, until });
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
