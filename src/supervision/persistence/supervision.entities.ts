import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Watched } from '../../tickets/domain/deadlines/watched.js';
import { DIRECTIVE_STATES, DIRECTIVE_STEPS, type DirectiveState, type DirectiveStep } from '../domain/directive.js';
import { FINDINGS, NOTE_KINDS, type Finding, type NoteKind } from '../domain/inspection.js';
import { LETTER_STATES, type LetterOrigin, type LetterState } from '../domain/reminder-letter.js';

const oneOf = (column: string, values: readonly string[]): string =>
  `"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`;

/** Which tickets a sample is drawn from. */
export interface SampledFrom {
  readonly what: Watched;
  readonly unitId: string | null | undefined;
  readonly category: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A sample for inspection, with all that it was drawn from. Never changed. */
@Entity('inspection_sample')
@Index('ix_inspection_sample_drawn', ['drawnAt', 'id'])
export class InspectionSampleEntity {
  @KeyColumn({ text: 36 }, 'pk_inspection_sample')
  id!: string;

  @KindColumn({ text: 500 })
  purpose!: string;

  @KindColumn('json')
  drawnFrom!: SampledFrom;

  @KindColumn({ text: 64 })
  seed!: string;

  /** The ids of all tickets that might have been drawn. */
  @KindColumn('json')
  population!: readonly string[];

  @KindColumn({ text: 64 })
  populationSha256!: string;

  /** In the order of the draw. */
  @KindColumn('json')
  chosen!: readonly string[];

  @KindColumn('instant')
  drawnAt!: Date;

  @KindColumn({ text: 36 })
  drawnById!: string;

  @KindColumn({ text: 100 })
  drawnByName!: string;
}

/** What an inspector of a ticket found. Never changed; an inspector who erred writes another. */
@Entity('inspection_note')
@Index('ix_inspection_note_ticket', ['ticketId', 'writtenAt'])
@Index('ix_inspection_note_sample', ['sampleId'])
@Check('ck_inspection_note_kind', oneOf('kind', NOTE_KINDS))
@Check('ck_inspection_note_finding', oneOf('finding', FINDINGS))
export class InspectionNoteEntity {
  @KeyColumn({ text: 36 }, 'pk_inspection_note')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** The sample in which the ticket was inspected; null outside of one. */
  @KindColumn({ text: 36 }, { nullable: true })
  sampleId!: string | null;

  @KindColumn({ text: 20 })
  kind!: NoteKind;

  @KindColumn('day')
  happenedOn!: CivilDate;

  /** Where it was looked at; empty where nobody went anywhere. */
  @KindColumn({ text: 200 })
  place!: string;

  @KindColumn({ text: 20 })
  finding!: Finding;

  @KindColumn('longText')
  text!: string;

  @KindColumn({ text: 36 })
  writtenById!: string;

  @KindColumn({ text: 100 })
  writtenByName!: string;

  @KindColumn('instant')
  writtenAt!: Date;
}

/** A file that proves what was found. */
@Entity('inspection_file')
@Index('ix_inspection_file_note', ['noteId'])
export class InspectionFileEntity {
  @KeyColumn({ text: 36 }, 'pk_inspection_file')
  id!: string;

  @KindColumn({ text: 36 })
  noteId!: string;

  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn({ text: 100 })
  mediaType!: string;

  @KindColumn('integer')
  size!: number;

  @KindColumn({ text: 64 })
  sha256!: string;
}

/** What supervision tells a unit to do, by when, and how far it has come. */
@Entity('directive')
@Index('ix_directive_state', ['state', 'dueOn', 'id'])
@Index('ix_directive_unit', ['unitId', 'state', 'dueOn', 'id'])
@Index('ix_directive_ticket', ['ticketId'])
@Check('ck_directive_state', oneOf('state', DIRECTIVE_STATES))
export class DirectiveEntity {
  @KeyColumn({ text: 36 }, 'pk_directive')
  id!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  /** Null where it is about the work of the unit as a whole. */
  @KindColumn({ text: 36 }, { nullable: true })
  ticketId!: string | null;

  @KindColumn('longText')
  text!: string;

  @KindColumn('day')
  dueOn!: CivilDate;

  @KindColumn({ text: 20 })
  state!: DirectiveState;

  @KindColumn({ text: 36 })
  issuedById!: string;

  @KindColumn({ text: 100 })
  issuedByName!: string;

  @KindColumn('instant')
  issuedAt!: Date;

  /** The day on which somebody was last told that it is due. */
  @KindColumn('day', { nullable: true })
  toldOn!: CivilDate | null;

  @VersionColumn()
  version!: number;
}

/** One step of a directive; never changed. */
@Entity('directive_step')
@Check('ck_directive_step_kind', oneOf('kind', DIRECTIVE_STEPS))
export class DirectiveStepEntity {
  @KeyColumn({ text: 36 }, 'pk_directive_step')
  directiveId!: string;

  /** From 1; two people never take the same step. */
  @KeyColumn('integer', 'pk_directive_step')
  position!: number;

  @KindColumn({ text: 20 })
  kind!: DirectiveStep;

  @KindColumn('longText')
  text!: string;

  /** The day set by it; null where it sets none. */
  @KindColumn('day', { nullable: true })
  dueOn!: CivilDate | null;

  @KindColumn({ text: 36 })
  byId!: string;

  @KindColumn({ text: 100 })
  byName!: string;

  @KindColumn('instant')
  at!: Date;
}

/** A letter that reminds a unit of tickets; kept with what became of it. */
@Entity('reminder_letter')
@Index('uq_reminder_letter_key', ['key'], { unique: true })
@Index('ix_reminder_letter_state', ['state', 'proposedAt'])
@Index('ix_reminder_letter_unit', ['unitId', 'proposedAt'])
@Check('ck_reminder_letter_state', oneOf('state', LETTER_STATES))
export class ReminderLetterEntity {
  @KeyColumn({ text: 36 }, 'pk_reminder_letter')
  id!: string;

  /** Names it by unit and tickets, so that nothing is asked for twice. */
  @KindColumn({ text: 160 })
  key!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn('json')
  ticketIds!: readonly string[];

  @KindColumn({ text: 20 })
  origin!: LetterOrigin;

  @KindColumn({ text: 20 })
  state!: LetterState;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn({ text: 64 }, { nullable: true })
  letterSha256!: string | null;

  /** Why it could not be made, or was not wanted. */
  @KindColumn({ text: 500 }, { nullable: true })
  problem!: string | null;

  @VersionColumn()
  version!: number;
}
