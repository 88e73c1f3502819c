import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { RoutingTable } from '../../routing-table/index.js';
import { mayEditRouting } from '../../routing-table/domain/routing-flaws.js';
import { TicketRules } from '../../tickets/index.js';

/** Reads the standing table of routing, for its page. */
@Injectable()
export class RoutingTablePageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly routing: RoutingTable,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly rules: TicketRules,
  ) {}

  async read(actor: Actor) {
    const today = civilDateOf(this.clock.now());
    const [table, allUnits, officers, { categories }] = await Promise.all([
      this.routing.all(),
      this.staff.commandedUnits(),
      this.staff.contactOfficers(),
      this.rules.policyAt(today),
    ]);
    const [units, people] = await Promise.all([
      this.names.units(table.flatMap(({ leadUnitId, coordinators }) => [leadUnitId, ...coordinators])),
      this.names.people(table.map(({ officerId }) => officerId)),
    ]);
    const withOfficers = allUnits.filter(({ id }) => officers.some(({ unitId }) => unitId === id));
    return {
      table,
      units: withOfficers,
      officers,
      names: { units, people },
      categories,
      today,
      mayEdit: mayEditRouting(actor),
    };
  }
}

/** The data for the standing table of routing. */
export type RoutingTableReading = Awaited<ReturnType<RoutingTablePageQuery['read']>>;
