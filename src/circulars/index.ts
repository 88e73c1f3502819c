export { AcknowledgeCircular } from './application/acknowledge-circular.js';
export { AddressBook, type WrittenPlaces } from './application/address-book.js';
export { BriefUnit, MAX_TOLD, type BriefingCommand } from './application/brief-unit.js';
export {
  CircularReader,
  type CircularProgress,
  type OwnCirculars,
  type ProgressWish,
  type SeenCircular,
  type UnitProgress,
} from './application/circular-reader.js';
export { CircularSheet } from './application/circular-sheet.js';
export { WriteCircular, type CircularDraft } from './application/write-circular.js';
export { CircularsBackgroundModule } from './circulars-background.module.js';
export { CircularsModule } from './circulars.module.js';
export { KeepHandedOut } from './jobs/keep-handed-out.js';
export { RemindReaders } from './jobs/remind-readers.js';
export type { CircularCursor, OpenReceipt, ReceiptCounts } from './persistence/circular-queries.js';
export type { CircularEntity, CircularReceiptEntity, CircularUnitEntity } from './persistence/circulars.entities.js';
