import { Body, Controller, Param } from '@nestjs/common';
import { DecideTask, ReadTask } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { deciding, exchangeTasksView, exchangeTaskView, TASKS } from './exchange-tasks-view.js';
import { ExchangeTaskPage } from './exchange-task-page.js';
import { ExchangeTasksPage } from './exchange-tasks-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { TasksPageQuery } from './tasks-page-query.js';
import { Act, CurrentContext, Page, REGISTRY_AND_WATCH, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What other agencies want done to documents that they have sent us. */
@Controller('trao-doi/viec')
@Allow(REGISTRY_AND_WATCH)
export class ExchangeTasksController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly tasks: TasksPageQuery,
    private readonly readTask: ReadTask,
    private readonly decideTask: DecideTask,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = exchangeTasksView(await this.tasks.read());
    return renderPage(<ExchangeTasksPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `${TASKS}/${id}`);
    const view = exchangeTaskView(context.actor, await this.readTask.read(id), refused);
    return renderPage(<ExchangeTaskPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/dong-y')
  @Allow(['registryClerk'])
  async agree(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(deciding.pipe) { reason }: Posted<typeof deciding>,
  ): Promise<RedirectTo> {
    await this.decideTask.decide(actor, id, { decision: 'agreed', reason });
    return done(request, 'Đã ghi quyết định; việc tiếp theo được làm ngay.', `${TASKS}/${id}`);
  }

  @Act(':id/tu-choi')
  @Allow(['registryClerk'])
  async refuse(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(deciding.pipe) { reason }: Posted<typeof deciding>,
  ): Promise<RedirectTo> {
    await this.decideTask.decide(actor, id, { decision: 'refused', reason });
    return done(request, 'Đã ghi quyết định; nơi gửi sẽ nhận trả lời kèm lý do.', `${TASKS}/${id}`);
  }
}
