/** `works` · `planned`: works, an interruption is announced · `interrupted`. */
export const SERVICE_STATES = ['works', 'planned', 'interrupted'] as const;

export type ServiceState = (typeof SERVICE_STATES)[number];

/** The parts that the public page shows; internal parts are left out. */
export const SERVICE_PARTS = ['site', 'exchange', 'signing'] as const;

export type ServicePart = (typeof SERVICE_PARTS)[number];

/** A peer that is away for less is no interruption: nobody outside has noticed. */
export const UNNOTICED_MS = 10 * 60_000;

/** What is known of the parts. */
export interface ServiceFacts {
  /** Since when nothing can be read or kept, or a peer is unavailable; null where all is well. */
  readonly failingSince: Readonly<Record<ServicePart, Date | null>>;
  readonly isOutageRunning: boolean;
  readonly isOutagePlanned: boolean;
}

export function serviceStates(
  { failingSince, isOutageRunning, isOutagePlanned }: ServiceFacts,
  now: Date,
): Readonly<Record<ServicePart, ServiceState>> {
  const stateOf = (part: ServicePart): ServiceState => {
    const since = failingSince[part];
    const patience = part === 'site' ? 0 : UNNOTICED_MS;
    if (isOutageRunning || (since !== null && now.getTime() - since.getTime() >= patience)) return 'interrupted';
    return isOutagePlanned ? 'planned' : 'works';
  };
  return { site: stateOf('site'), exchange: stateOf('exchange'), signing: stateOf('signing') };
}
