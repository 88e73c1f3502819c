/** initial: reads it and marks it before the leader · sign: the leader's digital signature · seal: the agency's. */
export const ROUTE_ACTIONS = ['initial', 'sign', 'seal'] as const;

export type RouteAction = (typeof ROUTE_ACTIONS)[number];

export const ROUTE_STATUSES = ['waiting', 'done', 'returned', 'cancelled'] as const;

export type RouteStatus = (typeof ROUTE_STATUSES)[number];
