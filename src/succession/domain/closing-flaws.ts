import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { isClosed, isInForce, isUnder, type TreeUnit } from '../../organisation/domain/unit-tree.js';

/** A closing as somebody has written it. */
export interface ClosingDraft {
  readonly successorId: string;
  /** The first day without the unit, as typed. */
  readonly from: string;
  /** Number of the decision, and what else explains it. */
  readonly reason: string;
}

export const MAX_REASON_LENGTH = 500;

/** What keeps a unit from being closed; empty when nothing does. Closing is done on its day or after, for open work moves at once. */
export function closingFlaws(
  { successorId, from, reason }: ClosingDraft,
  unit: TreeUnit,
  { units, today }: { readonly units: readonly TreeUnit[]; readonly today: CivilDate },
): readonly Flaw[] {
  const why = whyNotSuccessor(units, unit, { successorId, today });
  return [
    ...flaw('', isClosed(unit), `${unit.name} đã ngừng hoạt động.`),
    ...flaw('successorId', why !== null, why ?? ''),
    ...flaw('from', !isCivilDate(from), 'Ghi ngày bắt đầu ngừng hoạt động.'),
    ...flaw('from', from > today, 'Chỉ ghi được khi đã đến ngày: việc đang mở chuyển đi ngay lúc ghi.'),
    ...flaw(
      'from',
      unit.validFrom !== null && from <= unit.validFrom,
      'Ngày ngừng phải sau ngày đơn vị bắt đầu hoạt động.',
    ),
    ...flaw('reason', reason === '', 'Ghi số quyết định hoặc lý do.'),
    ...flaw('reason', reason.length > MAX_REASON_LENGTH, `Lý do dài quá ${MAX_REASON_LENGTH} ký tự.`),
  ];
}

/** Units that may follow another, which are those that may answer tickets and stand on their own. */
export function possibleSuccessors<Unit extends TreeUnit>(
  units: readonly Unit[],
  unit: TreeUnit,
  today: CivilDate,
): readonly Unit[] {
  return units.filter(({ id }) => whyNotSuccessor(units, unit, { successorId: id, today }) === null);
}

function whyNotSuccessor(
  units: readonly TreeUnit[],
  unit: TreeUnit,
  { successorId, today }: { readonly successorId: string; readonly today: CivilDate },
): string | null {
  const successor = units.find(({ id }) => id === successorId);
  if (successor === undefined) return 'Chọn đơn vị tiếp nhận.';
  if (isUnder(units, successorId, unit.id))
    return 'Đơn vị tiếp nhận không thể là chính đơn vị này hoặc đơn vị bên dưới.';
  if (successor.kind === 'leadership' && unit.kind !== 'leadership')
    return 'Lãnh đạo Sở không trực tiếp xử lý phiếu; chọn đơn vị khác.';
  return isInForce(successor, today) && !isClosed(successor) ? null : `${successor.name} không hoạt động.`;
}
