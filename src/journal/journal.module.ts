import { Module } from '@nestjs/common';
import { Journal } from './application/journal.js';
import { VerifyJournal } from './application/verify-journal.js';
import { JournalQueries } from './persistence/journal-queries.js';

@Module({
  providers: [Journal, JournalQueries, VerifyJournal],
  exports: [Journal, VerifyJournal, JournalQueries],
})
export class JournalModule {}
