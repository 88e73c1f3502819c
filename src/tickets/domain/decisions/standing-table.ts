/** Who is to handle a ticket, as it was chosen. */
export interface ChosenHandlers {
  readonly unitId: string;
  readonly officerId: string;
  readonly coordinatorIds: readonly string[];
}

/** Whom the standing table names. */
export interface StandingRoute {
  readonly unitId: string;
  /** Null: any contact officer of the unit. */
  readonly officerId: string | null;
  readonly coordinators: readonly string[];
}

/** Whether a choice is what the standing table says: the unit, the officer where it names one, and no help that it does not name. */
export function isAsTheTableSays(route: StandingRoute, { unitId, officerId, coordinatorIds }: ChosenHandlers): boolean {
  return (
    unitId === route.unitId &&
    (route.officerId === null || officerId === route.officerId) &&
    coordinatorIds.every((id) => route.coordinators.includes(id))
  );
}
