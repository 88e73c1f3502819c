import type { PackedRows } from '../../platform/threads/packed-rows.js';
import type { RegisterPrintJob } from './register-document.js';

/** The job as it travels into the thread. */
export interface PackedPrintJob extends Omit<RegisterPrintJob, 'lines'> {
  readonly lines: PackedRows;
}
