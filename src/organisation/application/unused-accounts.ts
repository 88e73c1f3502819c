import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { isLockedAsUnused, usedSince } from '../domain/sign-in/unused-accounts.js';
import { AccountQueries } from '../persistence/account-queries.js';

/** Tells which accounts are locked for want of a sign-in within the days of the setting. The lock is not stored but follows from known browsers and the journal. */
@Injectable()
export class UnusedAccounts {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: JournalQueries,
  ) {}

  async isLocked({ id, roles }: Pick<Actor, 'id' | 'roles'>): Promise<boolean> {
    const { unusedDays } = this.settings.session;
    if (unusedDays === null) return false;
    const since = usedSince(unusedDays, await this.journal.beganAt(), this.clock.now());
    if (since === null) return false;
    const queries = new AccountQueries(this.database);
    const administrators = roles.includes('administrator') ? await queries.administrators() : [];
    return isLockedAsUnused(id, await queries.usedSince(since, [id, ...administrators]), administrators);
  }
}
