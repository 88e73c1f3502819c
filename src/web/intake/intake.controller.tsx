import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS } from '../../law/index.js';
import { mediaTypeByName } from '../../files/domain/media-type.js';
import { Allow } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { TakeFeedback, type TakeFeedbackCommand, type TakenFeedback } from '../../tickets/index.js';
import { INTAKE_CHANNELS } from '../../tickets/domain/intake/intake-channel.js';
import { writtenMoment } from '../../tickets/domain/intake/intake-moment.js';
import { intakeView } from './intake-view.js';
import { IntakePage } from './intake-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { IntakePageQuery } from './intake-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { flash, takeRefusedForm } from '../account/flash-messages.js';

const MAX_FILES = 10;

const intakeForm: z.ZodType<TakeFeedbackCommand> = z
  .object({
    token: z.uuid('Mở lại trang Ghi phiếu mới rồi ghi lại.'),
    channel: z.enum(INTAKE_CHANNELS, 'Chọn kênh nhận.'),
    receivedAt: z.string('Ghi thời điểm nhận.').transform((text, context) => {
      const moment = writtenMoment(text);
      if (moment !== null) return moment;
      context.addIssue('Ghi thời điểm nhận có thật, như 18/03/2026 09:05.');
      return z.NEVER;
    }),
    words: optional(),
    subject: optional(),
    place: optional(),
    category: z.enum(CATEGORIES, 'Chọn lĩnh vực.'),
    level: z.enum(LEVELS, 'Chọn mức độ.'),
    kind: z.enum(['feedback', 'petition'], 'Chọn phản ánh hay kiến nghị.'),
    complainedUnitId: optional().transform((id) => (id === '' ? null : id)),
    senderName: optional(),
    senderPhone: optional(),
    senderEmail: optional(),
    senderAddress: optional(),
    keepSecret: optional().transform((ticked) => ticked !== ''),
    files: z
      .union([z.instanceof(PostedFile), z.array(z.instanceof(PostedFile))])
      .optional()
      .transform((given) => [given ?? []].flat())
      .refine((files) => files.length <= MAX_FILES, `Gửi nhiều nhất ${String(MAX_FILES)} tệp một lần.`),
  })
  .transform(({ token, files, ...feedback }) => ({
    token,
    feedback,
    files: files.map(({ name, content }) => ({ name, mediaType: mediaTypeByName(name), content })),
  }));

const TAKEN: Readonly<Record<TakenFeedback['decision'], string>> = {
  accept: 'Đã vào sổ văn bản đến và mở phiếu.',
  acceptWithoutReply: 'Đã vào sổ và mở phiếu; không rõ người phản ánh nên không trả lời.',
  reject: 'Đã vào sổ và không tiếp nhận theo quy định, có ghi lý do: không rõ người phản ánh hoặc nội dung.',
};

/** Feedback that a clerk takes from a caller or a visitor. */
@Controller()
@Allow(['registryClerk'])
export class IntakeController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: IntakePageQuery,
    private readonly takeFeedback: TakeFeedback,
  ) {}

  @Page('phieu-moi')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = intakeView(await this.query.read(takeRefusedForm(context.request, '/phieu-moi')));
    return renderPage(<IntakePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('phieu-moi')
  @TakesFiles()
  async take(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(intakeForm)) command: TakeFeedbackCommand,
  ): Promise<RedirectTo> {
    const { ticketId, decision } = await this.takeFeedback.take(actor, command);
    flash(request, 'done', TAKEN[decision]);
    return { url: `/phieu/${ticketId}` };
  }
}
