import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { PublishTemplate, UploadTemplate, WithdrawTemplate } from '../../drafting/index.js';
import { TEMPLATE_EDITORS, type TemplatePublication } from '../../drafting/domain/template-publication.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { kindHref, TEMPLATES, uploadHref } from './template-places.js';
import { templatesView, templateView } from './templates.js';
import { templateUploadView } from './template-upload.js';
import { renderPage } from '../kit/render-page.js';
import { TemplatePage } from './template-page.js';
import { TemplateUploadPage } from './template-upload-page.js';
import { TemplatesPage } from './templates-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { TemplatesPageQuery } from './templates-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct, takeRefusedForm } from '../account/session-words.js';

const fileForm = z.object({ file: z.instanceof(PostedFile, { error: 'Chọn một tệp Word rồi bấm Kiểm tra mẫu.' }) });
const publicationForm = z.object({ validFrom: optional(), reason: optional(), acceptedBecause: optional() });
const withdrawalForm = z.object({ reason: optional() });
const numberPipe = new FormPipe(z.coerce.number().int().min(1).max(1_000_000));

/** Everybody may read templates and see what they make; those who look after the form of documents bring them. */
@Controller('mau-van-ban')
@Allow('signedIn')
export class TemplatesController {
  constructor(
    private readonly frames: Frames,
    private readonly templates: TemplatesPageQuery,
    private readonly uploadTemplate: UploadTemplate,
    private readonly publishTemplate: PublishTemplate,
    private readonly withdrawTemplate: WithdrawTemplate,
  ) {}

  @Page('')
  async all(@CurrentVisit() visit: Visit): Promise<string> {
    const view = templatesView(await this.templates.all());
    return renderPage(<TemplatesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page(':kind')
  async one(@CurrentVisit() visit: Visit, @Param('kind') kind: string): Promise<string> {
    const { request, actor } = visit;
    const here = kindHref(kind);
    const refused = takeRefusedForm(request, here) ?? takeRefusedAct(request, `${here}/ban`);
    const view = templateView(await this.templates.one(actor, kind), refused);
    return renderPage(<TemplatePage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':kind')
  @TakesFiles()
  @Allow(TEMPLATE_EDITORS)
  async bring(
    @CurrentVisit() { actor }: Visit,
    @Param('kind') kind: string,
    @Body(new FormPipe(fileForm)) { file }: z.infer<typeof fileForm>,
  ): Promise<Onward> {
    const { name, content } = file;
    return { url: uploadHref(kind, await this.uploadTemplate.upload(actor, { kind, name, content })) };
  }

  @Page(':kind/tep/:id')
  async report(@CurrentVisit() visit: Visit, @Param('kind') kind: string, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedForm(visit.request, uploadHref(kind, id));
    const view = templateUploadView(await this.templates.upload(visit.actor, kind, id), refused);
    return renderPage(<TemplateUploadPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':kind/tep/:id')
  @AskAgain()
  @Allow(TEMPLATE_EDITORS)
  async use(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') uploadId: string,
    @Body(new FormPipe(publicationForm)) publication: TemplatePublication,
  ): Promise<Onward> {
    const { kind, number, validFrom } = await this.publishTemplate.publish(actor, { uploadId, ...publication });
    leaveNotice(request, 'done', `Đã lưu bản ${number}, dùng từ ${fullDay(validFrom)}.`);
    return { url: kindHref(kind) };
  }

  @Act(':kind/ban/:number/rut')
  @AskAgain()
  @Allow(TEMPLATE_EDITORS)
  async takeBack(
    @CurrentVisit() { actor, request }: Visit,
    @Param('kind') kind: string,
    @Param('number', numberPipe) number: number,
    @Body(new FormPipe(withdrawalForm)) { reason }: z.infer<typeof withdrawalForm>,
  ): Promise<Onward> {
    await this.withdrawTemplate.withdraw(actor, { kind, number, reason });
    leaveNotice(request, 'done', `Đã rút bản ${number}.`);
    return { url: `${TEMPLATES}/${kind}` };
  }
}
