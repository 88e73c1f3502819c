import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { ProposedAct } from '../domain/decisions/who-decides.js';
import { PROPOSED_STATES, type ProposedState, type ProposedWish } from '../domain/decisions/proposed-decision.js';

/** A decision about a ticket that was proposed to a leader, with all that the act needs. */
@Entity('proposed_decision')
@Index('uq_proposed_decision_waiting', ['ticketId'], { unique: true, where: `"state" = 'proposed'` })
@Index('ix_proposed_decision_state', ['state', 'proposedAt'])
@Index('ix_proposed_decision_ticket', ['ticketId', 'proposedAt'])
@Check('ck_proposed_decision_state', `"state" in (${PROPOSED_STATES.map((state) => `'${state}'`).join(', ')})`)
export class ProposedDecisionEntity {
  @KeyColumn({ text: 36 }, 'pk_proposed_decision')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn({ text: 20 })
  act!: ProposedAct;

  /** With what the use case behind the act takes. */
  @KindColumn('json')
  wish!: ProposedWish;

  @KindColumn({ text: 36 })
  proposedById!: string;

  /** In whose place it was proposed. */
  @KindColumn({ text: 36 }, { nullable: true })
  proposedForId!: string | null;

  @KindColumn({ text: 100 })
  proposedByName!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn({ text: 12 })
  state!: ProposedState;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  /** Why a leader did not agree. */
  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;
}
