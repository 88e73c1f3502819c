import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublicCounts, TicketRules } from '../../tickets/index.js';
import { PublicNews } from '../application/public-news.js';
import { lastMonths, publicFigures, type Counts } from '../domain/public-figures.js';
import { PublicFiguresEntity } from '../persistence/publication.entities.js';

/** Once a day counts what the public reads in figures, month by month, so that no visitor ever counts tickets. */
@Injectable()
export class CountFigures {
  constructor(
    private readonly counts: PublicCounts,
    private readonly rules: TicketRules,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly news: PublicNews,
  ) {}

  /** @returns whether this was the first turn of the day, which counts */
  async run(): Promise<boolean> {
    const countedAt = this.clock.now();
    const day = civilDateOf(countedAt);
    if (await this.database.reader.manager.existsBy(PublicFiguresEntity, { day })) return false;
    const { categories } = await this.rules.policyAt(day);
    const counted = [];
    for (const month of lastMonths(day)) {
      const byCategory = new Map<string, Counts>();
      for (const { category, ...counts } of await this.counts.ofMonth(month)) {
        byCategory.set(categories[category].name, counts);
      }
      counted.push({ month, byCategory });
    }
    const figures = publicFigures(counted);
    await this.uow.run(async (tx) => {
      if (!(await tx.existsBy(PublicFiguresEntity, { day })))
        await tx.insert(PublicFiguresEntity, { day, figures, countedAt });
    });
    this.news.changed();
    return true;
  }
}
