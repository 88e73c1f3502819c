import type { Duty } from '../../law/index.js';
import { TICKET_ACTS } from './ticket-acts.js';
import type { Nature, TicketState } from './ticket-state.js';

/**
 * What judging a ticket does to it. A unit keeps what is feedback, however it is judged; what turns out to be something else leaves the unit and goes
 * back to the desk, which guides the citizen and returns it (rule 7).
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 1: complaints and denunciations have procedures of their own.
 */
export function judgingAct(state: TicketState, nature: Nature): 'classify' | 'divert' {
  return nature !== 'feedback' && TICKET_ACTS.divert.moves[state] !== undefined ? 'divert' : 'classify';
}

/**
 * What the desk owes a ticket that no unit has.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 9: what belongs to another agency is handed on to it within a limit.
 */
export function deskOwes({ nature }: { readonly nature: Nature }): Extract<Duty, 'assign' | 'returnNotCompetent'> {
  return nature === 'feedback' ? 'assign' : 'returnNotCompetent';
}
