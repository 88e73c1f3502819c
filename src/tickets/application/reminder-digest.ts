import { Injectable } from '@nestjs/common';
import { remaining, remainingWords, type Remaining } from '../../calendar/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import type { DigestSource } from '../../notices/index.js';
import type { DigestLine, DigestPart } from '../../notices/domain/digest.js';
import { NameQueries } from '../../organisation/index.js';
import { dueWords } from '../domain/reminder-words.js';
import type { TicketFilter, TicketRow } from '../persistence/ticket-list.js';
import { TicketQueries } from '../persistence/ticket-queries.js';
import { TicketRules } from './ticket-rules.js';

const DAY_MS = 24 * 60 * 60_000;
/** Two working days lie within it, Tết included. */
const AHEAD_MS = 20 * DAY_MS;
/** Read at most; a person with more has a list in the house. */
const READ = 200;
const LISTED = 20;

/** What is late, due today, or due within two working days, of the tickets that a person answers for. */
@Injectable()
export class ReminderDigest implements DigestSource {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly rules: TicketRules,
    private readonly names: NameQueries,
  ) {}

  async partsFor(actor: Actor, now: Date): Promise<readonly DigestPart[]> {
    const calendar = await this.rules.calendar();
    const rows = new Map<string, TicketRow>();
    for (const filter of answeredFor(actor, now)) {
      for (const row of await this.tickets.page(actor, filter, null, READ)) rows.set(row.id, row);
    }
    const waiting = [...rows.values()].filter(({ state }) => state !== 'waitingCitizenInfo');
    const units = await this.names.units(waiting.map(({ leadUnitId }) => leadUnitId));
    const left = waiting
      .map((row) => ({ row, left: leftOf(row) }))
      .sort((one, other) => one.row.dueAt.getTime() - other.row.dueAt.getTime());
    return PARTS.map(([heading, kind]) => {
      const found = left.filter((one) => one.left.kind === kind);
      const lines = found.slice(0, LISTED).map((one) => lineOf(one.row, one.left, units));
      return { heading, total: found.length, lines };
    });

    function leftOf({ dueAt, legalEndAt }: TicketRow): Remaining {
      return remaining(now, { due: dueAt, legalEnd: legalEndAt }, 'workingDays', calendar);
    }
  }
}

const PARTS: readonly (readonly [heading: string, kind: Remaining['kind']])[] = [
  ['Quá hạn', 'late'],
  ['Đến hạn hôm nay', 'today'],
  ['Đến hạn trong hai ngày làm việc tới', 'soon'],
];

/** Those who lead or watch the house hear of what is late; the others of what comes, too. */
function answeredFor(actor: Actor, now: Date): readonly TicketFilter[] {
  const open = { open: true } as const;
  const soon = { ...open, dueBefore: new Date(now.getTime() + AHEAD_MS) };
  const { id, unitId } = actor;
  return [
    ...(hasRole(actor, 'leader', 'supervisor') ? [{ ...open, dueBefore: now }] : []),
    ...(hasRole(actor, 'registryClerk') ? [{ ...soon, states: NOT_YET_GIVEN }] : []),
    ...(hasRole(actor, 'unitHead') && unitId !== null ? [{ ...soon, unitId }] : []),
    ...(hasRole(actor, 'contactOfficer') ? [{ ...soon, officerId: id }] : []),
  ];
}

const NOT_YET_GIVEN = ['received', 'accepted', 'classified', 'reopened'] as const;

/** No subject: people write names into it. */
function lineOf(row: TicketRow, left: Remaining, units: ReadonlyMap<string, string>): DigestLine {
  const unit = units.get(row.leadUnitId ?? '') ?? 'chưa giao đơn vị';
  const words = [unit, dueWords(row), remainingWords(left).toLocaleLowerCase('vi')].join(', ');
  return { code: row.code, words, path: `/phieu/${row.id}` };
}
