import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import { DraftPresence, KeepDetails, ReviewDraft, WriteDraft } from '../../drafting/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Allow } from '../../platform/http/access.js';
import { caseLink } from './letter-case.js';
import { draftView } from './draft.js';
import { requireNothingLacking } from './draft-lacks.js';
import { partLabel, repairedForm, savedFields } from './draft-form.js';
import { DraftPage } from './draft-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, lines, needed, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { LetterActs } from './letter-acts.js';
import { PresentDay } from '../kit/http/present-day.js';
import { DraftPageQuery } from './draft-page-query.js';
import { Act, CurrentVisit, Page, STAFF, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct, takeRefusedForm } from '../account/session-words.js';

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
});

const repaired = letter.extend({ part: needed('Chọn phần cần sửa.') });

const kept = z.object({ version: z.coerce.number().int().min(1), keptReason: optional() });

const reason = z.object({ reason: optional() });

@Controller()
@Allow(STAFF)
export class DraftController {
  constructor(
    private readonly frames: Frames,
    private readonly day: PresentDay,
    private readonly drafts: DraftPageQuery,
    private readonly authorities: SigningAuthorities,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly presence: DraftPresence,
    private readonly writeDraft: WriteDraft,
    private readonly reviewDraft: ReviewDraft,
    private readonly letters: LetterActs,
    private readonly details: KeepDetails,
  ) {}

  @Page('du-thao/:id')
  async page(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const writers = await this.presence.writers(visit.actor, id);
    const reading = { ...(await this.drafts.read(visit.actor, id)), writers };
    const here = `/du-thao/${id}`;
    const refused = takeRefusedForm(visit.request, here) ?? takeRefusedAct(visit.request, here);
    const frame = await this.frames.of(visit);
    return renderPage(<DraftPage frame={frame} view={draftView(reading, refused, await this.day.now())} />);
  }

  @Act('du-thao/:id')
  async save(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(letter)) { version, signerId, reason: why, ...form }: z.infer<typeof letter>,
  ): Promise<Onward> {
    const { draft } = await this.drafts.seen(actor, id);
    const [signer, facts] = await Promise.all([
      this.authorities.require(signerId, draft.template),
      this.agencyProfiles.today(),
    ]);
    const { now } = await this.day.now();
    const fields = savedFields(draft, form, { signer, facts, today: civilDateOf(now) });
    await this.writeDraft.save(actor, id, { fields, signerId, version, reason: why });
    leaveNotice(request, 'done', 'Đã lưu bản thảo.');
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/bo-chi-tiet')
  async repair(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(repaired)) { part, ...form }: z.infer<typeof repaired>,
  ): Promise<Onward> {
    const onward = await this.save(visit, id, repairedForm(form, part));
    leaveNotice(visit.request, 'done', `Đã thay ở phần ${partLabel(part)} và lưu. Đọc lại lời văn trước khi trình.`);
    return onward;
  }

  @Act('du-thao/:id/giu-chi-tiet')
  async keepDetails(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(kept)) { version, keptReason }: z.infer<typeof kept>,
  ): Promise<Onward> {
    await this.details.keep(actor, id, { version, reason: keptReason });
    leaveNotice(request, 'done', 'Đã ghi lý do giữ; người duyệt đọc được.');
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/trinh')
  async send(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    const reading = await this.drafts.read(actor, id);
    requireNothingLacking(reading);
    await this.letters.send(actor, reading.draft);
    leaveNotice(request, 'done', 'Đã trình duyệt nội dung.');
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/duyet-noi-dung')
  async approveContent(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    const { draft } = await this.drafts.seen(actor, id);
    const remark = await this.letters.approveContent(actor, draft);
    const done = 'Đã duyệt nội dung; chuyển kiểm tra thể thức.';
    leaveNotice(request, 'done', remark === null ? done : `${done} ${remark}`);
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/duyet-the-thuc')
  async approveFormat(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.reviewDraft.approve(actor, id, 'format');
    leaveNotice(request, 'done', 'Đã duyệt thể thức; văn bản trình ký được.');
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/tra-lai')
  async giveBack(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(reason)) form: z.infer<typeof reason>,
  ): Promise<Onward> {
    await this.reviewDraft.giveBack(actor, id, form.reason);
    leaveNotice(request, 'done', 'Đã trả lại bản thảo cho người soạn.');
    return { url: `/du-thao/${id}` };
  }

  @Act('du-thao/:id/bo')
  async drop(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    const { draft } = await this.drafts.seen(actor, id);
    await this.letters.drop(actor, draft);
    const kept = draft.amendsId === null ? '' : '; văn bản gốc giữ nguyên';
    leaveNotice(request, 'done', `Đã bỏ bản thảo${kept}.`);
    return { url: draft.amendsId === null ? caseLink(actor, draft, null).href : `/van-ban-di/${draft.amendsId}` };
  }

  @Act('du-thao/:id/trinh-ky')
  async submit(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    const { draft } = await this.drafts.seen(actor, id);
    const requestId = await this.letters.submit(actor, draft);
    leaveNotice(request, 'done', 'Đã trình ký; hệ thống đang gửi e-office.');
    return { url: `/trinh-ky/${requestId}` };
  }
}
