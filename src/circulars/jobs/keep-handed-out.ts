import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DistributeCircular } from '../application/distribute-circular.js';
import { CircularQueries } from '../persistence/circular-queries.js';

/** Sees to it that new members of a unit, and new units, get what is in force for them. */
@Injectable()
export class KeepHandedOut {
  constructor(
    private readonly clock: Clock,
    private readonly queries: CircularQueries,
    private readonly distributeCircular: DistributeCircular,
  ) {}

  /** @returns how many got something to read */
  async run(): Promise<number> {
    let given = 0;
    for (const circular of await this.queries.inForce(civilDateOf(this.clock.now())))
      given += await this.distributeCircular.distribute(circular);
    return given;
  }
}
