export { Journal, type Act } from './application/journal.js';
export { JournalModule } from './journal.module.js';
