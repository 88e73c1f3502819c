import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Notices, type SharedNotice } from './notices.js';

/** Tells every clerk of the registry the same, in the transaction of what happened. */
@Injectable()
export class NotifyRegistry {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** @param alsoTo roles that hear it besides */
  async notify(tx: EntityManager, notice: SharedNotice, ...alsoTo: readonly Role[]): Promise<void> {
    const people = await Promise.all(['registryClerk' as const, ...alsoTo].map((role) => this.staff.peopleWith(role)));
    await this.notices.tellEach(
      tx,
      people.flat().map(({ id }) => id),
      notice,
    );
  }
}
