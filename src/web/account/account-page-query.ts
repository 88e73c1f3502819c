import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { LocalPasswords, NameQueries, SecondFactors, StaffDirectory } from '../../organisation/index.js';
import { isFactorDemanded } from '../../platform/http/second-factor-owed.js';
import { LiveSessions } from '../../platform/sessions/live-sessions.js';

/** What the page of one account shows. */
@Injectable()
export class AccountPageQuery {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly sessions: LiveSessions,
    private readonly factors: SecondFactors,
    private readonly passwords: LocalPasswords,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The id of the person with this user name, or null. */
  async idOf(username: string): Promise<string | null> {
    const people = await this.staff.people();
    return people.find((person) => person.username === username.trim().toLowerCase())?.id ?? null;
  }

  /** @throws DomainError `not-found` */
  async read(staffId: string) {
    const person = await this.staff.person(staffId);
    const [units, sessions, factor, isLocal] = await Promise.all([
      this.names.units([person.unitId]),
      this.sessions.of(staffId),
      this.factors.standing(staffId),
      this.passwords.isLocal(staffId),
    ]);
    const { idleMinutes, longestHours } = this.settings.session;
    const isFactorOwed = isFactorDemanded(this.settings, person.actor);
    const unit = units.get(person.unitId) ?? null;
    return { person, unit, sessions, factor, isLocal, isFactorOwed, idleMinutes, longestHours, now: this.clock.now() };
  }
}

/** One account, read for its page. */
export type AccountReading = Awaited<ReturnType<AccountPageQuery['read']>>;
