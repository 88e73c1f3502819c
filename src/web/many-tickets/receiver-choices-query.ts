import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import { TicketListReader } from '../../tickets/index.js';
import { ASSIGNERS } from '../assignments/proposed-assignments-view.js';
import { unitChoices } from '../kit/form/known-choices.js';
import { count } from '../kit/words/numbers.js';
import type { ReceiverChoices } from './many-forms.js';

/** Reads to whom an actor may assign tickets: any unit with an officer, or, for a unit's head, the own one. */
@Injectable()
export class ReceiverChoicesQuery {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly lists: TicketListReader,
  ) {}

  async read(actor: Actor): Promise<ReceiverChoices> {
    const [commanded, officers, held, leaders] = await Promise.all([
      this.staff.commandedUnits(),
      this.staff.contactOfficers(),
      this.lists.openByOfficer(),
      this.staff.peopleWith('leader'),
    ]);
    const isFree = hasRole(actor, ...ASSIGNERS);
    const units = commanded.filter(
      ({ id }) => (isFree || id === actor.unitId) && officers.some(({ unitId }) => unitId === id),
    );
    return {
      units: unitChoices(units),
      officers: units.flatMap((unit) =>
        officers
          .filter(({ unitId }) => unitId === unit.id)
          .map(({ id, fullName }) => ({
            value: id,
            label: named(fullName, held.get(id) ?? 0),
            group: { key: unit.id, label: unit.name },
          })),
      ),
      leaders:
        isFree && !hasRole(actor, 'leader') ? leaders.map(({ id, fullName }) => ({ value: id, label: fullName })) : [],
    };
  }
}

function named(name: string, held: number): string {
  return held === 0 ? name : `${name}, đang giữ ${count(held)} phiếu`;
}
