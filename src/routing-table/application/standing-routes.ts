import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import type { Category } from '../../law/index.js';
import { levelsOf } from '../domain/names/named-levels.js';
import { namedUnits } from '../domain/names/named-units.js';
import { routeOf, type Route } from '../domain/routing-line.js';
import { NameIndexes } from './name-indexes.js';
import { RoutingTable } from './routing-table.js';

/** A matter as it was written down. */
export interface WrittenMatter {
  readonly category: Category;
  /** Subject and words: the school that they name may lead. */
  readonly text: string;
  readonly place: string;
}

/** Says to whom the standing table of routing gives a matter today, by its field and by the school that its words name for sure. */
@Injectable()
export class StandingRoutes {
  constructor(
    private readonly clock: Clock,
    private readonly table: RoutingTable,
    private readonly names: NameIndexes,
  ) {}

  /** @returns null where no line fits */
  async of({ category, text, place }: WrittenMatter): Promise<Route | null> {
    const day = civilDateOf(this.clock.now());
    const [table, index] = await Promise.all([this.table.all(), this.names.of(day)]);
    const named = namedUnits(index, text, place);
    const namedUnitId = named.sure.length === 1 ? (named.sure[0]?.unitId ?? null) : null;
    return routeOf(
      table,
      { category, levels: levelsOf({ category, named, namedUnitId }, index), place, namedUnitId },
      day,
    );
  }
}
