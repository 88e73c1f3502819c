export { AccessChanges } from './application/access-changes.js';
export { Journal, type Act } from './application/journal.js';
export { ReadJournal, type JournalPage } from './application/read-journal.js';
export { VerifyJournal } from './application/verify-journal.js';
export { JournalModule } from './journal.module.js';
export { AccessChangeEntity } from './persistence/access-change.entity.js';
export { JournalQueries } from './persistence/journal-queries.js';
export type { JournalPlace, JournalWish } from './persistence/journal-search.js';
export type { JournalEntryEntity } from './persistence/journal.entities.js';
