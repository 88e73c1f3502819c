import { CATEGORIES, LEVELS, LEVEL_WORDS } from '../../law/index.js';
import type { SeenRelated, SeenTicket } from '../../tickets/index.js';
import { isToldTwice, likenessWords } from '../../tickets/domain/intake/duplicates.js';
import type { OwnEnd } from '../../tickets/domain/intake/shared-matter.js';
import { MAX_MATTERS } from '../../tickets/domain/split.js';
import { isOpen } from '../../tickets/domain/ticket-state.js';
import type { ActField } from '../kit/acts/act-field.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import type { SplitPageView } from '../intake/split-page.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import type { TicketReading } from './ticket-reading.js';
import { area, seen, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { SplitReading } from '../intake/split-page-query.js';

/** What the ticket has to do with others: where it goes on, its parts, those that speak through it, and those that may be the same matter. */
export function ticketMergeMatters(reading: TicketReading): readonly MatterView[] {
  return [...related(reading), ...duplicates(reading)];
}

function related(reading: TicketReading): readonly MatterView[] {
  const { ticket, life } = reading;
  const others = life.merged.filter(({ id }) => id !== ticket.mergedIntoId);
  const rows = [
    ...(others.length === 0 ? [] : [ownSenderRow(ticket)]),
    ...life.merged.map((one) =>
      one.id === ticket.mergedIntoId
        ? relatedRow(one, 'Đã gộp vào phiếu')
        : relatedRow(one, 'Nhận gộp phiếu', senderWords(one, ticket)),
    ),
    ...life.parts.map((one) => relatedRow(one, one.id === ticket.splitFromId ? 'Tách từ phiếu' : 'Tách ra phiếu')),
  ];
  return rows.length === 0 ? [] : [{ id: 'lien-quan', heading: 'Phiếu liên quan', rows, forms: [] }];
}

/** Whose matter is still open: the ticket's own sender first. */
function ownSenderRow(ticket: SeenTicket): RowView {
  return { icon: 'user', title: 'Người phản ánh ở phiếu này', detail: senderWords(ticket, ticket) };
}

/** How it stands with one of the senders behind a ticket: `còn chờ trả lời`, `đã rút phản ánh`. */
export function senderWords(
  { ownEnd }: Pick<SeenTicket, 'ownEnd'>,
  { open, state }: Pick<SeenTicket, 'open' | 'state'>,
): string {
  if (ownEnd !== null) return OWN_END_WORDS[ownEnd];
  return open ? 'còn chờ trả lời' : ticketStateLabel(state).toLocaleLowerCase('vi');
}

const OWN_END_WORDS: Readonly<Record<OwnEnd, string>> = {
  withdrawn: 'đã rút phản ánh; phiếu giải quyết tiếp cho người phản ánh khác',
  rejected: 'đã không tiếp nhận riêng; phiếu giải quyết tiếp cho người phản ánh khác',
};

/** Who may not see the other ticket reads its code alone. */
function relatedRow(other: SeenRelated, what: string, how?: string): RowView {
  const title = `${what} ${other.code}`;
  if (!other.seen) return { icon: 'link', title, ...(how === undefined ? {} : { detail: how }) };
  return {
    icon: 'link',
    title,
    href: `/phieu/${other.id}`,
    detail: `${how ?? ticketStateLabel(other.state)}; ${other.subject}`,
  };
}

/** What an end without an answer ends, where several senders are behind the ticket; null where it ends the ticket. */
export function sharedEndWords({ ticket, life }: TicketReading, sendersGround: string): string | null {
  const goesOn = life.merged.find(({ id }) => id === ticket.mergedIntoId);
  if (goesOn !== undefined)
    return `Chỉ kết thúc việc của người phản ánh ở phiếu này; phiếu ${goesOn.code} giải quyết tiếp.`;
  const others = life.merged.filter(({ ownEnd }) => ownEnd === null).map(({ code }) => code);
  return others.length === 0
    ? null
    : `${sendersGround} phiếu giải quyết tiếp cho người phản ánh ở phiếu ${others.join(', ')}.`;
}

/** A merged ticket may end for its sender alone while the one that goes on is open. */
export function mayEndAlone({ ticket, life }: TicketReading): boolean {
  const goesOn = life.merged.find(({ id }) => id === ticket.mergedIntoId);
  return goesOn?.seen !== true || isOpen(goesOn.state);
}

function duplicates(reading: TicketReading): readonly MatterView[] {
  const { ticket, may, policy } = reading;
  const [merges, splits] = [may.acts.has('merge'), may.acts.has('split')];
  if (!merges && !splits) return [];
  const found = reading.duplicates.map(({ ticket: other, likeness }): RowView => ({
    icon: 'link',
    title: `${other.code}: ${other.subject}`,
    href: `/phieu/${other.id}`,
    detail: `${likenessWords(likeness)}; ${ticketStateLabel(other.state).toLocaleLowerCase('vi')}`,
  }));
  const none: RowView = {
    icon: 'check',
    title: 'Không thấy phiếu nào giống',
    detail: `trong ${String(policy.duplicateWindowDays)} ngày trước và sau`,
  };
  const split: RowView = {
    icon: 'list',
    title: 'Tách phiếu có nhiều nội dung…',
    href: `/phieu/${ticket.id}/tach`,
  };
  return [
    {
      id: 'trung',
      heading: 'Trùng, hoặc nhiều nội dung',
      rows: [...(merges ? (found.length > 0 ? found : [none]) : []), ...(splits ? [split] : [])],
      forms: merges ? [mergeForm(reading)] : [],
    },
  ];
}

export const merging = defineForm({
  seen: seen(),
  into: text('Mã phiếu nhận gộp', {
    ...{ needed: 'Ghi mã phiếu nhận gộp.', required: true, maxLength: 20 },
    hint: 'Phiếu còn mở, hạn trả lời không muộn hơn phiếu này.',
  }),
  reason: area('Vì sao là cùng một việc', {
    ...{ required: true, maxLength: 1000 },
    hint: 'Từ 10 ký tự; ghi trong phiếu, không gửi người phản ánh.',
  }),
});

function mergeForm({ ticket, duplicates: found, refused }: TicketReading): ActFormView {
  const likeliest = found.find(
    ({ ticket: other, likeness }) => isToldTwice(likeness) && other.open && other.legalEndAt <= ticket.legalEndAt,
  );
  const frame = {
    id: 'gop',
    label: 'Gộp vào phiếu khác…',
    action: `/phieu/${ticket.id}/gop`,
    submit: 'Gộp phiếu',
    lead: 'Phiếu này kết thúc; người phản ánh từ nay nhận mọi tin của phiếu nhận gộp. Không hoàn tác được.',
    warning: 'Người phản ánh sẽ đọc được mã phiếu nhận gộp.',
  };
  return merging.draw(frame, refused, { seen: ticket.version, into: likeliest?.ticket.code ?? null });
}

const ORDINALS = ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm'] as const;

export function splitPageView({ ticket, policy }: SplitReading, refused: RefusedAct | null): SplitPageView {
  const action = `/phieu/${ticket.id}/tach`;
  const posted = refusedValues(refused, action);
  const places = ORDINALS.slice(0, MAX_MATTERS - 1).map((ordinal, index) => ({ ordinal, place: String(index + 2) }));
  const names = places.flatMap(({ place }) => ['subject', 'words', 'category', 'level'].map((name) => name + place));
  return {
    backHref: `/phieu/${ticket.id}`,
    code: ticket.code,
    subject: ticket.subject,
    words: ticket.words.text,
    form: {
      id: 'tach',
      label: 'Tách phiếu',
      action,
      submit: 'Tách phiếu',
      lead: 'Nội dung thứ nhất giữ phiếu này, nguyên lời gốc. Mỗi nội dung dưới đây thành một phiếu riêng, cùng người phản ánh, cùng văn bản đến, hạn tính từ cùng lúc nhận. Để trống trích yếu thì bỏ qua nội dung đó.',
      fields: [
        { kind: 'hidden', name: 'seen', value: String(ticket.version) },
        ...places.flatMap(({ ordinal, place }) => matterFields({ ordinal, place }, { ticket, policy }, posted)),
      ],
      error: posted.whole(...names),
    },
  };
}

function matterFields(
  { ordinal, place }: { readonly ordinal: string; readonly place: string },
  { ticket, policy }: SplitReading,
  { value, error }: RefusedValues,
): readonly ActField[] {
  const field = (name: string, known: string) => ({
    name: name + place,
    value: value(name + place) ?? known,
    error: error(name + place),
  });
  return [
    { kind: 'text', label: `Trích yếu nội dung ${ordinal}`, maxLength: 500, ...field('subject', '') },
    {
      kind: 'area',
      label: `Phần phản ánh về nội dung ${ordinal}`,
      hint: 'Chép nguyên văn: xóa phần không thuộc nội dung này. Sửa chữ thì phiếu ghi rõ lời trích có sửa.',
      rows: 4,
      ...field('words', ticket.words.text),
    },
    {
      kind: 'choice',
      label: `Lĩnh vực của nội dung ${ordinal}`,
      options: CATEGORIES.map((category) => ({ value: category, label: policy.categories[category].name })),
      ...field('category', ticket.category),
    },
    {
      kind: 'choice',
      label: `Mức độ của nội dung ${ordinal}`,
      options: LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] })),
      ...field('level', ticket.level),
    },
  ];
}
