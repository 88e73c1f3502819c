import { Module, type OnModuleInit } from '@nestjs/common';
import { HouseModule } from '../house/index.js';
import { JournalModule } from '../journal/index.js';
import { PromiseKeepers } from '../platform/outbox/outbox.js';
import { Drafts } from './application/drafts.js';
import { MakePage } from './application/make-page.js';
import { ReviewDraft } from './application/review-draft.js';
import { Templates } from './application/templates.js';
import { WriteDraft } from './application/write-draft.js';
import { DraftQueries } from './persistence/draft-queries.js';
import { TemplateRenderer } from './rendering/template-renderer.js';

@Module({
  imports: [HouseModule, JournalModule],
  providers: [
    Drafts,
    WriteDraft,
    ReviewDraft,
    MakePage,
    DraftQueries,
    Templates,
    { provide: TemplateRenderer, useFactory: () => new TemplateRenderer() },
  ],
  exports: [WriteDraft, ReviewDraft, DraftQueries, Templates, TemplateRenderer],
})
export class DraftingModule implements OnModuleInit {
  constructor(
    private readonly keepers: PromiseKeepers,
    private readonly makePage: MakePage,
  ) {}

  onModuleInit(): void {
    this.keepers.add(this.makePage);
  }
}
