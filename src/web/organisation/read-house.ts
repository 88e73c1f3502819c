import { Injectable } from '@nestjs/common';
import { House } from '../../house/index.js';
import { mayEditHouse } from '../../house/domain/house-facts.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import type { HouseReading } from './house.js';
import type { HouseFormReading } from './house-form.js';

/** Reads what documents say of the house, for its pages. */
@Injectable()
export class ReadHouse {
  constructor(
    private readonly house: House,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<HouseReading> {
    const [history, units] = await Promise.all([this.house.history(), this.staff.handlingUnits()]);
    return { history, units, today: civilDateOf(this.clock.now()), mayEdit: mayEditHouse(actor) };
  }

  async form(actor: Actor): Promise<Omit<HouseFormReading, 'refused'>> {
    const { history, units, today } = await this.execute(actor);
    const newest = history.at(-1);
    if (!newest) throw new DomainError('not-found', { what: 'house' });
    return { base: newest.facts, latest: newest.version, units, today };
  }
}
