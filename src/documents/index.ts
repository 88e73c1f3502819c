export { anchorPlace, atAnchors, lastAnchorAt } from './anchoring/anchor-place.js';
export { anchorSecretIfThere } from './anchoring/anchor-secret.js';
export { anchorStanding } from './anchoring/anchor-standing.js';
export { AnchoringModule } from './anchoring/anchoring.module.js';
export { RESTORED_FILE } from './anchoring/position-mark.js';
export { rememberedBy, RestoreMarks } from './anchoring/restore-marks.js';
export { BeginRegister } from './application/begin-register.js';
export { CloseRegister } from './application/close-register.js';
export { CheckRegister } from './application/check-register.js';
export { TakeOverRegister, type TakeOverReview } from './application/take-over-register.js';
export { CopyRegister, type CopyEntry } from './application/copy-register.js';
export { EnterCopies } from './application/enter-copies.js';
export { EnterOtherArrival } from './application/enter-other-arrival.js';
export { EnterOtherDocument } from './application/enter-other-document.js';
export { GivenNumbers } from './application/given-numbers.js';
export { LostNumbers, type LostNumber } from './application/lost-numbers.js';
export { NumberIncoming } from './application/number-incoming.js';
export { NumberingHold } from './application/numbering-hold.js';
export type { NumberingHoldEntity } from './persistence/numbering-hold.entity.js';
export {
  OutgoingRegister,
  type OutgoingEntry,
  type RecoveredLetter,
  type SignedAnnex,
} from './application/outgoing-register.js';
export { indexIncoming } from './application/index-document.js';
export { DocumentSearch, type FoundDocuments } from './persistence/document-search.js';
export { RegisterExport } from './application/register-export.js';
export { RequestPrint } from './application/request-print.js';
export { RegisterIncoming, type IncomingEntry } from './application/register-incoming.js';
export { DocumentsModule } from './documents.module.js';
export {
  DocumentFileEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
} from './persistence/documents.entities.js';
export { HandDeliveryEntity } from './persistence/hand-delivery.entity.js';
export { FILE_DOCUMENT, FIND_BY_NUMBER } from './jobs/jobs.js';
export { PostalQueries, type PostalLine } from './persistence/postal-queries.js';
export { CopyDocumentEntity } from './persistence/copy-document.entity.js';
export { CopyQueries } from './persistence/copy-queries.js';
export type { BookOfYear } from './persistence/register-check-queries.js';
export { RegisterClosingQueries, type RegisterClosing } from './persistence/register-closing-queries.js';
export type { RegisterStartEntity } from './persistence/register-start.entity.js';
export { RegisterStartModule } from './register-start.module.js';
export { RegisterStartQueries, type BegunRegister } from './persistence/register-start-queries.js';
export { RegisterPrintQueries } from './persistence/register-print-queries.js';
export type { RegisterPrintEntity } from './persistence/register-print.entity.js';
export { SecretLines, type SecretSource } from './application/secret-lines.js';
export type { AmendmentLinks, LinksOfLines } from './persistence/amendment-links.js';
export { GivenNumberQueries } from './persistence/given-number-queries.js';
export { RegisterQueries } from './persistence/register-queries.js';
export { RegisterPrintingModule } from './printing/register-printing.module.js';
export { RegisterPrinter } from './printing/register-printer.js';
