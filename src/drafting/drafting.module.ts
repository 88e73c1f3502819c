import { Module, type OnModuleInit } from '@nestjs/common';
import { DelegationModule } from '../delegation/index.js';
import { FileInspector, FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { BeginDocument } from './application/begin-document.js';
import { ChangeAnnexes } from './application/change-annexes.js';
import { CompareRevisions } from './application/compare-revisions.js';
import { DraftPresence } from './application/draft-presence.js';
import { Drafts } from './application/drafts.js';
import { DiscardDocument } from './application/discard-document.js';
import { HandOverDrafts } from './application/hand-over-drafts.js';
import { JudgeTemplate } from './application/judge-template.js';
import { MakePage } from './application/make-page.js';
import { MakeSample } from './application/make-sample.js';
import { DocumentWriter } from './application/document-writer.js';
import { PublishTemplate } from './application/publish-template.js';
import { KeepDetails } from './application/keep-details.js';
import { ReviewDraft } from './application/review-draft.js';
import { Revisions } from './application/revisions.js';
import { SignerOfLetter } from './application/signer-of-letter.js';
import { ImportWordRevision } from './application/import-word-revision.js';
import { Templates } from './application/templates.js';
import { UploadTemplate } from './application/upload-template.js';
import { WithdrawTemplate } from './application/withdraw-template.js';
import { WriteDraft } from './application/write-draft.js';
import { TextComparer } from './comparison/text-comparer.js';
import { FormatChecker } from './format/format-checker.js';
import { TemplateLint } from './lint/template-lint.js';
import { DraftQueries } from './persistence/draft-queries.js';
import { WordLetters } from './word/word-letters.js';
import { TemplateRenderer } from './rendering/template-renderer.js';

@Module({
  imports: [DelegationModule, FilesModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [
    Drafts,
    Revisions,
    ChangeAnnexes,
    CompareRevisions,
    ImportWordRevision,
    DraftPresence,
    { provide: WordLetters, useFactory: () => new WordLetters() },
    WriteDraft,
    HandOverDrafts,
    ReviewDraft,
    KeepDetails,
    MakePage,
    DraftQueries,
    SignerOfLetter,
    DocumentWriter,
    BeginDocument,
    DiscardDocument,
    Templates,
    JudgeTemplate,
    UploadTemplate,
    PublishTemplate,
    WithdrawTemplate,
    MakeSample,
    { provide: TextComparer, useFactory: () => new TextComparer() },
    {
      provide: TemplateRenderer,
      useFactory: (inspector: FileInspector) => new TemplateRenderer(undefined, (file) => inspector.inspectKept(file)),
      inject: [FileInspector],
    },
    {
      provide: FormatChecker,
      useFactory: (inspector: FileInspector) => new FormatChecker(inspector),
      inject: [FileInspector],
    },
    {
      provide: TemplateLint,
      inject: [TemplateRenderer],
      useFactory: (renderer: TemplateRenderer) => new TemplateLint(renderer),
    },
  ],
  exports: [
    ChangeAnnexes,
    DraftPresence,
    ImportWordRevision,
    WordLetters,
    WriteDraft,
    ReviewDraft,
    KeepDetails,
    DraftQueries,
    CompareRevisions,
    SignerOfLetter,
    DocumentWriter,
    BeginDocument,
    DiscardDocument,
    Templates,
    UploadTemplate,
    PublishTemplate,
    WithdrawTemplate,
    TemplateRenderer,
    FormatChecker,
  ],
})
export class DraftingModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly makePage: MakePage,
    private readonly makeSample: MakeSample,
    private readonly workInHand: WorkInHand,
    private readonly handOver: HandOverDrafts,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.makePage, this.makeSample);
    this.workInHand.add(this.handOver);
  }
}
