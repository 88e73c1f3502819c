import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { optionalYear } from '../kit/http/optional-day.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page, STAFF } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { PostalBookPage } from './postal-book-page.js';
import { PostalBookQuery } from './postal-book-query.js';
import { postalBookView } from './postal-book-view.js';

const address = z.object({ nam: optionalYear, truoc: z.uuid().nullable().catch(null) });

/** What went by post or was handed over. */
@Controller()
@Allow(STAFF)
export class PostalBookController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly book: PostalBookQuery,
  ) {}

  @Page('so-van-ban/buu-dien')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { nam, truoc }: z.infer<typeof address>,
  ): Promise<string> {
    const frame = await this.pageContext.of(context);
    return renderPage(<PostalBookPage frame={frame} view={postalBookView(await this.book.read(nam, truoc))} />);
  }
}
