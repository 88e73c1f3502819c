import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { DecideTask, ReadTask } from '../../exchange/index.js';
import { RECALL_REASON } from '../../exchange/domain/recall.js';
import { Allow } from '../../platform/http/access.js';
import { exchangeTasksView, exchangeTaskView, TASKS } from './exchange-tasks-view.js';
import { ExchangeTaskPage } from './exchange-task-page.js';
import { ExchangeTasksPage } from './exchange-tasks-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { TasksPageQuery } from './tasks-page-query.js';
import { Act, CurrentVisit, Page, REGISTRY_AND_WATCH, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct } from '../account/session-words.js';

const decision = z.object({
  reason: optional().refine((text) => text.length <= RECALL_REASON.longest, 'Viết gọn lại.'),
});

/** What other agencies want done to documents that they have sent us. */
@Controller('trao-doi/viec')
@Allow(REGISTRY_AND_WATCH)
export class ExchangeTasksController {
  constructor(
    private readonly frames: Frames,
    private readonly tasks: TasksPageQuery,
    private readonly readTask: ReadTask,
    private readonly decideTask: DecideTask,
  ) {}

  @Page('')
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const view = exchangeTasksView(await this.tasks.read());
    return renderPage(<ExchangeTasksPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page(':id')
  async one(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(visit.request, `${TASKS}/${id}`);
    const view = exchangeTaskView(visit.actor, await this.readTask.read(id), refused);
    return renderPage(<ExchangeTaskPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':id/dong-y')
  @Allow(['registryClerk'])
  async agree(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(decision)) { reason }: z.infer<typeof decision>,
  ): Promise<Onward> {
    await this.decideTask.decide(actor, id, { decision: 'agreed', reason });
    leaveNotice(request, 'done', 'Đã ghi quyết định; việc tiếp theo được làm ngay.');
    return { url: `${TASKS}/${id}` };
  }

  @Act(':id/tu-choi')
  @Allow(['registryClerk'])
  async refuse(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(decision)) { reason }: z.infer<typeof decision>,
  ): Promise<Onward> {
    await this.decideTask.decide(actor, id, { decision: 'refused', reason });
    leaveNotice(request, 'done', 'Đã ghi quyết định; nơi gửi sẽ nhận trả lời kèm lý do.');
    return { url: `${TASKS}/${id}` };
  }
}
