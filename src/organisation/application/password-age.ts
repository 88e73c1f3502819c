import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries, type JournalAction } from '../../journal/index.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';

/** Acts by which a password begins that is not a temporary one. */
const CHOSEN_BY: readonly JournalAction[] = ['account.password', 'account.addAdministrator'];

/** How old the passwords are that are kept here, by the lines of the journal about their choice. */
@Injectable()
export class PasswordAge {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: JournalQueries,
  ) {}

  /** Whether a person must choose another password, because this one is older than the settings allow. Source: TCVN 14423:2026, 4.6.2.2 */
  async isOver(staffId: string): Promise<boolean> {
    const { passwordDays } = this.settings.session;
    if (passwordDays === null) return false;
    const since = new Date(this.clock.now().getTime() - passwordDays * DAY_MS);
    return (await this.journal.touchedSince(since, { kind: 'staff', ids: [staffId] }, CHOSEN_BY)).length === 0;
  }
}
