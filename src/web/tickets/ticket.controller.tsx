import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { BeginReply, DiscardReply, NOTE_FIELDS, NoteOpened, NoteWithEvidence } from '../../tickets/index.js';
import { isUndoable } from '../../tickets/domain/undo.js';
import { ticketView } from './ticket-view.js';
import { refusedNote } from '../kit/refused-note.js';
import { offerUndo } from '../many-tickets/many-done.js';
import { renderPage } from '../kit/render-page.js';
import { TicketPage } from './ticket-page.js';
import { verbatim } from '../identity/citizen-text.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { postedFiles } from '../kit/form/field-kinds.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { cameFrom } from '../kit/http/local-path.js';
import { PresentDay } from '../kit/http/present-day.js';
import { TicketPageQuery } from './ticket-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';

const note = z.object({
  text: optional(),
  audience: z.enum(['internal', 'hotline'], 'Chọn ai được đọc nội dung này.'),
  field: z.enum(NOTE_FIELDS, 'Chọn nội dung ghi là tiến độ, biện pháp hay kết quả.'),
  verbatim: verbatim(),
  files: postedFiles(),
});

const NOTED = { internal: 'Đã ghi nội bộ.', hotline: 'Đã ghi cho người phản ánh.' };

@Controller()
@Allow(STAFF)
export class TicketController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly tickets: TicketPageQuery,
    private readonly noteWithEvidence: NoteWithEvidence,
    private readonly beginReply: BeginReply,
    private readonly discardReply: DiscardReply,
    private readonly noteOpened: NoteOpened,
  ) {}

  @Page('phieu/:id')
  async page(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query('danh-sach', new FormPipe(z.string().catch(''))) list: string,
  ): Promise<string> {
    const today = await this.day.now();
    const note = `/phieu/${id}/tien-do`;
    const refused = takeRefusedAct(context.request, `/phieu/${id}`, [note]);
    const refusedText = refusedNote(takeRefusedForm(context.request, note));
    const reading = await this.tickets.read(context.actor, id, { list, refused }, today);
    await this.noteOpened.note(context.actor, reading.ticket, reading.assignment);
    const frame = await this.pageContext.of(context);
    return renderPage(<TicketPage frame={frame} view={ticketView(reading, refusedText, today)} />);
  }

  @Act('phieu/:id/tien-do')
  @TakesFiles()
  async write(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(new FormPipe(note)) form: z.infer<typeof note>,
  ): Promise<RedirectTo> {
    const lineId = await this.noteWithEvidence.note(actor, ticketId, form);
    const back = cameFrom(request) ?? `/phieu/${ticketId}`;
    const noted = { kind: form.field, toHotline: form.audience === 'hotline', isFollowed: form.files.length > 0 };
    if (!isUndoable(noted)) return done(request, NOTED[form.audience], back);
    return offerUndo(request, { act: 'note', ticketId, lineId, back }, NOTED.internal);
  }

  @Act('phieu/:id/du-thao')
  async draft(@CurrentContext() { actor }: RequestContext, @Param('id') ticketId: string): Promise<RedirectTo> {
    return { url: `/du-thao/${await this.beginReply.begin(actor, ticketId)}` };
  }

  @Act('phieu/:id/bo-du-thao')
  async drop(@CurrentContext() { actor, request }: RequestContext, @Param('id') ticketId: string): Promise<RedirectTo> {
    await this.discardReply.discard(actor, ticketId);
    return done(request, 'Đã bỏ bản thảo; phiếu tiếp tục được xử lý.', `/phieu/${ticketId}`);
  }
}
