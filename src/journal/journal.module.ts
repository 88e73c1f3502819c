import { Module } from '@nestjs/common';
import { AccessChanges } from './application/access-changes.js';
import { Journal } from './application/journal.js';
import { MarkSeals } from './application/mark-seals.js';
import { ReadJournal } from './application/read-journal.js';
import { VerifyJournal } from './application/verify-journal.js';
import { JournalQueries } from './persistence/journal-queries.js';
import { JournalSearch } from './persistence/journal-search.js';

@Module({
  providers: [AccessChanges, Journal, MarkSeals, JournalQueries, JournalSearch, ReadJournal, VerifyJournal],
  exports: [AccessChanges, Journal, MarkSeals, ReadJournal, VerifyJournal, JournalQueries],
})
export class JournalModule {}
