import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { CONVERSION_KINDS, type ConversionKind } from '../domain/conversion.js';

/** A printed copy that was made of an electronic document: which, when, by whom, and the sha256 of both files. Never changed. */
@Entity('conversion')
@Index('ix_conversion_document', ['documentId', 'madeAt'])
@Check('ck_conversion_kind', `"kind" in (${CONVERSION_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class ConversionEntity {
  @KeyColumn({ text: 26 }, 'pk_conversion')
  code!: string;

  @KindColumn({ text: 20 })
  kind!: ConversionKind;

  /** The line of the register. */
  @KindColumn({ text: 36 })
  documentId!: string;

  /** The file of an incoming document; null for a letter, which is one file. */
  @KindColumn({ text: 36 }, { nullable: true })
  fileId!: string | null;

  @KindColumn({ text: 64 })
  originalSha256!: string;

  @KindColumn({ text: 64 })
  copySha256!: string;

  @KindColumn('instant')
  madeAt!: Date;

  @KindColumn({ text: 36 })
  madeById!: string;

  @KindColumn({ text: 100 })
  madeByName!: string;

  /** As the unit was called then; null for somebody without one. */
  @KindColumn({ text: 200 }, { nullable: true })
  unitName!: string | null;
}
