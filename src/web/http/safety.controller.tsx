import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { LookOverSafety } from '../../safety/index.js';
import { safetyView } from '../presenters/safety.js';
import { renderPage } from '../views/render-page.js';
import { SafetyPage } from '../views/safety-page.js';
import { Frames, type Visit } from './frames.js';
import { CurrentVisit, Page } from './routes.js';

/** What keeps strangers out, and what is weak. */
@Controller('an-toan')
@Allow(['administrator'])
export class SafetyController {
  constructor(
    private readonly frames: Frames,
    private readonly safety: LookOverSafety,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = safetyView(await this.safety.execute());
    return renderPage(<SafetyPage frame={await this.frames.of(visit)} view={view} />);
  }
}
