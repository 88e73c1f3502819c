import { KindColumn } from '../../platform/database/columns.js';

/** An uploaded file of rows: reviewed first, imported when it is confirmed. Its bytes lie in the file store. */
export abstract class ListFile {
  abstract id: string;

  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 36 })
  uploadedById!: string;

  @KindColumn('instant')
  uploadedAt!: Date;

  /** Who had it written down; null while it is only reviewed. */
  @KindColumn({ text: 36 }, { nullable: true })
  confirmedById!: string | null;

  @KindColumn('instant', { nullable: true })
  confirmedAt!: Date | null;
}
