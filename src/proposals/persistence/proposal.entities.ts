import { Entity, Index } from 'typeorm';
import type { Category } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Agency } from '../domain/competent-agencies.js';
import type { KeptProposal } from '../domain/kept-proposal.js';
import type { DecidedModel } from '../domain/model/decided-model.js';

/** What was proposed for a ticket when it arrived, and what was decided then. */
@Entity('ticket_proposal')
@Index('ix_ticket_proposal_decided', ['decidedAt', 'decidedUnitId'], { where: '"decidedAt" IS NOT NULL' })
export class TicketProposalEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_proposal')
  ticketId!: string;

  @KindColumn('instant')
  madeAt!: Date;

  /** False where proposals were wrong too often lately: they are made and counted, and not shown. */
  @KindColumn('boolean')
  shown!: boolean;

  @KindColumn('json')
  content!: KeptProposal;

  @KindColumn({ text: 36 }, { nullable: true })
  unitId!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  category!: Category | null;

  @KindColumn({ text: 20 }, { nullable: true })
  agency!: Agency | null;

  /** When the ticket was first given to a unit, or returned; null until then. */
  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  /** `2026-11`, in Vietnam. */
  @KindColumn({ text: 7 }, { nullable: true })
  month!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedUnitId!: string | null;

  @KindColumn('integer')
  unitRight!: number;

  @KindColumn('integer')
  officerRight!: number;

  @KindColumn('integer')
  fieldRight!: number;
}

/** What the department decided, as numbers without anybody in them. Each training writes one row and takes the one before away. */
@Entity('proposal_model')
export class ProposalModelEntity {
  @KeyColumn('integer', 'pk_proposal_model')
  no!: number;

  @KindColumn('instant')
  trainedAt!: Date;

  @KindColumn('integer')
  papers!: number;

  @KindColumn('json')
  model!: DecidedModel;
}

/** Up to which line of the tickets' courses proposals have followed. */
@Entity('proposal_watch')
export class ProposalWatchEntity {
  @KeyColumn('integer', 'pk_proposal_watch')
  id!: number;

  @KindColumn('integer')
  seq!: number;
}
