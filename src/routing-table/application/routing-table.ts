import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import type { RoutingCase } from '../domain/routing-flaws.js';
import { RoutingLineEntity } from '../persistence/routing-line.entity.js';

/** Reads the standing table of routing. */
@Injectable()
export class RoutingTable {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** The whole table, oldest line first. */
  all(tx: EntityManager = this.database.reader.manager): Promise<RoutingLineEntity[]> {
    return tx.find(RoutingLineEntity, { order: { no: 'ASC' } });
  }

  /** Who may stand in the table: units that the department commands, with their contact officers. */
  async candidates(): Promise<RoutingCase['units']> {
    const [units, officers] = await Promise.all([this.staff.commandedUnits(), this.staff.contactOfficers()]);
    return units.map(({ id }) => ({
      id,
      officerIds: officers.filter(({ unitId }) => unitId === id).map((officer) => officer.id),
    }));
  }
}
