import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import {
  DraftPresence,
  IssuerOfLetter,
  KeepDetails,
  ReviewDraft,
  WriteDraft,
  type SavedForm,
} from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { caseLink } from './letter-case.js';
import { draftView } from './draft-view.js';
import { requireNothingLacking } from './draft-lacks.js';
import { mendedForm, partLabel, repairedForm, savedFields } from './draft-form.js';
import { postedParts, type PostedParts } from './typed-parts-form.js';
import { LETTER_RULES } from '../../drafting/domain/letter/letter-check.js';
import { isTypedWhole } from '../../drafting/domain/case.js';
import { MAX_TURN } from '../../drafting/domain/sitting.js';
import { DraftPage } from './draft-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, lines, needed, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { LetterActs } from './letter-acts.js';
import { PresentDay } from '../kit/http/present-day.js';
import { DraftPageQuery } from './draft-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, flash, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { NameSender } from '../../tickets/index.js';
import { ActAndGoOn } from '../my-work/act-and-go-on.js';
import { timeOfDay } from '../kit/words/time.js';
import { naming } from './naming-form.js';
import { keeping } from './letter-privacy.js';
import type { Posted } from '../kit/form/posted-form.js';

const letter = z.object({
  version: z.coerce.number().int().min(1),
  signerId: needed('Chọn người ký.'),
  ky_hieu: optional(),
  trich_yeu: optional(),
  kinh_gui: lines(),
  ve_viec: optional(),
  ket_qua_xac_minh: optional(),
  bien_phap_xu_ly: optional(),
  theo_doi: optional(),
  van_ban_goc: optional(),
  noi_dung_sai: optional(),
  noi_dung_dung: optional(),
  loi_ket: optional(),
  noi_nhan: lines(),
  reason: optional(),
  /** What the opened page calls itself. */
  trang: z
    .string()
    .regex(/^[0-9a-f]{32}$/u)
    .nullable()
    .catch(null),
  /** How many times it was sent from there. */
  lan: z.coerce.number().int().min(0).max(MAX_TURN).catch(0),
});

type Letter = z.infer<typeof letter>;

const savedFromPage = letter.extend({
  /** `1` where a person has pressed to send the letter on. */
  xong: z.string().default(''),
});

const repaired = letter.extend({ part: needed('Chọn phần cần sửa.') });

const mended = letter.extend({ rule: z.enum(LETTER_RULES, { error: 'Chọn lỗi cần sửa.' }) });

const reason = z.object({ reason: optional() });

@Controller()
@Allow(STAFF)
export class DraftController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly drafts: DraftPageQuery,
    private readonly authorities: SigningAuthorities,
    private readonly issuer: IssuerOfLetter,
    private readonly presence: DraftPresence,
    private readonly writeDraft: WriteDraft,
    private readonly reviewDraft: ReviewDraft,
    private readonly letters: LetterActs,
    private readonly details: KeepDetails,
    private readonly sender: NameSender,
    private readonly onward: ActAndGoOn,
  ) {}

  @Page('du-thao/:id')
  async page(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const writers = await this.presence.writers(context.actor, id);
    const read = await this.drafts.read(context.actor, id);
    const reading = { ...read, writers, mayName: await this.sender.isOffered(context.actor, read) };
    const here = `/du-thao/${id}`;
    const refused = takeRefusedForm(context.request, here) ?? takeRefusedAct(context.request, here);
    const frame = await this.pageContext.of(context);
    return renderPage(<DraftPage frame={frame} view={draftView(reading, refused, await this.day.now())} />);
  }

  @Act('du-thao/:id')
  async save(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(letter)) form: Letter,
    @Body(new FormPipe(postedParts)) posted: PostedParts,
  ): Promise<RedirectTo> {
    await this.writeDraft.save(actor, id, await this.formOf(actor, id, { ...form, posted }));
    return done(request, 'Đã lưu bản thảo.', `/du-thao/${id}`);
  }

  /** What the page of the form posts by itself, unasked or for a person who sends the letter on: it stays open, and goes on from the answer. */
  @Post('du-thao/:id/tu-luu')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async saveByItself(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(new FormPipe(savedFromPage)) { xong: pressed, ...form }: z.infer<typeof savedFromPage>,
    @Body(new FormPipe(postedParts)) posted: PostedParts,
  ): Promise<{ readonly version: number; readonly revision: number; readonly at: string }> {
    const typed = await this.formOf(actor, id, { ...form, posted });
    const { version, revision, savedAt } = await this.writeDraft.save(actor, id, {
      ...typed,
      byItself: pressed !== '1',
    });
    return { version, revision, at: timeOfDay(savedAt) };
  }

  private async formOf(
    actor: Actor,
    id: string,
    { version, signerId, reason: why, trang: page, lan: turn, ...form }: Letter & { readonly posted: PostedParts },
  ): Promise<SavedForm> {
    const { draft } = await this.drafts.requireVisible(actor, id);
    const [signer, facts] = await Promise.all([this.authorities.require(signerId, draft), this.issuer.facts(draft)]);
    const { now } = await this.day.now();
    const typed = { ...form, posted: isTypedWhole(draft.caseKind) ? form.posted : {} };
    const fields = savedFields(draft, typed, { signer, facts, today: civilDateOf(now) });
    return { fields, signerId, version, reason: why, page, turn };
  }

  @Act('du-thao/:id/bo-chi-tiet')
  async repair(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(repaired)) { part, ...form }: z.infer<typeof repaired>,
    @Body(new FormPipe(postedParts)) posted: PostedParts,
  ): Promise<RedirectTo> {
    const redirectTo = await this.save(context, id, repairedForm(form, part), repairedForm(posted, part));
    flash(context.request, 'done', `Đã thay ở phần ${partLabel(part)} và lưu. Đọc lại nội dung trước khi trình.`);
    return redirectTo;
  }

  @Act('du-thao/:id/sua-the-thuc')
  async mendFormat(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(mended)) { rule, ...form }: z.infer<typeof mended>,
    @Body(new FormPipe(postedParts)) posted: PostedParts,
  ): Promise<RedirectTo> {
    const redirectTo = await this.save(context, id, mendedForm(form, rule), posted);
    flash(context.request, 'done', 'Đã sửa lỗi thể thức và lưu.');
    return redirectTo;
  }

  @Act('du-thao/:id/giu-chi-tiet')
  async keepDetails(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(keeping.pipe) { version, keptReason }: Posted<typeof keeping>,
  ): Promise<RedirectTo> {
    await this.details.keep(actor, id, { version, reason: keptReason });
    return done(request, 'Đã ghi lý do giữ; người duyệt đọc được.', `/du-thao/${id}`);
  }

  @Act('du-thao/:id/dich-danh')
  async name(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(naming.pipe) { version }: Posted<typeof naming>,
  ): Promise<RedirectTo> {
    await this.sender.name(actor, id, version);
    return done(request, 'Đã ghi họ tên, địa chỉ vào Kính gửi. Đọc lại trước khi trình.', `/du-thao/${id}`);
  }

  @Act('du-thao/:id/trinh')
  async send(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const reading = await this.drafts.read(actor, id);
    requireNothingLacking(reading);
    await this.letters.send(actor, reading.draft);
    return done(request, 'Đã trình duyệt nội dung.', `/du-thao/${id}`);
  }

  @Act('du-thao/:id/duyet-noi-dung')
  async approveContent(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const { draft } = await this.drafts.requireVisible(context.actor, id);
    return this.onward.actOnLetter(context, draft, async () => {
      const remark = await this.letters.approveContent(context.actor, draft);
      const words = 'Đã duyệt nội dung; chuyển kiểm tra thể thức.';
      return remark === null ? words : `${words} ${remark}`;
    });
  }

  @Act('du-thao/:id/duyet-the-thuc')
  async approveFormat(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const { draft } = await this.drafts.requireVisible(context.actor, id);
    return this.onward.actOnLetter(context, draft, async () => {
      await this.reviewDraft.approve(context.actor, id, 'format');
      return 'Đã duyệt thể thức; văn bản trình ký được.';
    });
  }

  @Act('du-thao/:id/tra-lai')
  async giveBack(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(reason)) form: z.infer<typeof reason>,
  ): Promise<RedirectTo> {
    const { draft } = await this.drafts.requireVisible(context.actor, id);
    return this.onward.actOnLetter(context, draft, async () => {
      await this.reviewDraft.giveBack(context.actor, id, form.reason);
      return 'Đã trả lại bản thảo cho người soạn.';
    });
  }

  @Act('du-thao/:id/bo')
  async drop(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const { draft } = await this.drafts.requireVisible(actor, id);
    await this.letters.drop(actor, draft);
    const kept = draft.amendsId === null ? '' : '; văn bản gốc giữ nguyên';
    return done(
      request,
      `Đã bỏ bản thảo${kept}.`,
      draft.amendsId === null ? caseLink(actor, draft, null).href : `/van-ban-di/${draft.amendsId}`,
    );
  }

  @Act('du-thao/:id/trinh-ky')
  async submit(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const { draft } = await this.drafts.requireVisible(actor, id);
    const requestId = await this.letters.submit(actor, draft);
    return done(request, 'Đã trình ký; phần mềm đang gửi đến hệ thống quản lý văn bản.', `/trinh-ky/${requestId}`);
  }
}
