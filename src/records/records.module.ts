import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { SigningModule } from '../signing/index.js';
import { TicketsModule } from '../tickets/index.js';
import { CountPages } from './application/count-pages.js';
import { FilePlans } from './application/file-plans.js';
import { GatherPapers } from './application/gather-papers.js';
import { KeepRecordFile } from './application/keep-record-file.js';
import { PaperReader } from './application/paper-reader.js';
import { PapersOfTicket } from './application/papers-of-ticket.js';
import { PublishFilePlan } from './application/publish-file-plan.js';
import { RecordFiles } from './application/record-files.js';
import { FollowTickets } from './jobs/follow-tickets.js';
import { RecordQueries } from './persistence/record-queries.js';

@Module({
  imports: [DocumentsModule, DraftingModule, JournalModule, SigningModule, TicketsModule],
  providers: [
    FilePlans,
    PublishFilePlan,
    PapersOfTicket,
    GatherPapers,
    PaperReader,
    CountPages,
    RecordFiles,
    KeepRecordFile,
    RecordQueries,
    FollowTickets,
  ],
  exports: [
    FilePlans,
    PublishFilePlan,
    PaperReader,
    CountPages,
    RecordFiles,
    KeepRecordFile,
    RecordQueries,
    FollowTickets,
  ],
})
export class RecordsModule {}
