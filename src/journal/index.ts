export { Journal, type Act } from './application/journal.js';
export { VerifyJournal } from './application/verify-journal.js';
export { JournalModule } from './journal.module.js';
export { JournalQueries } from './persistence/journal-queries.js';
export type { JournalEntryEntity } from './persistence/journal.entities.js';
