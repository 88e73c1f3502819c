export { HeldDataOfPerson, type HeldData } from './application/held-data.js';
export {
  KeepDataRequest,
  type AnswerRequestCommand,
  type RecordRequestCommand,
} from './application/keep-data-request.js';
export { WriteNotice } from './application/write-notice.js';
export { DataRequestsBackgroundModule } from './data-requests-background.module.js';
export { DataRequestsModule } from './data-requests.module.js';
export type { DataRequestEntity } from './persistence/data-request.entity.js';
export { DataRequestQueries } from './persistence/data-request-queries.js';
