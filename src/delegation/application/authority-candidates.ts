import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import type { UnitKind } from '../../organisation/domain/functions.js';
import type { Candidate } from '../domain/authority-flaws.js';

/** Units that are parts of the department itself. */
const INSIDE: readonly UnitKind[] = ['office', 'division', 'inspectorate'];

/** Who may come into the table: those who work here, with what the rules ask of them. */
@Injectable()
export class AuthorityCandidates {
  constructor(private readonly staff: StaffDirectory) {}

  /** Leaders and heads of units first, each by name. */
  async all(): Promise<readonly Candidate[]> {
    const [people, units] = await Promise.all([this.staff.people(), this.staff.units()]);
    const kindOf = new Map(units.map(({ id, kind }) => [id, kind]));
    return people
      .toSorted((one, other) => rankOf(one.actor) - rankOf(other.actor))
      .map(({ id, fullName, position, unitId, actor }) => ({
        id,
        fullName,
        position,
        unitId,
        isUnitHead: hasRole(actor, 'unitHead'),
        isLeader: hasRole(actor, 'leader'),
        isInside: INSIDE.some((kind) => kind === kindOf.get(unitId)),
      }));
  }
}

function rankOf(actor: Actor): number {
  if (hasRole(actor, 'leader')) return 0;
  return hasRole(actor, 'unitHead') ? 1 : 2;
}
