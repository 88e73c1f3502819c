export { Dispatches } from './application/dispatches.js';
export { ReadFeedback, type ReceivedFeedback } from './application/read-feedback.js';
export { RecallDocument } from './application/recall-document.js';
export { ReceivePending } from './application/receive-pending.js';
export { mayTryAgain, TryAgain } from './application/try-again.js';
export { ExchangeModule } from './exchange.module.js';
export type { DispatchEntity, InboxMessageEntity, RefusedCallEntity } from './persistence/exchange.entities.js';
export type { DocumentRecallEntity } from './persistence/document-recall.entity.js';
export { ExchangeQueries } from './persistence/exchange-queries.js';
