import { canonicalJson } from '../../kernel/canonical-json.js';
import { addDays, DAY_MS, isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { sha256Of } from '../../kernel/sha256.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { entryFlaws, type PublishedEntry } from './published-entry.js';

/**
 * planned: looked at, nothing has happened · waiting: confirmed for a day to come · done · reversed: all that nobody had touched went back ·
 * withdrawn: given up before it was done · failed: its day came, and it could not be done.
 */
export const CHANGE_STATES = ['planned', 'waiting', 'done', 'reversed', 'withdrawn', 'failed'] as const;

export type ChangeState = (typeof CHANGE_STATES)[number];

/** A change as somebody typed it. */
export interface ChangeDraft extends PublishedEntry {
  /** `''` where the unit has no officer yet. */
  readonly leavingId: string;
  readonly takingId: string;
  readonly validFrom: string;
  readonly reason: string;
}

/** What a change is compared with. */
export interface ChangeCase {
  /** Contact officers of the unit today. */
  readonly officerIds: readonly string[];
  /** Everybody who works in the unit. */
  readonly peopleIds: readonly string[];
  readonly today: CivilDate;
  /** Whether a confirmed change of the unit still waits for its day. */
  readonly isOneWaiting: boolean;
}

/** A change is foreseen a year ahead at most; later ones are other people's plans. */
const MAX_DAYS_AHEAD = 365;
export const REASON_LENGTHS = { shortest: 10, longest: 500 } as const;

/** What keeps a change from being planned, each at its field; empty when nothing does. */
export function changeFlaws(draft: ChangeDraft, known: ChangeCase): readonly Flaw[] {
  const { leavingId, takingId, validFrom } = draft;
  const { officerIds, peopleIds, today } = known;
  const reason = draft.reason.trim().length;
  const isDay = isCivilDate(validFrom);
  const isOfficer = officerIds.includes(takingId);
  return [
    ...flaw(
      'leavingId',
      leavingId !== '' && !officerIds.includes(leavingId),
      'Người này không còn là cán bộ đầu mối của đơn vị; mở lại trang để chọn lại.',
    ),
    ...flaw('takingId', !peopleIds.includes(takingId), 'Chọn người nhận việc trong đơn vị.'),
    ...flaw('takingId', takingId !== '' && takingId === leavingId, 'Người nhận việc phải khác người thôi đầu mối.'),
    ...flaw('takingId', leavingId === '' && isOfficer, 'Người này đang là cán bộ đầu mối của đơn vị.'),
    ...flaw('validFrom', !isDay, 'Chọn ngày bắt đầu.'),
    ...flaw('validFrom', isDay && validFrom < today, 'Ngày bắt đầu đã qua; chọn từ hôm nay trở đi.'),
    ...flaw('validFrom', isDay && validFrom > addDays(today, MAX_DAYS_AHEAD), 'Chọn ngày trong vòng một năm tới.'),
    ...flaw(
      'validFrom',
      known.isOneWaiting,
      'Đơn vị đã có một lần thay đổi chờ đến ngày. Bỏ lần đó trước, hoặc chờ thực hiện xong.',
    ),
    ...flaw(
      'reason',
      reason < REASON_LENGTHS.shortest || reason > REASON_LENGTHS.longest,
      `Ghi lý do, căn cứ: từ ${REASON_LENGTHS.shortest} đến ${REASON_LENGTHS.longest} ký tự.`,
    ),
    ...entryFlaws(draft),
  ];
}

/** A matter as the plan was drawn from it. */
export interface PlannedMatter {
  readonly id: string;
  readonly version: number;
  /** Who gets it. */
  readonly toOfficerId: string;
}

export interface ChangePlan {
  readonly unitId: string;
  readonly leavingId: string | null;
  readonly takingId: string;
  readonly validFrom: CivilDate;
  readonly tickets: readonly PlannedMatter[];
  /** Letters that go along with their tickets. */
  readonly letters: readonly Pick<PlannedMatter, 'id' | 'version'>[];
}

/** Says in one word what was seen: who confirms a plan confirms this, and of whatever has moved meanwhile the plan is shown again. */
export function planHash({ tickets, letters, ...plan }: ChangePlan): string {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return sha256Of(canonicalJson({ ...plan, tickets: byId(tickets), letters: byId(letters) }));
}

/** To whom a ticket goes: whom it was given to one by one, as long as that person is an officer of the unit; else the new officer. */
export function takerOf(
  ticketId: string,
  choices: Readonly<Record<string, string>>,
  { takingId, takers }: { readonly takingId: string; readonly takers: readonly string[] },
): string {
  const chosen = choices[ticketId];
  return chosen !== undefined && takers.includes(chosen) ? chosen : takingId;
}

/** A ticket that was handed over, as it stood after. */
export interface HandedTicket {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly fromOfficerId: string | null;
  readonly toOfficerId: string;
}

/** Whether a change may still be taken back: within a day, for after it people have worked on what they were given. */
export function isReversible(
  { state, doneAt }: { readonly state: ChangeState; readonly doneAt: Date | null },
  now: Date,
): boolean {
  return state === 'done' && doneAt !== null && now.getTime() - doneAt.getTime() < DAY_MS;
}

/** Which tickets go back, for nobody has touched them, and which stay with who has. */
export function whatGoesBack(
  handed: readonly HandedTicket[],
  present: readonly { readonly id: string; readonly version: number; readonly officerId: string | null }[],
): { readonly back: readonly HandedTicket[]; readonly left: readonly HandedTicket[] } {
  const now = new Map(present.map((ticket) => [ticket.id, ticket]));
  const isUntouched = ({ id, version, toOfficerId }: HandedTicket): boolean =>
    now.get(id)?.version === version && now.get(id)?.officerId === toOfficerId;
  return { back: handed.filter(isUntouched), left: handed.filter((ticket) => !isUntouched(ticket)) };
}

/** To whom a ticket goes back: the person who had it, or nobody; if that person is no longer officer of the unit, the person who is officer again. */
export function whoTakesBack(
  fromOfficerId: string | null,
  { officers, leavingId }: { readonly officers: readonly string[]; readonly leavingId: string | null },
): string | null {
  return fromOfficerId === null || officers.includes(fromOfficerId) ? fromOfficerId : leavingId;
}
