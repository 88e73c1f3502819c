export type { HotlineCall, Receipt } from './application/hotline-inbox.js';
export { HotlineServices, type HotlineService } from './application/hotline-services.js';
export { ReceiveReport } from './application/receive-report.js';
export { ReceiveUpdate } from './application/receive-update.js';
export { HotlineModule } from './hotline.module.js';
