import { Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { LookAtSignatures } from '../../signing/index.js';
import { signatureView } from '../presenters/signature.js';
import { renderPage } from '../views/render-page.js';
import { SignaturePage } from '../views/signature-page.js';
import { Frames, type Visit } from './frames.js';
import { PresentDay } from './readings/present-day.js';
import { ReadSignatures } from './readings/read-signatures.js';
import { Act, CurrentVisit, Page, STAFF, type Onward } from './routes.js';
import { leaveNotice } from './session-words.js';

@Controller()
@Allow(STAFF)
export class SignatureController {
  constructor(
    private readonly frames: Frames,
    private readonly day: PresentDay,
    private readonly signatures: ReadSignatures,
    private readonly look: LookAtSignatures,
  ) {}

  @Page('trinh-ky')
  list(@CurrentVisit() visit: Visit): Promise<string> {
    return this.draw(visit, null);
  }

  @Page('trinh-ky/:id')
  letter(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.draw(visit, id);
  }

  @Act('trinh-ky/:id/kiem-tra')
  async check(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.look.at(await this.signatures.seen(actor, id));
    leaveNotice(request, 'done', 'Đã hỏi e-office.');
    return { url: `/trinh-ky/${id}` };
  }

  private async draw(visit: Visit, id: string | null): Promise<string> {
    const reading = await this.signatures.execute(visit.actor, id);
    const frame = await this.frames.of(visit);
    const view = signatureView(reading, visit.actor, await this.day.now());
    return renderPage(<SignaturePage frame={frame} view={view} />);
  }
}
