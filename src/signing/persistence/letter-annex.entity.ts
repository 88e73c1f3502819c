import { Entity } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** An annex in a file of its own, as it was submitted with its letter, and as the agency signed it. */
@Entity('letter_annex')
export class LetterAnnexEntity {
  @KeyColumn({ text: 36 }, 'pk_letter_annex')
  requestId!: string;

  /** 1, 2, 3… in the order in which they follow the letter. */
  @KeyColumn('integer', 'pk_letter_annex')
  position!: number;

  @KindColumn({ text: REGISTER_LENGTHS.fileName })
  name!: string;

  @KindColumn('integer')
  size!: number;

  /** Of the file that was approved with the letter. */
  @KindColumn({ text: 64 })
  sha256!: string;

  /** Of the file that came back and proved itself; null until then. */
  @KindColumn({ text: 64 }, { nullable: true })
  sealedSha256!: string | null;

  @KindColumn('integer', { nullable: true })
  sealedSize!: number | null;
}
