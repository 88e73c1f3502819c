import { Injectable } from '@nestjs/common';
import { DecisionAuthorities } from '../../../delegation/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { seesEveryUnit } from '../../domain/deadlines/policy.js';
import { DECISIONS, isProposed, type DecidedAct } from '../../domain/decisions/who-decides.js';

/** Says who is told that something waits for a decision. */
@Injectable()
export class Deciders {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly authorities: DecisionAuthorities,
  ) {}

  /**
   * Persons authorised by name, as long as they see the matters of every unit, and the leaders; of what units ask for, the office that decides it in their place, where one was authorised and has
   * anybody.
   */
  async of(act: DecidedAct): Promise<readonly string[]> {
    const holders = await this.authorities.holdersOf(DECISIONS[act].matter);
    const offices = isProposed(act) ? [] : holders.offices;
    const inOffice = (await Promise.all(offices.map((office) => this.staff.peopleWith(office)))).flat();
    const byName = (await this.staff.people()).filter(
      ({ id, actor }) => holders.people.includes(id) && seesEveryUnit(actor),
    );
    const others = inOffice.length > 0 ? inOffice : await this.staff.peopleWith('leader');
    return [...new Set([...others, ...byName].map(({ id }) => id))];
  }
}
