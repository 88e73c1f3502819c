import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { PublishTemplate, UploadTemplate, WithdrawTemplate } from '../../drafting/index.js';
import { TEMPLATE_EDITORS, type TemplatePublication } from '../../drafting/domain/template-publication.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { kindHref, TEMPLATES, uploadHref } from './template-places.js';
import { templatesView, templateView, uploading, withdrawing } from './templates-view.js';
import { templateUploadView } from './template-upload-view.js';
import { renderPage } from '../kit/render-page.js';
import { TemplatePage } from './template-page.js';
import { TemplateUploadPage } from './template-upload-page.js';
import { TemplatesPage } from './templates-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { TemplatesPageQuery } from './templates-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { dayAsTyped } from '../kit/http/posted-fields.js';

const publicationForm = z.object({
  validFrom: optional().transform(dayAsTyped),
  reason: optional(),
  acceptedBecause: optional(),
});
const numberPipe = new FormPipe(z.coerce.number().int().min(1).max(1_000_000));

/** Everybody may read templates and see what they make; those who look after the form of documents bring them. */
@Controller('mau-van-ban')
@Allow('signedIn')
export class TemplatesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly templates: TemplatesPageQuery,
    private readonly uploadTemplate: UploadTemplate,
    private readonly publishTemplate: PublishTemplate,
    private readonly withdrawTemplate: WithdrawTemplate,
  ) {}

  @Page('')
  async all(@CurrentContext() context: RequestContext): Promise<string> {
    const view = templatesView(await this.templates.all());
    return renderPage(<TemplatesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':kind')
  async one(@CurrentContext() context: RequestContext, @Param('kind') kind: string): Promise<string> {
    const { request, actor } = context;
    const here = kindHref(kind);
    const refused = takeRefusedForm(request, here) ?? takeRefusedAct(request, `${here}/ban`);
    const view = templateView(await this.templates.one(actor, kind), refused);
    return renderPage(<TemplatePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':kind')
  @TakesFiles()
  @Allow(TEMPLATE_EDITORS)
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Param('kind') kind: string,
    @Body(uploading.pipe) { file }: Posted<typeof uploading>,
  ): Promise<RedirectTo> {
    const { name, content } = file;
    return { url: uploadHref(kind, await this.uploadTemplate.upload(actor, { kind, name, content })) };
  }

  @Page(':kind/tep/:id')
  async report(
    @CurrentContext() context: RequestContext,
    @Param('kind') kind: string,
    @Param('id') id: string,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, uploadHref(kind, id));
    const view = templateUploadView(await this.templates.upload(context.actor, kind, id), refused);
    return renderPage(<TemplateUploadPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':kind/tep/:id')
  @AskAgain()
  @Allow(TEMPLATE_EDITORS)
  async use(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') uploadId: string,
    @Body(new FormPipe(publicationForm)) publication: TemplatePublication,
  ): Promise<RedirectTo> {
    const { kind, number, validFrom } = await this.publishTemplate.publish(actor, { uploadId, ...publication });
    return done(request, `Đã lưu bản ${number}, dùng từ ${fullDay(validFrom)}.`, kindHref(kind));
  }

  @Act(':kind/ban/:number/rut')
  @AskAgain()
  @Allow(TEMPLATE_EDITORS)
  async takeBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('kind') kind: string,
    @Param('number', numberPipe) number: number,
    @Body(withdrawing.pipe) { reason }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    await this.withdrawTemplate.withdraw(actor, { kind, number, reason });
    return done(request, `Đã rút bản ${number}.`, `${TEMPLATES}/${kind}`);
  }
}
