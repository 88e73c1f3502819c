import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { ActorSource } from '../../platform/http/access.js';

/** Sessions belong to people of the staff directory; someone made inactive there is nobody here. */
@Injectable()
export class StaffActors extends ActorSource {
  constructor(private readonly staff: StaffDirectory) {
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
}
