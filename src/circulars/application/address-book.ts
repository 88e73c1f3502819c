import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fold } from '../../kernel/vietnamese.js';
import { OrganisationQueries, StaffDirectory } from '../../organisation/index.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';

/** Units and people as somebody writes them, a line each. */
export interface WrittenPlaces {
  /** Names or codes, with or without marks. */
  readonly units: readonly string[];
  /** Names of accounts. */
  readonly people: readonly string[];
}

/** Finds the units and people that somebody named, and names those that were found. */
@Injectable()
export class AddressBook {
  constructor(
    private readonly clock: Clock,
    private readonly organisation: OrganisationQueries,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws DomainError `input-invalid` naming the line that nobody bears, at `units` or `people` */
  async find({ units, people }: WrittenPlaces): Promise<{ readonly unitIds: string[]; readonly staffIds: string[] }> {
    const [known, staff] = await Promise.all([this.unitsToday(), this.staff.people()]);
    const unitIds = units.map((line) => {
      const unit = known.find(({ name, code }) => [fold(name), fold(code)].includes(fold(line)));
      if (unit) return unit.id;
      throw new DomainError('input-invalid', {
        field: 'units',
        message: `Không thấy đơn vị “${line}” đang hoạt động.`,
      });
    });
    const staffIds = people.map((line) => {
      const person = staff.find(({ username }) => username === line.trim().toLowerCase());
      if (person) return person.id;
      throw new DomainError('input-invalid', { field: 'people', message: `Không thấy tài khoản “${line}”.` });
    });
    return { unitIds: [...new Set(unitIds)], staffIds: [...new Set(staffIds)] };
  }

  /** The same, the other way round; who has left falls away. */
  async written(unitIds: readonly string[], staffIds: readonly string[]): Promise<WrittenPlaces> {
    const [known, staff] = await Promise.all([this.unitsToday(), this.staff.people()]);
    return {
      units: known.filter(({ id }) => unitIds.includes(id)).map(({ name }) => name),
      people: staff.filter(({ id }) => staffIds.includes(id)).map(({ username }) => username),
    };
  }

  private async unitsToday() {
    const today = civilDateOf(this.clock.now());
    return (await this.organisation.units()).filter((unit) => isInForce(unit, today));
  }
}
