import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { SavedSearches } from '../../tickets/index.js';
import { CountedSearches } from './saved-searches.js';
import { SavedSearchesPageQuery } from './saved-searches-page-query.js';
import { readSavedSearch, readSearchForm, searchAddress, searchQuery, type SearchAddress } from './search-form-view.js';
import { readOrder } from './search-order.js';
import { searchView } from './search-view.js';
import { renderPage } from '../kit/render-page.js';
import { SearchPage } from './search-page.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { SearchPageQuery } from './search-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

const KEPT = '/tim-kiem/da-luu';
const name = z.object({ ten: needed('Nhập tên cho tìm kiếm này.') });
const kept = name.extend({ cau: optional() });

@Controller()
@Allow('signedIn')
export class SearchController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly search: SearchPageQuery,
    private readonly saved: SavedSearches,
    private readonly countedSearches: SavedSearchesPageQuery,
  ) {}

  @Page('tim-kiem')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(searchAddress)) asked: SearchAddress,
  ): Promise<string> {
    const today = await this.day.now();
    const form = readSearchForm(asked);
    const reading = await this.search.read(context.actor, { ...form, place: asked.trang, order: readOrder(asked.xep) });
    const refused = takeRefusedForm(context.request, KEPT);
    const frame = await this.pageContext.of(context, asked.tim);
    return renderPage(<SearchPage frame={frame} view={searchView(reading, today, refused?.sentence ?? null)} />);
  }

  @Page('tim-kiem/da-luu')
  async counted(@CurrentContext() { actor }: RequestContext): Promise<string> {
    return renderPage(<CountedSearches searches={await this.countedSearches.read(actor)} />);
  }

  @Act('tim-kiem/da-luu')
  async keep(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(kept)) { ten, cau }: z.infer<typeof kept>,
  ): Promise<RedirectTo> {
    const { question } = readSavedSearch(cau);
    await this.saved.save(actor, ten, question);
    return done(request, 'Đã lưu tìm kiếm.', searchQuery(question));
  }

  @Act('tim-kiem/da-luu/:id/doi-ten')
  async rename(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(name)) { ten }: z.infer<typeof name>,
  ): Promise<RedirectTo> {
    await this.saved.rename(actor, id, ten);
    return done(request, 'Đã đổi tên tìm kiếm.', '/tim-kiem');
  }

  @Act('tim-kiem/da-luu/:id/xoa')
  async remove(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.saved.remove(actor, id);
    return done(request, 'Đã xóa tìm kiếm.', '/tim-kiem');
  }
}
