import { Injectable } from '@nestjs/common';
import { remaining, remainingWords, type Remaining, type WorkingCalendar } from '../../../calendar/index.js';
import { deskOf, hasRole, type Actor } from '../../../kernel/actor.js';
import type { DigestSource } from '../../../notices/index.js';
import type { MailLine, MailPart } from '../../../notices/domain/mail-letter.js';
import { NameQueries } from '../../../organisation/index.js';
import { dueWindows, type DueWindow } from '../../domain/deadlines/due-windows.js';
import { dueWords } from '../../domain/deadlines/reminder-words.js';
import { OPEN_STATES, type TicketState } from '../../domain/ticket-state.js';
import type { TicketFilter, TicketRow } from '../../persistence/ticket-list.js';
import { TicketListReader } from '../reading/ticket-list-reader.js';
import { TicketRules } from '../ticket-rules.js';

/** A person with more has a list in the app. */
const LISTED = 20;

/** What is late, due today, or due within two working days, of the tickets that a person answers for. */
@Injectable()
export class ReminderDigest implements DigestSource {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly rules: TicketRules,
    private readonly names: NameQueries,
  ) {}

  async partsFor(actor: Actor, now: Date): Promise<readonly MailPart[]> {
    const calendar = await this.rules.calendar();
    const windows = dueWindows(now, calendar);
    const parts: MailPart[] = [];
    for (const [heading, window] of PARTS) {
      const filters = answeredFor(actor, window).map((filter) => ({ ...filter, ...windows[window] }));
      parts.push(await this.part(actor, heading, filters, (row) => leftOf(row, now, calendar)));
    }
    return parts;
  }

  private async part(
    actor: Actor,
    heading: string,
    filters: readonly TicketFilter[],
    left: (row: TicketRow) => Remaining,
  ): Promise<MailPart> {
    let total = 0;
    const rows: TicketRow[] = [];
    for (const filter of filters) {
      total += await this.tickets.count(actor, filter);
      rows.push(...(await this.tickets.page(actor, filter, null, LISTED)));
    }
    const listed = rows.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()).slice(0, LISTED);
    const units = await this.names.units(listed.map(({ leadUnitId }) => leadUnitId));
    return { heading, total, lines: listed.map((row) => lineOf(row, left(row), units)) };
  }
}

const PARTS: readonly (readonly [heading: string, window: DueWindow])[] = [
  ['Quá hạn', 'late'],
  ['Đến hạn hôm nay', 'today'],
  ['Đến hạn trong hai ngày làm việc tới', 'soon'],
];

/** States in which the agency owes something: while the citizen is waited for, it does not. */
const OWED = OPEN_STATES.filter((state) => state !== 'waitingCitizenInfo');
const NOT_YET_GIVEN: readonly TicketState[] = ['received', 'accepted', 'classified', 'reopened'];

/**
 * Those who lead or watch the agency hear of what is late; the others of what comes, too. No two of the filters hold one ticket: what a person has
 * under several offices is counted once.
 */
function answeredFor(actor: Actor, window: DueWindow): readonly TicketFilter[] {
  const { unitId } = actor;
  if (window === 'late' && hasRole(actor, 'leader', 'supervisor')) return [{ open: true, states: OWED }];
  const desk = hasRole(actor, 'registryClerk');
  const own = { open: true, states: desk ? OWED.filter((state) => !NOT_YET_GIVEN.includes(state)) : OWED };
  const heads = hasRole(actor, 'unitHead') && unitId !== null;
  return [
    ...(desk ? [{ open: true, states: NOT_YET_GIVEN }] : []),
    ...(heads ? [{ ...own, unitId }] : []),
    // An officer's tickets are those of the own unit, which its head reads anyway.
    ...(hasRole(actor, 'contactOfficer') && !heads ? [{ ...own, officerId: deskOf(actor) }] : []),
  ];
}

function leftOf({ dueAt, legalEndAt }: TicketRow, now: Date, calendar: WorkingCalendar): Remaining {
  return remaining(now, { due: dueAt, legalEnd: legalEndAt }, 'workingDays', calendar);
}

/** No subject: people write names into it. */
function lineOf(row: TicketRow, left: Remaining, units: ReadonlyMap<string, string>): MailLine {
  const unit = units.get(row.leadUnitId ?? '') ?? 'chưa giao đơn vị';
  const words = [unit, dueWords(row), remainingWords(left).toLocaleLowerCase('vi')].join(', ');
  return { code: row.code, words, path: `/phieu/${row.id}` };
}
