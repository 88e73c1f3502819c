import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ChooseRecipients } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { recipientsView } from './recipients-view.js';
import { recipientsHref } from './recipients-link.js';
import { renderPage } from '../kit/render-page.js';
import { RecipientsPage } from './recipients-page.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { RecipientsPageQuery } from './recipients-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { flash, takeRefusedAct } from '../account/flash-messages.js';

const MAX_QUESTION_LENGTH = 200;
const asked = z.object({ tim: optional() });
const chosen = asked.extend({ code: needed('Chọn một cơ quan trong danh sách tìm được.') });

type Chosen = z.infer<typeof chosen>;

/** The agencies that a letter goes to through the exchange. */
@Controller('du-thao/:id/noi-nhan')
@Allow(STAFF)
export class RecipientsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly recipients: RecipientsPageQuery,
    private readonly choose: ChooseRecipients,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(asked)) { tim }: z.infer<typeof asked>,
  ): Promise<string> {
    const refused = takeRefusedAct(context.request, recipientsHref(id));
    const question = tim.slice(0, MAX_QUESTION_LENGTH);
    const view = recipientsView(await this.recipients.read(context.actor, id, { question, refused }));
    return renderPage(<RecipientsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(chosen)) { code, tim }: Chosen,
  ): Promise<RedirectTo> {
    await this.choose.add(actor, id, code);
    flash(request, 'done', 'Đã thêm nơi nhận.');
    return back(id, tim);
  }

  @Act('bo')
  async remove(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(chosen)) { code, tim }: Chosen,
  ): Promise<RedirectTo> {
    await this.choose.remove(actor, id, code);
    flash(request, 'done', 'Đã bỏ nơi nhận.');
    return back(id, tim);
  }
}

/** The same question again: several are chosen one after another. */
function back(id: string, question: string): RedirectTo {
  const asking = question === '' ? '' : `?tim=${encodeURIComponent(question.slice(0, MAX_QUESTION_LENGTH))}`;
  return { url: `${recipientsHref(id)}${asking}` };
}
