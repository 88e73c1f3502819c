import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { ASSIGN_AS_PROPOSED, ASSIGNERS } from '../assignments/proposed-assignments-view.js';

/** What is done with several tickets at once, on a page of its own, to which the marked rows go along as `phieu`. */
export interface ManyAct {
  readonly action: string;
  readonly label: string;
  /** The key that presses it. */
  readonly key: string;
  /** Who is offered it; whether it may be done is decided for each ticket. */
  readonly roles: readonly Role[];
}

export const ASSIGN_MANY = '/nhieu-phieu/giao';
export const NOTE_MANY = '/nhieu-phieu/ghi-tien-do';
export const REMIND_MANY = '/nhieu-phieu/nhac';

const DECIDE_MANY = '/quyet-dinh';

/** A unit's head shares out what the unit has. */
export const HANDERS: readonly Role[] = [...ASSIGNERS, 'unitHead'];
export const NOTERS: readonly Role[] = ['contactOfficer', 'unitHead'];
export const REMINDERS: readonly Role[] = ['registryClerk', 'leader', 'supervisor', 'unitHead'];
/** Who approves answers of units, extensions and publications. */
const DECIDERS: readonly Role[] = ['leader', 'supervisor', 'unitHead'];

const MANY_ACTS: readonly ManyAct[] = [
  { action: ASSIGN_AS_PROPOSED, label: 'Giao theo đề xuất…', key: 'G', roles: ASSIGNERS },
  { action: ASSIGN_MANY, label: 'Giao việc…', key: 'V', roles: HANDERS },
  { action: NOTE_MANY, label: 'Ghi tiến độ…', key: 'E', roles: NOTERS },
  { action: DECIDE_MANY, label: 'Duyệt…', key: 'D', roles: DECIDERS },
  { action: REMIND_MANY, label: 'Nhắc đơn vị…', key: 'N', roles: REMINDERS },
];

/** Those that this person may do, in the order of the bar. */
export function manyActsOf(actor: Actor): readonly ManyAct[] {
  return MANY_ACTS.filter(({ roles }) => hasRole(actor, ...roles));
}
