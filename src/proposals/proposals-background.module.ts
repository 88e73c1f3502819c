import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { DAY_MS, TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { TrainModel } from './application/train-model.js';
import { FollowArrivals } from './jobs/follow-arrivals.js';
import { ProposalsModule } from './proposals.module.js';

/** Before a clerk has opened what arrived; while nothing does, a turn is one statement. */
const FOLLOW_EVERY_MS = 20_000;

/** Proposals follow what arrives and what is decided, and learn from it by night; part of a worker's background. */
@Module({ imports: [ProposalsModule] })
export class ProposalsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly follow: FollowArrivals,
    private readonly learning: TrainModel,
  ) {}

  @Interval('proposals.follow', FOLLOW_EVERY_MS)
  followArrivals(): Promise<void> {
    return this.work.onEachWorker('proposals.follow', () => this.follow.run());
  }

  @Cron(CronExpression.EVERY_DAY_AT_2AM, { name: 'proposals.learn', timeZone: TIME_ZONE })
  learn(): Promise<void> {
    return this.work.onOneWorker('proposals.learn', DAY_MS, () => this.learning.train());
  }
}
