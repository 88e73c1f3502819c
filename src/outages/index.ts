export { AnnounceOutage, type OutageDraft } from './application/announce-outage.js';
export { CurrentOutages, type CurrentOutage } from './application/current-outages.js';
export { ServiceStatus, type StatusReading } from './application/service-status.js';
export { OutagesModule } from './outages.module.js';
export type { OutageEntity } from './persistence/outage.entity.js';
export { OutageQueries } from './persistence/outage-queries.js';
export { storageWords } from './application/storage-words.js';
export { WarnOfStorageModule } from './warn-of-storage.module.js';
