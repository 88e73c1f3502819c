import { Module, type OnModuleInit } from '@nestjs/common';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { SigningModule } from '../signing/index.js';
import { AnswerDocument } from './application/answer-document.js';
import { AssignHandler } from './application/assign-handler.js';
import { BeginOwnDocument } from './application/begin-own-document.js';
import { DocumentReader } from './application/document-reader.js';
import { EnterPaper } from './application/enter-paper.js';
import { FollowAnswer } from './application/follow-answer.js';
import { FollowTakenBack } from './application/follow-taken-back.js';
import { GiveOpinion } from './application/give-opinion.js';
import { HandlingReader } from './application/handling-reader.js';
import { HandlingSlip } from './application/handling-slip.js';
import { HandOverDocuments } from './application/hand-over-documents.js';
import { Handlings } from './application/handlings.js';
import { OpenHandling } from './application/open-handling.js';
import { RouteDocument } from './application/route-document.js';
import { SettleDocument } from './application/settle-document.js';
import { SubmitDocument } from './application/submit-document.js';
import { TellHandlers } from './application/tell-handlers.js';
import { CorrespondenceQueries } from './persistence/correspondence-queries.js';

/** Who does which job. */
export const CORRESPONDENCE_HANDLERS = {
  'document.open': OpenHandling,
  'document.answer': FollowAnswer,
  'document.takenBack': FollowTakenBack,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  HandlingReader,
  HandlingSlip,
  DocumentReader,
  BeginOwnDocument,
  EnterPaper,
  RouteDocument,
  AssignHandler,
  GiveOpinion,
  SettleDocument,
  AnswerDocument,
  SubmitDocument,
];

@Module({
  imports: [
    AgencyProfileModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    FilesModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    SigningModule,
  ],
  providers: [
    ...EXPORTED,
    CorrespondenceQueries,
    Handlings,
    HandOverDocuments,
    TellHandlers,
    ...Object.values(CORRESPONDENCE_HANDLERS),
  ],
  exports: EXPORTED,
})
export class CorrespondenceModule implements OnModuleInit {
  constructor(
    private readonly workInHand: WorkInHand,
    private readonly documents: HandOverDocuments,
  ) {}

  onModuleInit(): void {
    this.workInHand.add(this.documents);
  }
}
