import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { PollSignatures, UploadSealedAnnexes, UploadSignedFile, WithdrawLetter } from '../../signing/index.js';
import { SIGNATURE_GROUPS, type SignatureListPlace } from './signature-groups.js';
import { signatureView } from './signature-view.js';
import { renderPage } from '../kit/render-page.js';
import { SignaturePage } from './signature-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { SignaturesPageQuery } from './signatures-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { bringingAnnexes, bringingFile } from './signature-by-hand.js';
import type { Posted } from '../kit/form/posted-form.js';
import { withdrawing } from './signature-withdrawal.js';

/** Which page of which group, as links say it. */
const address = z
  .object({
    trang: z.string().max(50).catch('').default(''),
    nhom: z.enum(SIGNATURE_GROUPS).nullable().catch(null).default(null),
  })
  .transform(({ trang, nhom }): SignatureListPlace => ({ page: trang, group: nhom }));

@Controller()
@Allow(STAFF)
export class SignatureController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly signatures: SignaturesPageQuery,
    private readonly pollSignatures: PollSignatures,
    private readonly withdrawLetter: WithdrawLetter,
    private readonly uploadSignedFile: UploadSignedFile,
    private readonly uploadSealedAnnexes: UploadSealedAnnexes,
  ) {}

  @Page('trinh-ky')
  list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) place: SignatureListPlace,
  ): Promise<string> {
    return this.draw(context, null, place);
  }

  @Page('trinh-ky/:id')
  letter(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(address)) place: SignatureListPlace,
  ): Promise<string> {
    return this.draw(context, id, place);
  }

  @Act('trinh-ky/:id/kiem-tra')
  async check(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.pollSignatures.pollOne(await this.signatures.requireVisible(actor, id));
    return done(request, 'Đã hỏi hệ thống quản lý văn bản.', `/trinh-ky/${id}`);
  }

  @Act('trinh-ky/:id/rut')
  async takeBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(withdrawing.pipe) { reason }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    await this.signatures.requireVisible(actor, id);
    await this.withdrawLetter.withdraw(actor, id, reason);
    return done(request, 'Đã rút trình ký; văn bản đã về người soạn.', `/trinh-ky/${id}`);
  }

  @Act('trinh-ky/:id/dua-len')
  @TakesFiles()
  @Allow(['registryClerk'])
  async bring(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(bringingFile.pipe) { file }: Posted<typeof bringingFile>,
  ): Promise<RedirectTo> {
    await this.signatures.requireVisible(actor, id);
    await this.uploadSignedFile.upload(actor, id, { name: file.name, content: file.content });
    return done(request, 'Đã nhận tệp; kết quả kiểm tra hiện ở trang này.', `/trinh-ky/${id}`);
  }

  @Act('trinh-ky/:id/dua-phu-luc')
  @TakesFiles()
  @Allow(['registryClerk'])
  async bringAnnexes(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(bringingAnnexes.pipe) { files }: Posted<typeof bringingAnnexes>,
  ): Promise<RedirectTo> {
    await this.signatures.requireVisible(actor, id);
    const owed = await this.uploadSealedAnnexes.upload(
      actor,
      id,
      files.map(({ name, content }) => ({ name, content })),
    );
    const left = owed === 0 ? 'Đủ phụ lục, văn bản đang phát hành.' : `Còn ${String(owed)} phụ lục chờ ký.`;
    return done(request, `Đã nhận ${String(files.length)} tệp. ${left}`, `/trinh-ky/${id}`);
  }

  private async draw(context: RequestContext, id: string | null, place: SignatureListPlace): Promise<string> {
    const refused = id === null ? null : takeRefusedAct(context.request, `/trinh-ky/${id}`);
    const reading = await this.signatures.read(context.actor, { id, place }, refused);
    const frame = await this.pageContext.of(context);
    const view = signatureView(reading, context.actor, await this.day.now());
    return renderPage(<SignaturePage frame={frame} view={view} />);
  }
}
