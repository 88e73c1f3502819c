import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { SubstitutionEntity } from './substitution.entity.js';

const PAST_SHOWN = 20;

/** Finds substitutions: a table of people who are away, short at any moment. */
@Injectable()
export class SubstitutionQueries {
  constructor(private readonly database: Database) {}

  /** Those that hold at this moment. */
  holding(at: Date): Promise<SubstitutionEntity[]> {
    return holdingAt(this.database.reader.manager, at);
  }

  /** Those that hold now or will, once they are agreed to, in the order in which they begin. */
  open(at: Date, tx: EntityManager = this.database.reader.manager): Promise<SubstitutionEntity[]> {
    return tx.find(SubstitutionEntity, { where: open(at), order: { validFrom: 'ASC', id: 'ASC' } });
  }

  /** A person's last substitutions that are over, on either side, newest first. */
  async past(staffId: string, at: Date): Promise<readonly SubstitutionEntity[]> {
    const over = (side: FindOptionsWhere<SubstitutionEntity>): FindOptionsWhere<SubstitutionEntity>[] => [
      { ...side, validTo: LessThanOrEqual(at) },
      { ...side, endedAt: LessThanOrEqual(at) },
    ];
    return this.database.reader.manager.find(SubstitutionEntity, {
      where: [...over({ principalId: staffId }), ...over({ substituteId: staffId })],
      order: { validTo: 'DESC', id: 'ASC' },
      take: PAST_SHOWN,
    });
  }
}

/** Those that hold at a moment, also inside somebody else's transaction. */
export function holdingAt(rows: EntityManager, at: Date): Promise<SubstitutionEntity[]> {
  return rows.findBy(SubstitutionEntity, { ...open(at), validFrom: LessThanOrEqual(at), agreedAt: Not(IsNull()) });
}

function open(at: Date): FindOptionsWhere<SubstitutionEntity> {
  return { endedAt: IsNull(), validTo: MoreThan(at) };
}
