import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { WritingWay } from '../domain/writing-person.js';
import { HANDLING_STATES, type HandlingState, type Settlement } from '../domain/handling.js';

/** An incoming document that is handled without a ticket: who directed what, who leads, by when, and how it was settled. */
@Entity('document_handling')
@Index('ix_document_handling_state', ['state', 'dueOn'])
@Index('ix_document_handling_lead', ['leadUnitId', 'state', 'dueOn'])
@Check('ck_document_handling_state', `"state" in (${HANDLING_STATES.map((state) => `'${state}'`).join(', ')})`)
export class DocumentHandlingEntity {
  /** The line of the incoming register. */
  @KeyColumn({ text: 36 }, 'pk_document_handling')
  documentId!: string;

  @KindColumn({ text: 20 })
  state!: HandlingState;

  /** What the leader directed; null until it is routed. */
  @KindColumn({ text: 1000 }, { nullable: true })
  direction!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  directedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  directedByName!: string | null;

  @KindColumn('day', { nullable: true })
  directedOn!: CivilDate | null;

  /** Who wrote the direction down here. */
  @KindColumn({ text: 100 }, { nullable: true })
  routedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  routedAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  leadUnitId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  officerId!: string | null;

  /** What the head of the lead unit told the one who handles it; null where nothing was added. */
  @KindColumn({ text: 1000 }, { nullable: true })
  unitDirection!: string | null;

  /** Name of the person in the lead unit who named its handler; null while it has no handler. */
  @KindColumn({ text: 100 }, { nullable: true })
  unitDirectedByName!: string | null;

  @KindColumn('day', { nullable: true })
  unitDirectedOn!: CivilDate | null;

  /** The day by which it is to be settled; null where none was set. */
  @KindColumn('day', { nullable: true })
  dueOn!: CivilDate | null;

  @KindColumn({ text: 20 }, { nullable: true })
  settlement!: Settlement | null;

  /** What was done, in one line. */
  @KindColumn({ text: 1000 }, { nullable: true })
  result!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  settledByName!: string | null;

  @KindColumn('instant', { nullable: true })
  settledAt!: Date | null;

  /** By which way a person wrote; null for a document of an agency. */
  @KindColumn({ text: 20 }, { nullable: true })
  personWroteBy!: WritingWay | null;

  /** Where that person is reached by post; beside the register, for those who handle the document. */
  @KindColumn({ text: 200 }, { nullable: true })
  personAddress!: string | null;

  @VersionColumn()
  version!: number;
}

/** A unit that helps with a document, and what it said. */
@Entity('document_coordination')
@Index('ix_document_coordination_unit', ['unitId', 'documentId'])
@Index('ix_document_coordination_asked', ['unitId', 'documentId'], { where: '"givenAt" IS NULL' })
export class DocumentCoordinationEntity {
  @KeyColumn({ text: 36 }, 'pk_document_coordination')
  documentId!: string;

  @KeyColumn({ text: 36 }, 'pk_document_coordination')
  unitId!: string;

  @KindColumn({ text: 2000 }, { nullable: true })
  opinion!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  givenByName!: string | null;

  @KindColumn('instant', { nullable: true })
  givenAt!: Date | null;
}
