import { Module, type OnModuleInit } from '@nestjs/common';
import { DelegationModule } from '../delegation/index.js';
import { FileInspector, FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
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
import { SaveParts } from './application/save-parts.js';
import { Revisions } from './application/revisions.js';
import { IssuerOfLetter } from './application/issuer-of-letter.js';
import { SignerOfLetter } from './application/signer-of-letter.js';
import { ImportWordRevision } from './application/import-word-revision.js';
import { StandardTexts } from './application/standard-texts.js';
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

/** Who does which job. */
export const DRAFTING_HANDLERS = {
  'drafting.makePage': MakePage,
  'drafting.makeSample': MakeSample,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  ChangeAnnexes,
  DraftPresence,
  ImportWordRevision,
  WriteDraft,
  SaveParts,
  ReviewDraft,
  KeepDetails,
  DraftQueries,
  CompareRevisions,
  IssuerOfLetter,
  SignerOfLetter,
  DocumentWriter,
  BeginDocument,
  DiscardDocument,
  StandardTexts,
  Templates,
  UploadTemplate,
  PublishTemplate,
  WithdrawTemplate,
];

@Module({
  imports: [DelegationModule, FilesModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [
    ...EXPORTED,
    Drafts,
    Revisions,
    { provide: WordLetters, useFactory: () => new WordLetters() },
    HandOverDrafts,
    JudgeTemplate,
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
    ...Object.values(DRAFTING_HANDLERS),
  ],
  exports: [...EXPORTED, WordLetters, TemplateRenderer, FormatChecker],
})
export class DraftingModule implements OnModuleInit {
  constructor(
    private readonly workInHand: WorkInHand,
    private readonly handOver: HandOverDrafts,
  ) {}

  onModuleInit(): void {
    this.workInHand.add(this.handOver);
  }
}
