import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NumberingHold } from '../../documents/index.js';
import { countOn } from '../../platform/database/counted-row.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import type { Counters, PositionSource } from '../../platform/position/position-sources.js';
import { PetitionYearEntity } from '../persistence/petition.entities.js';

/**
 * Numbers of the register of petitions, consecutive from 1 in each year: the update of the year's row puts takers in a queue until commit, a rollback gives the
 * number back. After a restore none is given again.
 */
@Injectable()
export class PetitionNumbers implements PositionSource {
  readonly name = 'petitions';

  constructor(
    private readonly database: Database,
    private readonly hold: NumberingHold,
  ) {}

  /** @throws DomainError `numbering-held` while it is not known what was given before a restore */
  async next(tx: EntityManager, year: number): Promise<number> {
    await this.hold.requireOpen(tx);
    return countOn(tx, { entity: PetitionYearEntity, key: { year } }, 1);
  }

  async read(): Promise<Counters> {
    const years = await this.database.reader.manager.find(PetitionYearEntity);
    return Object.fromEntries(years.map(({ year, last }) => [String(year), last]));
  }

  async raise(tx: EntityManager, counters: Counters): Promise<void> {
    for (const [key, last] of Object.entries(counters)) {
      const year = Number(key);
      await this.open(tx, year);
      const known = await tx.findOneByOrFail(PetitionYearEntity, { year });
      if (known.last < last) await tx.update(PetitionYearEntity, { year }, { last });
    }
  }

  /** Another transaction may open the year at the same moment; then it is there, which is all that is wanted. */
  private async open(tx: EntityManager, year: number): Promise<void> {
    if (await tx.existsBy(PetitionYearEntity, { year })) return;
    await tx.insert(PetitionYearEntity, { year, last: 0 }).catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
    });
  }
}
