import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { CalendarChange } from '../domain/change/calendar-change.js';
import type { CalendarBody } from '../domain/agency-calendar.js';
import { PROPOSAL_STATES, type ProposalState } from '../domain/change/proposal-state.js';

/** One version of the calendar after the shipped one. Rows are never changed: what was counted by them stays countable. */
@Entity('calendar_version')
export class CalendarVersionEntity {
  @KeyColumn('integer', 'pk_calendar_version')
  version!: number;

  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn('json')
  body!: CalendarBody;

  /** The proposal that became this version. */
  @KindColumn({ text: 36 })
  proposalId!: string;

  /** Why, in one sentence of the proposer. */
  @KindColumn({ text: 500 })
  reason!: string;

  /** The decision or file it came from. */
  @KindColumn({ text: 500 })
  source!: string;

  @KindColumn({ text: 36 })
  createdBy!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;
}

/** A change of the calendar that somebody wants, until a person confirms or drops it. */
@Entity('calendar_proposal')
@Index('ix_calendar_proposal_state', ['state', 'proposedAt'])
@Check('ck_calendar_proposal_state', `"state" in (${PROPOSAL_STATES.map((state) => `'${state}'`).join(', ')})`)
export class CalendarProposalEntity {
  @KeyColumn({ text: 36 }, 'pk_calendar_proposal')
  id!: string;

  @KindColumn({ text: 20 })
  state!: ProposalState;

  @KindColumn('json')
  change!: CalendarChange;

  @KindColumn({ text: 500 })
  reason!: string;

  @KindColumn({ text: 500 })
  source!: string;

  @KindColumn({ text: 36 })
  proposedBy!: string;

  @KindColumn({ text: 100 })
  proposedByName!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  /** The version it became. */
  @KindColumn('integer', { nullable: true })
  version!: number | null;
}
