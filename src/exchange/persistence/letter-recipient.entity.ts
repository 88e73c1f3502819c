import { Entity } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** An agency of the directory that gets a letter besides the one that it answers. */
@Entity('letter_recipient')
export class LetterRecipientEntity {
  @KeyColumn({ text: 36 }, 'pk_letter_recipient')
  draftId!: string;

  /** As the directory lists it. */
  @KeyColumn({ exact: REGISTER_LENGTHS.agencyCode }, 'pk_letter_recipient')
  code!: string;

  @KindColumn({ text: 300 })
  name!: string;

  @KindColumn('instant')
  addedAt!: Date;

  @KindColumn({ text: 100 })
  addedByName!: string;
}
