import type { DecisionPowers } from '../../../delegation/domain/decision-authority.js';
import type { Actor } from '../../../kernel/actor.js';
import { partiesOf } from '../deadlines/policy.js';
import type { TicketInView } from '../guards.js';
import { ACT_NAMES, type ActName } from '../ticket-acts.js';
import { barrierToAct, mayPropose, type ProposedAct } from './who-decides.js';

/** What an actor may do with one ticket; sent to the page with the record, so that the page repeats no rule. */
export interface TicketAbilities {
  readonly acts: ReadonlySet<ActName>;
  /** What the actor may lay before a leader. */
  readonly proposes: ReadonlySet<ProposedAct>;
}

/** @param powers what was delegated to the actor to decide */
export function ticketAbilities(
  actor: Actor,
  ticket: TicketInView,
  { now, powers }: { readonly now: Date; readonly powers: DecisionPowers },
): TicketAbilities {
  const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now };
  return {
    acts: new Set(ACT_NAMES.filter((name) => barrierToAct(name, attempt, powers) === null)),
    proposes: new Set(ACT_NAMES.filter((name): name is ProposedAct => mayPropose(name, attempt, powers))),
  };
}
