import { Controller, Param, ParseIntPipe } from '@nestjs/common';
import { TryAgain } from '../../exchange/index.js';
import { hasRole } from '../../kernel/actor.js';
import { Allow } from '../../platform/http/access.js';
import { refusedMessagesView } from '../presenters/refused-messages.js';
import { RefusedMessagesPage } from '../views/refused-messages-page.js';
import { renderPage } from '../views/render-page.js';
import { Frames, type Visit } from './frames.js';
import { ReadRefused } from './readings/read-refused.js';
import { Act, CurrentVisit, Page, REGISTRY_AND_WATCH, type Onward } from './routes.js';
import { leaveNotice } from './session-words.js';

@Controller()
@Allow(REGISTRY_AND_WATCH)
export class RefusedMessagesController {
  constructor(
    private readonly frames: Frames,
    private readonly refused: ReadRefused,
    private readonly again: TryAgain,
  ) {}

  @Page('tin-loi')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = refusedMessagesView(await this.refused.execute(visit.actor));
    const frame = await this.frames.of(visit);
    return renderPage(<RefusedMessagesPage frame={frame} view={view} />);
  }

  @Act('tin-loi/viec/:seq/thu-lai')
  @Allow(['registryClerk', 'administrator'])
  async tryAgain(@CurrentVisit() { actor, request }: Visit, @Param('seq', ParseIntPipe) seq: number): Promise<Onward> {
    await this.again.execute(actor, seq);
    leaveNotice(request, 'done', 'Hệ thống đang thử lại việc này.');
    // An administrator does not read messages: their own page tells them.
    return { url: hasRole(actor, ...REGISTRY_AND_WATCH) ? '/tin-loi' : '/' };
  }
}
