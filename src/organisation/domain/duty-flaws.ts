import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UNIT_FUNCTIONS, type UnitFunction } from './functions.js';
import { isClosed, isInForce, type TreeUnit } from './unit-tree.js';

/** A duty as it is held, from a day to a day. */
export interface HeldDuty {
  readonly id: string;
  readonly unitFunction: UnitFunction;
  readonly unitId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

export interface DutyDraft {
  readonly unitFunction: string;
  /** First day, as typed. */
  readonly from: string;
}

export function isUnitFunction(text: string): text is UnitFunction {
  return UNIT_FUNCTIONS.some((one) => one === text);
}

/** What keeps a unit from taking a duty over. Each duty is one unit's on any day, so the unit that holds it gives it up the day before. */
export function dutyFlaws(
  { unitFunction, from }: DutyDraft,
  unit: TreeUnit,
  { held, today }: { readonly held: readonly HeldDuty[]; readonly today: CivilDate },
): readonly Flaw[] {
  const same = held.filter((duty) => duty.unitFunction === unitFunction);
  const later = same.find(({ validFrom }) => isCivilDate(from) && validFrom >= from);
  return [
    ...flaw('unitFunction', !isUnitFunction(unitFunction), 'Chọn nhiệm vụ.'),
    ...flaw('from', !isCivilDate(from), 'Ghi ngày bắt đầu.'),
    ...flaw('from', from < today, 'Giao từ hôm nay trở đi; việc đã qua giữ đơn vị của ngày đó.'),
    ...flaw('from', later !== undefined, 'Từ ngày này trở đi nhiệm vụ đã được giao; chọn ngày sau đó.'),
    ...flaw(
      'unitFunction',
      same.some((duty) => holds(duty, unit.id, from)),
      'Đơn vị này đang giữ nhiệm vụ đó.',
    ),
    ...flaw(
      'from',
      isClosed(unit) || (isCivilDate(from) && !isInForce(unit, from)),
      'Đơn vị không hoạt động vào ngày này.',
    ),
  ];
}

/** Who holds a duty on a day. */
export function holderOn(held: readonly HeldDuty[], unitFunction: UnitFunction, day: CivilDate): HeldDuty | null {
  const isHeld = (duty: HeldDuty): boolean => duty.unitFunction === unitFunction && isInForce(duty, day);
  return held.find(isHeld) ?? null;
}

function holds(duty: HeldDuty, unitId: string, from: string): boolean {
  return duty.unitId === unitId && isCivilDate(from) && isInForce(duty, from);
}
