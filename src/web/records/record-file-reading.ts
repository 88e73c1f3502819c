import type { PaperFacts, RecordFileEntity } from '../../records/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { FileExportReading } from '../ticket-files/file-export-view.js';
import type { Names } from '../kit/names.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** The data for a file. */
export interface RecordFileReading {
  readonly file: RecordFileEntity;
  /** Null for a file of documents without one. */
  readonly ticket: SeenTicket | null;
  /** In the order in which they lie, what was taken out included. */
  readonly papers: readonly PaperFacts[];
  /** Incoming documents among them that are handled without a ticket. */
  readonly handled: ReadonlySet<string>;
  /** Pages by content; what is not counted yet is left out. */
  readonly pages: ReadonlyMap<string, number>;
  /** Notations of other files in which a paper lies, by its source. */
  readonly alsoIn: ReadonlyMap<string, readonly string[]>;
  readonly names: Names;
  readonly may: { readonly keep: boolean; readonly takeOver: boolean; readonly hold: boolean };
  /** Null for those who may not have all of it. */
  readonly exported: FileExportReading | null;
  readonly refused: RefusedAct | null;
}
