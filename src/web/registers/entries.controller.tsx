import { Body, Controller, Param } from '@nestjs/common';
import { RecordEOfficeEntry } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { ENTRIES, entriesView, entryView, ticking } from './entries-by-hand-view.js';
import { EntriesPage } from './entries-page.js';
import { EntryPage } from './entry-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { RegisterEntryPageQuery } from './register-entry-page-query.js';
import { Act, CurrentContext, Page, REGISTRY_AND_WATCH, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Incoming documents that a clerk enters in the e-office, because it takes none over the wire. */
@Controller('trao-doi/ghi-so')
@Allow(REGISTRY_AND_WATCH)
export class EntriesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly entries: RegisterEntryPageQuery,
    private readonly recordEOfficeEntry: RecordEOfficeEntry,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = entriesView(await this.entries.list());
    return renderPage(<EntriesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `${ENTRIES}/${id}`);
    const view = entryView(await this.entries.one(context.actor, id, refused));
    return renderPage(<EntryPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id')
  @Allow(['registryClerk'])
  async enter(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(ticking.pipe) form: Posted<typeof ticking>,
  ): Promise<RedirectTo> {
    await this.recordEOfficeEntry.record(actor, id, form);
    return done(request, 'Đã đánh dấu văn bản được ghi vào sổ hệ thống quản lý văn bản.', ENTRIES);
  }
}
