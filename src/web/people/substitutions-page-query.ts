import { Injectable } from '@nestjs/common';
import { ReadJournal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { StandIns, SubstitutionQueries, type SubstitutionEntity } from '../../substitution/index.js';
import { mayAgree, mayBeChosen, mayEnd, maySpeakFor, type Member } from '../../substitution/domain/policy.js';
import { TicketReader } from '../../tickets/index.js';
import type { SubstitutionsReading } from './substitutions-reading.js';
import { journalPlace, writtenPlace } from '../journal/journal-place.js';

/** Reads who acts for whom, as far as it concerns a person, and what was done in that person's place. */
@Injectable()
export class SubstitutionsPageQuery {
  constructor(
    private readonly queries: SubstitutionQueries,
    private readonly standIns: StandIns,
    private readonly staff: StaffDirectory,
    private readonly journal: ReadJournal,
    private readonly tickets: TicketReader,
    private readonly clock: Clock,
  ) {}

  /** @param after where the lines of what was done begin, as the address writes it; the newest for what is no such place */
  async read(actor: Actor, actsFor: string | null, after: string): Promise<SubstitutionsReading> {
    const now = this.clock.now();
    const [standIns, open, past, people, done] = await Promise.all([
      this.standIns.of(actor),
      this.queries.open(now),
      this.queries.past(actor.id, now),
      this.staff.people(),
      this.journal.doneFor(actor, journalPlace(after)),
    ]);
    const principals = people.filter((person) => maySpeakFor(actor, person.actor));
    const known = open.filter(
      (one) =>
        [one.principalId, one.substituteId].includes(actor.id) ||
        principals.some(({ id }) => id === one.principalId) ||
        mayAgree(actor, one, memberOf(one, people)),
    );
    return {
      actor,
      now,
      actsFor,
      standIns,
      open: known,
      past,
      principals,
      endable: new Set(known.filter((one) => mayEnd(actor, one, memberOf(one, people))).map(({ id }) => id)),
      agreeable: new Set(
        known.filter((one) => one.agreedAt === null && mayAgree(actor, one, memberOf(one, people))).map(({ id }) => id),
      ),
      candidates: people.filter((one) =>
        principals.some((principal) => mayBeChosen(actor, principal.actor, one.actor)),
      ),
      done: done.lines,
      codes: await this.codesOf(actor, done.lines),
      next: writtenPlace(done.next),
    };
  }

  private async codesOf(actor: Actor, lines: SubstitutionsReading['done']): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(lines.flatMap(({ objectKind, objectId }) => (objectKind === 'ticket' ? [objectId] : [])));
    const tickets = ids.size === 0 ? [] : await this.tickets.byIds(actor, [...ids]);
    return new Map(tickets.map(({ id, code }) => [id, code]));
  }
}

function memberOf({ principalId: id }: SubstitutionEntity, people: readonly Person[]): Member {
  return people.find((person) => person.id === id)?.actor ?? { id, unitId: null, roles: [] };
}
