import { Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { outgoingDocumentView } from '../presenters/outgoing-document.js';
import { OutgoingDocumentPage } from '../views/outgoing-document-page.js';
import { renderPage } from '../views/render-page.js';
import { Frames, type Visit } from './frames.js';
import { ReadOutgoing } from './readings/read-outgoing.js';
import { CurrentVisit, Page, STAFF } from './routes.js';
import { takeRefusedAct } from './session-words.js';

/** An outgoing document from its number on. */
@Controller()
@Allow(STAFF)
export class OutgoingDocumentController {
  constructor(
    private readonly frames: Frames,
    private readonly outgoing: ReadOutgoing,
  ) {}

  @Page('van-ban-di/:id')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(visit.request, `/van-ban-di/${id}`);
    const reading = await this.outgoing.execute(visit.actor, id, refused);
    const frame = await this.frames.of(visit);
    return renderPage(<OutgoingDocumentPage frame={frame} view={outgoingDocumentView(reading)} />);
  }
}
