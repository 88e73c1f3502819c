import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { clean } from '../../kernel/vietnamese.js';
import { Allow } from '../../platform/http/access.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { QuickFindList } from './quick-find-list.js';
import { QuickFindQuery } from './quick-find-query.js';
import { quickFindView } from './quick-find-view.js';

const asked = z.object({ tim: z.string().max(100).transform(clean).catch('') });

/** What Ctrl+K finds while one types. */
@Controller('tim-nhanh')
@Allow('signedIn')
export class QuickFindController {
  constructor(private readonly query: QuickFindQuery) {}

  @Page('')
  async find(
    @CurrentContext() { actor }: RequestContext,
    @Query(new FormPipe(asked)) { tim }: z.infer<typeof asked>,
  ): Promise<string> {
    return renderPage(<QuickFindList view={quickFindView(await this.query.find(actor, tim))} />);
  }
}
