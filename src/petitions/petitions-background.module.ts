import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { RemindOfPetitions } from './jobs/remind-of-petitions.js';
import { PetitionsModule } from './petitions.module.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Nobody forgets a petition; part of a worker's background. */
@Module({ imports: [PetitionsModule] })
export class PetitionsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly remind: RemindOfPetitions,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { name: 'petitions.remind', timeZone: TIME_ZONE })
  remindOfPetitions(): Promise<void> {
    return this.work.onOneWorker('petitions.remind', EVERY_HOUR_MS, () => this.remind.run());
  }
}
