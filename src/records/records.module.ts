import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { SigningModule } from '../signing/index.js';
import { TicketsModule } from '../tickets/index.js';
import { CorrespondenceModule } from '../correspondence/index.js';
import { DocumentAccess } from './application/document-access.js';
import { DocumentFiles } from './application/document-files.js';
import { FileDocument } from './application/file-document.js';
import { OpenedFiles } from './application/opened-files.js';
import { PapersOfDocument } from './application/papers-of-document.js';
import { RequestExport } from './application/request-export.js';
import { CountPages } from './application/count-pages.js';
import { ReadExport } from './application/export-contents.js';
import { FilePlans } from './application/file-plans.js';
import { GatherPapers } from './application/gather-papers.js';
import { HandOverFiles } from './application/hand-over-files.js';
import { KeepRecordFile } from './application/keep-record-file.js';
import { MakeExport } from './application/make-export.js';
import { PaperReader } from './application/paper-reader.js';
import { PapersOfTicket } from './application/papers-of-ticket.js';
import { PublishFilePlan } from './application/publish-file-plan.js';
import { RecordFiles } from './application/record-files.js';
import { RetainRecordFile } from './application/retain-record-file.js';
import { FollowTickets } from './jobs/follow-tickets.js';
import { WarnOfHandOver } from './jobs/warn-of-hand-over.js';
import { RecordQueries } from './persistence/record-queries.js';

/** Who does which job. */
export const RECORD_HANDLERS = {
  'records.export': MakeExport,
  'records.gather': FollowTickets,
  'documents.file': FileDocument,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  DocumentFiles,
  DocumentAccess,
  FilePlans,
  PublishFilePlan,
  PaperReader,
  CountPages,
  RecordFiles,
  KeepRecordFile,
  RetainRecordFile,
  ReadExport,
  RequestExport,
  RecordQueries,
  WarnOfHandOver,
];

@Module({
  imports: [
    CorrespondenceModule,
    DocumentsModule,
    DraftingModule,
    AgencyProfileModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    SigningModule,
    TicketsModule,
  ],
  providers: [
    ...EXPORTED,
    PapersOfTicket,
    PapersOfDocument,
    OpenedFiles,
    GatherPapers,
    HandOverFiles,
    ...Object.values(RECORD_HANDLERS),
  ],
  exports: [...EXPORTED, FollowTickets, FileDocument],
})
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly workInHand: WorkInHand,
    private readonly files: HandOverFiles,
  ) {}

  onModuleInit(): void {
    this.workInHand.add(this.files);
  }
}
