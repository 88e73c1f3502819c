import { AccessChangeEntity } from './access-change.entity.js';
import type { SealedRecords } from './sealed-records.js';

/** Whether somebody else confirmed a change of rights, and who. */
export const SEALED_ACCESS_CHANGE: SealedRecords = {
  kind: 'accessChange',
  entity: AccessChangeEntity,
  key: 'seq',
  columns: ['confirmedAt', 'confirmedById', 'confirmedByName'],
};
