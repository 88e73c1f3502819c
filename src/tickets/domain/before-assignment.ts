import type { CivilDate } from '../../kernel/civil-date.js';
import type { TicketState } from './ticket-state.js';

/** What an assignment changed, as it was before: instants in ISO 8601 UTC. */
export interface BeforeAssignment {
  /** The version of the ticket after the assignment: at any other, something has followed. */
  readonly version: number;
  readonly state: TicketState;
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
  readonly acceptBy: string | null;
  readonly heardAt: string | null;
  readonly counted: CountedByAct;
  readonly register: HandlersInRegister;
}

/** Where a ticket stands that is about to be assigned. */
type Unassigned = Pick<BeforeAssignment, 'state' | 'leadUnitId' | 'officerId'> & {
  readonly acceptBy: Date | null;
  readonly heardAt: Date | null;
};

export function beforeAssignment(
  { state, leadUnitId, officerId, acceptBy, heardAt }: Unassigned,
  changed: Pick<BeforeAssignment, 'version' | 'counted' | 'register'>,
): BeforeAssignment {
  return {
    ...{ state, leadUnitId, officerId, ...changed },
    acceptBy: acceptBy?.toISOString() ?? null,
    heardAt: heardAt?.toISOString() ?? null,
  };
}

/** Ids of the deadlines that an act counted, superseded and met. */
export interface CountedByAct {
  readonly made: string;
  readonly superseded: string | null;
  readonly met: readonly string[];
}

/** Who handles a document until when, as the incoming register shows it. */
export interface HandlersInRegister {
  readonly handler: string | null;
  readonly routedOn: CivilDate | null;
  readonly receipt: string | null;
  readonly dueDate: CivilDate | null;
}
