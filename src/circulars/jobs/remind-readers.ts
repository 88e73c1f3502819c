import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TellReceivers } from '../application/tell-receivers.js';
import { reminderStep } from '../domain/circular.js';
import { CircularQueries } from '../persistence/circular-queries.js';
import { CircularEntity } from '../persistence/circulars.entities.js';

/** Each hour: reminds those who have not acknowledged, before the last day, on it, and once a week after it. */
@Injectable()
export class RemindReaders {
  constructor(
    private readonly clock: Clock,
    private readonly queries: CircularQueries,
    private readonly tell: TellReceivers,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns how many people were reminded */
  async run(): Promise<number> {
    const today = civilDateOf(this.clock.now());
    let told = 0;
    for (const circular of await this.queries.inForce(today)) {
      const remindedStep = reminderStep(circular.dueOn, today);
      if (remindedStep === null || remindedStep === circular.remindedStep) continue;
      told += await this.tell.remind(circular, remindedStep);
      await this.uow.run((tx) => tx.update(CircularEntity, { id: circular.id }, { remindedStep }));
    }
    return told;
  }
}
