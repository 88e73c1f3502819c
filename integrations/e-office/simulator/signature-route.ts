/** The way of a letter over the desks of those who sign it: a table, and the questions asked of it. Pure. */

export type RouteStatus = 'received' | 'inProgress' | 'returned' | 'signed' | 'sealed' | 'cancelled';

export type StepAction = 'initial' | 'sign' | 'seal';
export type StepStatus = 'waiting' | 'done' | 'returned' | 'cancelled';

export interface RouteStep {
  readonly stepOrder: number;
  readonly userCode: string;
  readonly action: StepAction;
  readonly status: StepStatus;
}

const NEXT: Readonly<Record<RouteStatus, readonly RouteStatus[]>> = {
  received: ['inProgress', 'signed', 'returned', 'cancelled'],
  inProgress: ['inProgress', 'signed', 'returned', 'cancelled'],
  signed: ['sealed', 'cancelled'],
  returned: [],
  sealed: [],
  cancelled: [],
};

export function mayBecome(from: RouteStatus, to: RouteStatus): boolean {
  return NEXT[from].includes(to);
}

/** The leader's step whose turn it is; the agency's seal is no leader's step. */
export function currentStep<T extends RouteStep>(steps: readonly T[]): T | undefined {
  return steps.find((step) => step.status === 'waiting' && step.action !== 'seal');
}

/** What the request becomes once the current step is done: `signed` when no leader is left. */
export function statusAfterStep(steps: readonly RouteStep[]): 'inProgress' | 'signed' {
  const left = steps.filter((step) => step.status === 'waiting' && step.action !== 'seal');
  return left.length <= 1 ? 'signed' : 'inProgress';
}

/** Whether the order of acts is one that somebody can walk: at least one signature, the seal at most once and last. */
export function isWalkable(steps: readonly Pick<RouteStep, 'stepOrder' | 'action'>[]): boolean {
  const orders = steps.map((step) => step.stepOrder);
  const seals = steps.filter((step) => step.action === 'seal');
  const last = [...steps].sort((a, b) => a.stepOrder - b.stepOrder).at(-1);
  return (
    new Set(orders).size === orders.length &&
    steps.some((step) => step.action === 'sign') &&
    (seals.length === 0 || (seals.length === 1 && last?.action === 'seal'))
  );
}
