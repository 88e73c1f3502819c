import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { ActorSource } from '../../platform/http/access.js';
import { StandIns } from '../../substitution/index.js';

/** Sessions belong to people of the staff directory; someone made inactive there is nobody here. */
@Injectable()
export class StaffActors extends ActorSource {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly standIns: StandIns,
  ) {
    super();
  }

  override async find(staffId: string): Promise<Actor | null> {
    try {
      return (await this.staff.person(staffId)).actor;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return null;
      throw error;
    }
  }

  override async inPlaceOf(actor: Actor, principalId: string): Promise<Actor | null> {
    return (await this.standIns.inPlaceOf(actor, principalId))?.actor ?? null;
  }
}
