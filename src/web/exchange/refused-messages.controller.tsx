import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { refusedMessagesView } from './refused-messages.js';
import { RefusedMessagesPage } from './refused-messages-page.js';
import { renderPage } from '../kit/render-page.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { RefusedPageQuery } from './refused-page-query.js';
import { CurrentVisit, Page, REGISTRY_AND_WATCH } from '../kit/http/routes.js';

@Controller()
@Allow(REGISTRY_AND_WATCH)
export class RefusedMessagesController {
  constructor(
    private readonly frames: Frames,
    private readonly refused: RefusedPageQuery,
  ) {}

  @Page('tin-loi')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = refusedMessagesView(await this.refused.read(visit.actor));
    const frame = await this.frames.of(visit);
    return renderPage(<RefusedMessagesPage frame={frame} view={view} />);
  }
}
