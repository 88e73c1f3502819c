import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { WriteRoutingLine } from '../../routing-table/index.js';
import { ROUTING_EDITORS } from '../../routing-table/domain/routing-flaws.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { RoutingTablePage } from './routing-table-page.js';
import { RoutingTablePageQuery } from './routing-table-page-query.js';
import { routingTableView } from './routing-table-view.js';
import { ROUTING } from './routing-table-words.js';
import { adding, ending } from './routing-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Everybody may read who does what; the Office and the administrator write it down. */
@Controller('bang-phan-cong')
@Allow('signedIn')
export class RoutingTableController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: RoutingTablePageQuery,
    private readonly write: WriteRoutingLine,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { request, actor } = context;
    const refused = takeRefusedForm(request, ROUTING) ?? takeRefusedAct(request, ROUTING);
    const view = routingTableView(await this.query.read(actor), refused);
    return renderPage(<RoutingTablePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(ROUTING_EDITORS)
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) given: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    const no = await this.write.add(actor, given);
    return done(request, `Đã lưu dòng phân công ${String(no)}.`, ROUTING);
  }

  @Act(':id/cham-dut')
  @Allow(ROUTING_EDITORS)
  async end(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(ending.pipe) given: Posted<typeof ending>,
  ): Promise<RedirectTo> {
    await this.write.end(actor, { id, ...given });
    return done(request, 'Đã ghi ngày chấm dứt dòng phân công.', ROUTING);
  }
}
