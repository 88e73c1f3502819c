import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { CloseUnit } from '../../succession/index.js';
import { unitHref } from './organisation-view.js';
import { unitClosingView } from './unit-closing.js';
import { renderPage } from '../kit/render-page.js';
import { UnitClosingPage } from './unit-closing-page.js';
import { FormPipe, oneLine } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const closing = z.object({ successorId: oneLine(), from: oneLine(), reason: oneLine() });

/** A unit is closed, and another follows it: seen whole before, done at once. */
@Controller('to-chuc/:id/dong')
@Allow(ORGANISERS)
export class UnitClosingController {
  constructor(
    private readonly frames: Frames,
    private readonly closeUnit: CloseUnit,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedForm(visit.request, `${unitHref(id)}/dong`);
    const view = unitClosingView(await this.closeUnit.preview(visit.actor, id), refused);
    return renderPage(<UnitClosingPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('')
  @AskAgain()
  async close(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(closing)) draft: z.infer<typeof closing>,
  ): Promise<Onward> {
    await this.closeUnit.close(actor, id, draft);
    leaveNotice(request, 'done', 'Đơn vị đã ngừng hoạt động; người và việc đang mở đã chuyển về đơn vị tiếp nhận.');
    return { url: unitHref(id) };
  }
}
