import { Module } from '@nestjs/common';
import { AccessChanges } from './application/access-changes.js';
import { Journal } from './application/journal.js';
import { MarkSeals } from './application/mark-seals.js';
import { ReadJournal } from './application/read-journal.js';
import { VerifyJournal } from './application/verify-journal.js';
import { JournalQueries } from './persistence/journal-queries.js';
import { JournalSearch } from './persistence/journal-search.js';

/** What other features, pages and commands use. */
const EXPORTED = [AccessChanges, Journal, MarkSeals, ReadJournal, VerifyJournal, JournalQueries];

@Module({
  providers: [...EXPORTED, JournalSearch],
  exports: EXPORTED,
})
export class JournalModule {}
