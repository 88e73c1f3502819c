import { hasHandIn, hasRole } from '../../kernel/actor.js';
import { findPrivate, redact } from '../../privacy/domain/find-private.js';
import { PUBLICATION_KEEPERS } from '../../publication/domain/policy.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import { shortMoment } from '../kit/words/time.js';
import { fullTitle } from '../kit/names.js';
import { PUBLICATION } from '../public-site/publication-view.js';
import { linesOf } from '../identity/redaction-view.js';
import type { TicketReading } from './ticket-reading.js';
import { needed, optional } from '../kit/http/form-pipe.js';
import { area, check, field, hidden, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

type Publication = SeenLife['publications'][number];

/** A wish to publish the result, and what became of it. */
export function ticketPublicationMatters(reading: TicketReading): readonly MatterView[] {
  const { life, may } = reading;
  const wish = life.publications.find(({ approved }) => approved === null) ?? life.publications.at(-1);
  const asking = may.acts.has('requestPublication') ? [publicationForm(reading)] : [];
  if (!wish)
    return asking.length === 0 ? [] : [{ id: 'cong-khai', heading: 'Công khai kết quả', rows: [], forms: asking }];
  const pending = wish.approved === null;
  return [
    {
      id: 'cong-khai',
      heading: pending ? 'Đề nghị công khai chờ duyệt' : 'Công khai kết quả',
      rows: publicationRows(wish, reading),
      text: `${wish.title}\n\n${wish.text}`,
      forms: pending ? decisions(wish, reading) : asking,
    },
  ];
}

function publicationRows(wish: Publication, { names, actor }: TicketReading): readonly RowView[] {
  const asked: RowView = {
    icon: 'user',
    title: `${fullTitle(names, wish.askedById) ?? 'Cán bộ'} đề nghị`,
    detail: `${shortMoment(wish.askedAt)}${wish.consent ? ' · trẻ em và cha mẹ đã đồng ý' : ''}`,
  };
  const endorsed = endorsedRows(wish, names);
  if (wish.approved === null || wish.decidedAt === null) return [asked, ...endorsed];
  const by = fullTitle(names, wish.decidedById) ?? 'Người duyệt';
  const decided: RowView = wish.approved
    ? { ...approvedRow(by, wish.decidedAt), more: hasRole(actor, ...PUBLICATION_KEEPERS) ? TO_WITHDRAW : null }
    : { icon: 'x', tone: 'bad', title: `${by} không duyệt`, detail: wish.decisionReason };
  return [asked, ...endorsed, decided];
}

/** What is public is looked over, and taken back, in one place. */
const TO_WITHDRAW = { href: PUBLICATION, label: 'Xem hoặc gỡ ở Kết quả công khai' };

function approvedRow(by: string, at: Date): RowView {
  return { icon: 'check', tone: 'ok', title: `${by} duyệt công khai`, detail: shortMoment(at) };
}

/** The first of the two who approve, where two must. */
function endorsedRows({ endorsedById, endorsedAt }: Publication, names: TicketReading['names']): readonly RowView[] {
  if (endorsedAt === null) return [];
  const by = fullTitle(names, endorsedById) ?? 'Người duyệt thứ nhất';
  return [{ icon: 'half', title: `${by} duyệt lần một`, detail: `${shortMoment(endorsedAt)} · cần thêm một người` }];
}

export const wishing = defineForm({
  title: text('Tiêu đề', { required: true, maxLength: 500 }),
  text: area('Nội dung công khai', { rows: 6, required: true, maxLength: 4000, redacts: { maySend: false } }),
  left: field('area', 'Tên riêng được giữ lại', optional().transform(linesOf), {
    hint: 'Mỗi dòng một tên đúng như trong nội dung, ví dụ tên cán bộ có thẩm quyền, địa chỉ trường.',
    rows: 2,
  }),
  consent: check('Trẻ em và cha mẹ đã đồng ý công khai', {
    hint: 'Lĩnh vực này có thể nhận ra trẻ em: không có đồng ý thì nội dung không được còn tên riêng nào.',
  }),
});

function publicationForm({ ticket, life, policy, refused }: TicketReading): ActFormView {
  const answer = life.answers.findLast(({ cycle, approved }) => cycle === ticket.cycle && approved === true);
  const frame = {
    id: 'de-nghi-cong-khai',
    label: 'Đề nghị công khai kết quả…',
    action: `/phieu/${ticket.id}/cong-khai`,
    submit: 'Gửi đề nghị công khai',
    lead: 'Viết lại cho mọi người đọc; không chép nguyên văn phản ánh. Giám sát hoặc lãnh đạo duyệt.',
    warning: 'Mọi người sẽ đọc được. Không ghi tên người phản ánh, học sinh, số điện thoại, địa chỉ.',
    without: policy.categories[ticket.category].aboutChildren ? [] : ['consent'],
  };
  return wishing.draw(frame, refused, { text: answer ? redact(answer.text, findPrivate(answer.text)) : null });
}

/** Only the approver is told that a text names its sender: told to the unit that asks, it would answer a guess. */
function approvalWarning(title: string, text: string, { ticket }: TicketReading): string {
  return ticket.text.namesSender(`${title}\n${text}`)
    ? 'Nội dung nêu người đã phản ánh nên không công khai được: bấm “Không công khai…”, ghi lý do chung, không nêu chỗ nào đúng.'
    : 'Mọi người sẽ đọc được đúng tiêu đề và nội dung trên.';
}

const TWO_APPROVE = 'Lĩnh vực này có thể nhận ra trẻ em nên cần hai người duyệt, mỗi người tự đọc.';

function decisions(
  { id, title, text: words, endorsedById, endorsedForId }: Publication,
  reading: TicketReading,
): readonly ActFormView[] {
  const { ticket, may, policy, refused, actor } = reading;
  const approve = {
    id: 'duyet-cong-khai',
    label: 'Duyệt công khai…',
    action: `/phieu/${ticket.id}/duyet-cong-khai`,
    submit: 'Duyệt công khai',
    lead: policy.categories[ticket.category].aboutChildren ? TWO_APPROVE : null,
    warning: approvalWarning(title, words, reading),
  };
  const decline = {
    id: 'khong-cong-khai',
    label: 'Không công khai…',
    action: `/phieu/${ticket.id}/khong-cong-khai`,
    submit: 'Không công khai',
  };
  // The first approver has no second say, nor have their principal and their substitute.
  const mayApprove = may.acts.has('approvePublication') && !hasHandIn(actor, endorsedById, endorsedForId);
  return [
    ...(mayApprove ? [approving.draw(approve, refused, { publicationId: id })] : []),
    ...(may.acts.has('declinePublication') ? [declining.draw(decline, refused, { publicationId: id })] : []),
  ];
}

const publicationId = hidden(needed('Mở lại phiếu để xem đề nghị đang chờ duyệt.'));

export const approving = defineForm({ publicationId });

export const declining = defineForm({ publicationId, reason: area('Lý do', { required: true, maxLength: 1000 }) });
