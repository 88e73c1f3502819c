import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FirstDayLeftEntity } from '../persistence/account.entities.js';

/** Who still needs the steps of the first day. */
@Injectable()
export class FirstDays {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async isLeft({ id: staffId }: Actor): Promise<boolean> {
    return this.database.reader.getRepository(FirstDayLeftEntity).existsBy({ staffId });
  }

  /** The person does not want them again; to say so twice changes nothing. */
  async leave({ id: staffId }: Actor): Promise<void> {
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(FirstDayLeftEntity, { staffId })) return;
      await tx.insert(FirstDayLeftEntity, { staffId, leftAt: this.clock.now() });
    });
  }
}
