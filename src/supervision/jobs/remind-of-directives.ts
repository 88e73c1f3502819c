import { Injectable } from '@nestjs/common';
import { Calendars } from '../../calendar/index.js';
import { addDays, civilDateOf, minuteOfDay } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayBeWorked } from '../domain/silence.js';
import { TellOfDirective } from '../application/tell-of-directive.js';
import { SupervisionQueries } from '../persistence/supervision-queries.js';
import { DirectiveEntity } from '../persistence/supervision.entities.js';

/** Nobody is reminded before the office opens. */
const FROM_MINUTE = 8 * 60;

/** Each hour: reminds units of directives that are due by tomorrow or overdue, once each working day. */
@Injectable()
export class RemindOfDirectives {
  constructor(
    private readonly queries: SupervisionQueries,
    private readonly tell: TellOfDirective,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns of how many somebody was told */
  async run(): Promise<number> {
    const now = this.clock.now();
    const today = civilDateOf(now);
    if (minuteOfDay(now) < FROM_MINUTE || !mayBeWorked(today, await this.calendars.current())) return 0;
    let told = 0;
    for (const directive of await this.queries.directivesToTell(addDays(today, 1), today)) {
      told += await this.uow.run(async (tx) => {
        const { id, version } = directive;
        const { affected } = await tx.update(DirectiveEntity, { id, version, state: 'open' }, { toldOn: today });
        if (affected !== 1) return 0;
        await this.tell.due(tx, directive, today);
        return 1;
      });
    }
    return told;
  }
}
