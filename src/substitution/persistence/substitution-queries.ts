import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import { holdsAt } from '../domain/substitution.js';
import { SubstitutionEntity } from './substitution.entity.js';

const PAST_SHOWN = 20;

interface Agreed {
  /** What was over by then is not among them. */
  readonly since: Date;
  readonly all: readonly Readonly<SubstitutionEntity>[];
}

/** Agreed to and not ended: those that hold, and those whose time is to come. */
const AGREED = new ReferenceData<Agreed, Date>(['substitution'], async (rows, since) => ({
  since,
  all: await rows.findBy(SubstitutionEntity, { ...open(since), agreedAt: Not(IsNull()) }),
}));

/** Finds substitutions: a table of people who are away, short at any moment. */
@Injectable()
export class SubstitutionQueries {
  constructor(private readonly database: Database) {}

  /** Those that hold at this moment. */
  async holding(at: Date): Promise<readonly Readonly<SubstitutionEntity>[]> {
    const { since, all } = await AGREED.of(this.database, at);
    // A clock that was set back.
    if (at < since) return holdingAt(this.database.reader.manager, at);
    return all.filter((one) => holdsAt(one, at));
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
