import { findPrivate, redact } from '../../privacy/domain/find-private.js';
import type { SeenLife } from '../../tickets/index.js';
import type { ActFormView } from '../components/act-form.js';
import type { MatterView } from '../components/matter.js';
import type { RowView } from '../components/row-list.js';
import { shortMoment } from '../wording/time.js';
import { fullTitle } from './names.js';
import { fieldRedaction } from './redaction.js';
import { refusedValues } from './refused-values.js';
import type { TicketReading } from './ticket-reading.js';

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

function publicationRows(wish: Publication, { names }: TicketReading): readonly RowView[] {
  const asked: RowView = {
    icon: 'user',
    title: `${fullTitle(names, wish.askedById) ?? 'Cán bộ'} đề nghị`,
    detail: `${shortMoment(wish.askedAt)}${wish.consent ? ' · trẻ em và cha mẹ đã đồng ý' : ''}`,
  };
  if (wish.approved === null || wish.decidedAt === null) return [asked];
  const by = fullTitle(names, wish.decidedById) ?? 'Người duyệt';
  const decided: RowView = wish.approved
    ? { icon: 'check', tone: 'ok', title: `${by} duyệt công khai`, detail: shortMoment(wish.decidedAt) }
    : { icon: 'x', tone: 'bad', title: `${by} không duyệt`, detail: wish.decisionReason };
  return [asked, decided];
}

function publicationForm({ ticket, life, policy, refused }: TicketReading): ActFormView {
  const action = `/phieu/${ticket.id}/cong-khai`;
  const posted = refusedValues(refused, action);
  const { refused: mine, value, error, whole } = posted;
  const answer = life.answers.findLast(({ cycle, approved }) => cycle === ticket.cycle && approved === true);
  const { aboutChildren } = policy.categories[ticket.category];
  return {
    id: 'de-nghi-cong-khai',
    label: 'Đề nghị công khai kết quả…',
    action,
    submit: 'Gửi đề nghị công khai',
    lead: 'Viết lại cho mọi người đọc; không chép lời công dân. Giám sát hoặc lãnh đạo duyệt.',
    warning: 'Mọi người sẽ đọc được. Không ghi tên công dân, học sinh, số điện thoại, địa chỉ.',
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: 'Tiêu đề',
        required: true,
        maxLength: 500,
        value: value('title') ?? '',
        error: error('title'),
      },
      {
        kind: 'area',
        name: 'text',
        label: 'Nội dung công khai',
        rows: 6,
        required: true,
        maxLength: 4000,
        value: value('text') ?? (answer ? redact(answer.text, findPrivate(answer.text)) : ''),
        error: error('text'),
        redaction: fieldRedaction(posted, { action, field: 'text', maySend: false }),
      },
      {
        kind: 'area',
        name: 'left',
        label: 'Tên riêng được giữ lại',
        hint: 'Mỗi dòng một tên đúng như trong nội dung, ví dụ tên cán bộ có thẩm quyền, địa chỉ trường.',
        rows: 2,
        value: value('left') ?? '',
        error: error('left'),
      },
      ...(aboutChildren
        ? [
            {
              kind: 'check' as const,
              name: 'consent',
              label: 'Trẻ em và cha mẹ đã đồng ý công khai',
              hint: 'Lĩnh vực này có thể nhận ra trẻ em: không có đồng ý thì nội dung không được còn tên riêng nào.',
              checked: value('consent') !== undefined,
              error: error('consent'),
            },
          ]
        : []),
    ],
    error: whole('title', 'text', 'left', ...(aboutChildren ? ['consent'] : [])),
    open: mine,
  };
}

function decisions({ id }: Publication, { ticket, may, refused }: TicketReading): readonly ActFormView[] {
  const forms: ActFormView[] = [];
  const hidden = { kind: 'hidden' as const, name: 'publicationId', value: id };
  if (may.acts.has('approvePublication')) {
    const action = `/phieu/${ticket.id}/duyet-cong-khai`;
    const { refused: mine, whole } = refusedValues(refused, action);
    forms.push({
      id: 'duyet-cong-khai',
      label: 'Duyệt công khai…',
      action,
      submit: 'Duyệt công khai',
      warning: 'Mọi người sẽ đọc được đúng tiêu đề và nội dung trên.',
      fields: [hidden],
      error: whole(),
      open: mine,
    });
  }
  if (may.acts.has('declinePublication')) {
    const action = `/phieu/${ticket.id}/khong-cong-khai`;
    const { refused: mine, value, error, whole } = refusedValues(refused, action);
    forms.push({
      id: 'khong-cong-khai',
      label: 'Không công khai…',
      action,
      submit: 'Không công khai',
      fields: [
        hidden,
        {
          kind: 'area',
          name: 'reason',
          label: 'Lý do',
          required: true,
          maxLength: 1000,
          value: value('reason') ?? '',
          error: error('reason'),
        },
      ],
      error: whole('reason'),
      open: mine,
    });
  }
  return forms;
}
