import type { CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';

/** `open`: the unit owes an answer · `answered`: its issuer has not judged the answer · `closed`: done, or no longer wanted. */
export const DIRECTIVE_STATES = ['open', 'answered', 'closed'] as const;

export type DirectiveState = (typeof DIRECTIVE_STATES)[number];

/** What happens to a directive; each is kept with who, when and in which words. */
export const DIRECTIVE_STEPS = ['issue', 'answer', 'return', 'close', 'handOver'] as const;

export type DirectiveStep = (typeof DIRECTIVE_STEPS)[number];

const NEXT: Readonly<Record<Exclude<DirectiveStep, 'issue'>, Partial<Record<DirectiveState, DirectiveState>>>> = {
  answer: { open: 'answered' },
  return: { answered: 'open' },
  close: { open: 'closed', answered: 'closed' },
  handOver: { open: 'open', answered: 'answered' },
};

export const DIRECTIVE_LENGTHS = { shortest: 10, longest: 4000 } as const;

/** Whether a step is possible from a state. */
export function mayStep(step: Exclude<DirectiveStep, 'issue'>, from: DirectiveState): boolean {
  return NEXT[step][from] !== undefined;
}

/** @returns the state it leads to @throws DomainError `changed-meanwhile` where somebody has gone on already */
export function stepFrom(step: Exclude<DirectiveStep, 'issue'>, from: DirectiveState): DirectiveState {
  const to = NEXT[step][from];
  if (to === undefined) throw new DomainError('changed-meanwhile', { what: 'directive' });
  return to;
}

/** @throws DomainError `input-invalid` for a day that is over already */
export function requireDueOn(dueOn: CivilDate | null, today: CivilDate): CivilDate {
  if (dueOn === null)
    throw new DomainError('input-invalid', { field: 'dueOn', message: 'Chọn ngày đơn vị phải trả lời.' });
  if (dueOn < today) {
    throw new DomainError('input-invalid', { field: 'dueOn', message: 'Ngày phải trả lời không thể trước hôm nay.' });
  }
  return dueOn;
}

/** Overdue from the day after the last one on. */
export function isOverdue(
  { state, dueOn }: { readonly state: DirectiveState; readonly dueOn: CivilDate },
  today: CivilDate,
): boolean {
  return state === 'open' && dueOn < today;
}
