import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import {
  AcceptPetition,
  CarryOutPetition,
  ClosePetition,
  DecidePetition,
  ExtendPetition,
  GiveBackPetition,
  ScreenPetition,
  SettlePetition,
  WritePetitionNotice,
} from '../../petitions/index.js';
import { PETITION_READERS } from '../../petitions/domain/petition-access.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { DOCX, download } from '../ticket-files/file-answer.js';
import { carryingOut, deciding, extending, givingBack, screening, settling } from './petition-forms.js';
import { PetitionPage } from './petition-page.js';
import { PetitionPageQuery } from './petition-page-query.js';
import { petitionView } from './petition-view.js';

/** One petition, and what those who handle it do with it. */
@Controller('don')
@Allow(PETITION_READERS)
export class PetitionController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly query: PetitionPageQuery,
    private readonly screenPetition: ScreenPetition,
    private readonly decidePetition: DecidePetition,
    private readonly giveBackPetition: GiveBackPetition,
    private readonly acceptPetition: AcceptPetition,
    private readonly carryOutPetition: CarryOutPetition,
    private readonly extendPetition: ExtendPetition,
    private readonly settlePetition: SettlePetition,
    private readonly closePetition: ClosePetition,
    private readonly notices: WritePetitionNotice,
  ) {}

  @Page(':id')
  async page(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const reading = await this.query.read(context.actor, id, await this.day.now());
    const view = petitionView(reading, takeRefusedAct(context.request, `/don/${id}`));
    return renderPage(<PetitionPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get(':id/thong-bao.docx')
  async notice(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.notices.write(actor, id);
    return download(reply, { content, name: 'thong-bao-don.docx', type: DOCX });
  }

  @Get(':id/phieu-chuyen.docx')
  async slip(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.notices.writeSlip(actor, id);
    return download(reply, { content, name: 'phieu-chuyen-don.docx', type: DOCX });
  }

  @Act(':id/de-xuat')
  async screen(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(screening.pipe) { seen, ...given }: Posted<typeof screening>,
  ): Promise<RedirectTo> {
    await this.screenPetition.screen(context.actor, { id, ...seen, ...given });
    return after(context, id, 'Đã trình lãnh đạo quyết định.');
  }

  @Act(':id/quyet-dinh')
  async decide(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(deciding.pipe) { seen, ...given }: Posted<typeof deciding>,
  ): Promise<RedirectTo> {
    await this.decidePetition.decide(context.actor, { id, ...seen, ...given });
    return after(context, id, 'Đã quyết định cách xử lý đơn.');
  }

  @Act(':id/tra-lai')
  async giveBack(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(givingBack.pipe) { seen, reason }: Posted<typeof givingBack>,
  ): Promise<RedirectTo> {
    await this.giveBackPetition.giveBack(context.actor, { id, ...seen, reason });
    return after(context, id, 'Đã yêu cầu đề xuất lại.');
  }

  @Act(':id/thu-ly')
  async accept(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.acceptPetition.accept(context.actor, id);
    return after(context, id, 'Đã thụ lý đơn. Tải thông báo để gửi người đứng đơn.');
  }

  @Act(':id/da-lam')
  async carryOut(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(carryingOut.pipe) { seen, note }: Posted<typeof carryingOut>,
  ): Promise<RedirectTo> {
    await this.carryOutPetition.carryOut(context.actor, { id, ...seen, note });
    return after(context, id, 'Đã ghi, đơn kết thúc.');
  }

  @Act(':id/keo-dai')
  async extend(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(extending.pipe) { seen, ...given }: Posted<typeof extending>,
  ): Promise<RedirectTo> {
    await this.extendPetition.extend(context.actor, { id, ...seen, ...given });
    return after(context, id, 'Đã kéo dài thời hạn giải quyết.');
  }

  @Act(':id/ket-qua')
  async settle(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(settling.pipe) { seen, ...given }: Posted<typeof settling>,
  ): Promise<RedirectTo> {
    await this.settlePetition.settle(context.actor, { id, ...seen, ...given });
    return after(context, id, 'Đã ghi kết quả giải quyết.');
  }

  @Act(':id/ket-thuc')
  async close(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.closePetition.close(context.actor, id);
    return after(context, id, 'Đơn đã kết thúc.');
  }
}

function after({ request }: RequestContext, id: string, words: string): RedirectTo {
  return done(request, words, `/don/${id}`);
}
