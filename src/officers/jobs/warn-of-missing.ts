import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Notices, StandingConditions } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HEAR_OF_MISSING } from '../domain/policy.js';
import { OfficerDirectory } from '../application/officer-directory.js';

const NAMED = 5;

/** Each hour: tells the Office and supervision which units have no contact officer, once each time a unit is left without one. */
@Injectable()
export class WarnOfMissing {
  constructor(
    private readonly directory: OfficerDirectory,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly conditions: StandingConditions,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns how many units have none */
  async run(): Promise<number> {
    const units = await this.directory.missing();
    const people = (await Promise.all(HEAR_OF_MISSING.map((role) => this.staff.peopleWith(role)))).flat();
    const ids = units.map(({ id }) => id);
    await this.uow.run(async (tx) => {
      const begun = new Set(await this.conditions.begun(tx, 'officers.missing', ids));
      if (begun.size === 0) return;
      // Units that have just lost their officer are named first.
      const named = [...units].sort((one, other) => Number(begun.has(other.id)) - Number(begun.has(one.id)));
      await this.notices.tellEach(
        tx,
        people.map(({ id }) => id),
        { key: `officers.missing:${newId()}`, kind: 'reminder', words: wordsOf(named) },
      );
    });
    return units.length;
  }
}

function wordsOf(units: readonly { readonly name: string }[]): string {
  const named = units.slice(0, NAMED).map(({ name }) => name);
  const rest = units.length > NAMED ? ` và ${units.length - NAMED} đơn vị khác` : '';
  return `Chưa có cán bộ đầu mối: ${named.join(', ')}${rest}. Không giao phiếu cho đơn vị đó được. Xem Danh bạ cán bộ đầu mối.`;
}
