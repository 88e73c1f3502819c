import { Body, Controller } from '@nestjs/common';
import { mediaTypeByName } from '../../files/domain/media-type.js';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { TakeFeedback, type TakeFeedbackCommand, type TakenFeedback } from '../../tickets/index.js';
import { intakeView, taking } from './intake-view.js';
import { IntakePage } from './intake-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { IntakePageQuery } from './intake-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

const takingPipe = new FormPipe<TakeFeedbackCommand>(
  taking.schema.transform(({ token, files, ...feedback }) => ({
    token,
    feedback,
    files: files.map(({ name, content }) => ({ name, mediaType: mediaTypeByName(name), content })),
  })),
);

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
    @Body(takingPipe) command: TakeFeedbackCommand,
  ): Promise<RedirectTo> {
    const { ticketId, decision } = await this.takeFeedback.take(actor, command);
    return done(request, TAKEN[decision], `/phieu/${ticketId}`);
  }
}
