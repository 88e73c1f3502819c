import type { SignatureState } from './signature-request.js';

/** initial: reads it and marks it before the leader, no digital signature · sign: the leader's digital signature · seal: the agency's. */
export const ROUTE_ACTIONS = ['initial', 'sign', 'seal'] as const;

export type RouteAction = (typeof ROUTE_ACTIONS)[number];

export const ROUTE_STATUSES = ['waiting', 'done', 'returned', 'cancelled'] as const;

export type RouteStatus = (typeof ROUTE_STATUSES)[number];

/** A desk on the way of a letter, as far as the rules ask. */
export interface RouteStep {
  readonly position: number;
  readonly action: RouteAction;
  readonly status: RouteStatus;
  readonly at: Date | null;
  readonly comment: string | null;
}

/** What the e-office says of a desk. */
export interface StepNews {
  readonly order: number;
  readonly status: string;
  readonly at?: Date | undefined;
  readonly comment?: string | undefined;
}

/** A change of one desk; desks without one stay as they are. */
export type StepChange = Pick<RouteStep, 'position' | 'status' | 'at' | 'comment'>;

/** What the e-office says of the desks of a route: a desk that was left is not come back to, and words that are not ours tell nothing. */
export function routeHeard(steps: readonly RouteStep[], news: readonly StepNews[]): readonly StepChange[] {
  return steps.flatMap(({ position, status }): readonly StepChange[] => {
    const said = news.find(({ order }) => order === position);
    const now = ROUTE_STATUSES.find((known) => known === said?.status);
    if (status !== 'waiting' || said === undefined || now === undefined || now === 'waiting') return [];
    return [{ position, status: now, at: said.at ?? null, comment: said.comment ?? null }];
  });
}

/** What a move of the whole letter means for the desks where nobody has acted yet. */
export function routeAfter(
  steps: readonly RouteStep[],
  to: SignatureState,
  word: { readonly at: Date; readonly comment: string | null },
): readonly StepChange[] {
  const left = steps.filter(({ status }) => status === 'waiting');
  const close = (some: readonly RouteStep[], status: RouteStatus, comment: string | null): readonly StepChange[] =>
    some.map(({ position }) => ({ position, status, at: word.at, comment }));
  if (to === 'signed') return close(before(left), 'done', null);
  if (to === 'sealed') return close(left, 'done', null);
  if (to === 'returned' || to === 'rejected')
    return [...close(left.slice(0, 1), 'returned', word.comment), ...close(left.slice(1), 'cancelled', null)];
  return ENDED.includes(to) ? close(left, 'cancelled', null) : [];
}

/** Ends at which nobody was at fault whose turn it was. */
const ENDED: readonly SignatureState[] = ['cancelled', 'failed', 'proofFailed'];

function before(steps: readonly RouteStep[]): readonly RouteStep[] {
  return steps.filter(({ action }) => action !== 'seal');
}

/** Somebody on the way, or the agency. */
export interface RoutePerson {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly eOfficeCode: string | null;
  /** In whose place; null in one's own. */
  readonly insteadOf: string | null;
}

/** A desk of a route that is laid out. */
export interface RouteDesk {
  readonly position: number;
  readonly action: RouteAction;
  readonly person: RoutePerson;
}

/**
 * The way of a letter: those who initial it, the leader, the agency's seal. Nobody initials what he signs himself, nor twice.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10 đến Điều 13: content and form are answered for before the competent person signs; the seal comes last.
 */
export function routeOf(
  initials: readonly RoutePerson[],
  leader: RoutePerson,
  agency: RoutePerson,
): readonly RouteDesk[] {
  const before = initials.filter(
    ({ id }, at) => id !== leader.id && initials.findIndex((other) => other.id === id) === at,
  );
  const desks: readonly Omit<RouteDesk, 'position'>[] = [
    ...before.map((person) => ({ action: 'initial' as const, person })),
    { action: 'sign', person: leader },
    { action: 'seal', person: agency },
  ];
  return desks.map((desk, at) => ({ ...desk, position: at + 1 }));
}
