import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ReviewSafety } from '../../safety/index.js';
import { safetyView } from './safety.js';
import { renderPage } from '../kit/render-page.js';
import { SafetyPage } from './safety-page.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { CurrentVisit, Page } from '../kit/http/routes.js';

/** What keeps strangers out, and what is weak. */
@Controller('an-toan')
@Allow(['administrator'])
export class SafetyController {
  constructor(
    private readonly frames: Frames,
    private readonly reviewSafety: ReviewSafety,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = safetyView(await this.reviewSafety.review());
    return renderPage(<SafetyPage frame={await this.frames.of(visit)} view={view} />);
  }
}
