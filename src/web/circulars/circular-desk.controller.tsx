import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AddressBook, WriteCircular, type CircularDraft } from '../../circulars/index.js';
import { CIRCULAR_SENDERS, CIRCULAR_WATCHERS } from '../../circulars/domain/policy.js';
import { hasRole } from '../../kernel/actor.js';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { circularForm, writing } from './circular-form.js';
import { circularHref, CIRCULARS, sentCircularsView } from './circulars-view.js';
import { CircularFormPage } from './circular-form-page.js';
import { SentCircularsPage } from './circulars-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CircularsPageQuery } from './circulars-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import { withdrawing } from './circular-view.js';
import type { Posted } from '../kit/form/posted-form.js';

/** `?sau=1773799200000~id`: where the next page begins; what is no such place shows the first page. */
const older = z.object({
  sau: optional().transform((text) => {
    const [moment = '', id = ''] = text.split('~');
    const createdAt = new Date(Number(moment));
    return id === '' || Number.isNaN(createdAt.getTime()) ? null : { createdAt, id };
  }),
});

/** Circulars for the Office, which writes, sends and withdraws them, and for those who watch over how far they have come. */
@Controller('quan-triet')
@Allow(CIRCULAR_SENDERS)
export class CircularDeskController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: CircularsPageQuery,
    private readonly write: WriteCircular,
    private readonly addresses: AddressBook,
  ) {}

  @Page('da-gui')
  @Allow(CIRCULAR_WATCHERS)
  async sent(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(older)) { sau }: z.infer<typeof older>,
  ): Promise<string> {
    const maySend = hasRole(context.actor, ...CIRCULAR_SENDERS);
    const view = sentCircularsView(await this.query.all(context.actor, sau), maySend);
    return renderPage(<SentCircularsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('soan')
  async blank(@CurrentContext() context: RequestContext): Promise<string> {
    const form = circularForm(await this.query.blank(), takeRefusedForm(context.request, `${CIRCULARS}/soan`));
    return renderPage(<CircularFormPage frame={await this.pageContext.of(context)} form={form} />);
  }

  @Act('soan')
  @TakesFiles()
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(writing.pipe) given: Posted<typeof writing>,
  ): Promise<RedirectTo> {
    const id = await this.write.draft(actor, await this.addressed(given));
    return done(request, 'Đã lưu bản thảo. Xem lại rồi gửi.', circularHref(id));
  }

  @Page(':id/sua')
  async edit(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const reading = await this.query.draft(context.actor, id);
    const form = circularForm(reading, takeRefusedForm(context.request, `${circularHref(id)}/sua`));
    return renderPage(<CircularFormPage frame={await this.pageContext.of(context)} form={form} />);
  }

  @Act(':id/sua')
  @TakesFiles()
  async change(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(writing.pipe) given: Posted<typeof writing>,
  ): Promise<RedirectTo> {
    await this.write.change(actor, id, await this.addressed(given));
    return done(request, 'Đã lưu bản thảo.', circularHref(id));
  }

  @Act(':id/gui')
  async send(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.write.send(actor, id);
    return done(request, 'Đã gửi. Mọi người nhận thông báo trong ít phút.', circularHref(id));
  }

  @Act(':id/nhac')
  async remind(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.write.remind(actor, id);
    return done(request, 'Đã nhắc người chưa xác nhận; mỗi ngày nhắc một lần.', circularHref(id));
  }

  @Act(':id/thu-hoi')
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(withdrawing.pipe) { reason }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    await this.write.withdraw(actor, id, reason);
    return done(request, 'Đã thu hồi văn bản.', circularHref(id));
  }

  private async addressed(given: Posted<typeof writing>): Promise<CircularDraft> {
    const { everybody, unitKinds, roles, units, people, ...rest } = given;
    const found = await this.addresses.find({ units, people });
    return { ...rest, audience: { everybody, unitKinds, roles, ...found } };
  }
}
