import { amendedWords, amendsWords } from '../../documents/domain/after-release.js';
import type { Amendment } from '../../documents/domain/register.js';
import { mayAmend, whyNotAmendable } from '../../tickets/domain/reply/amendment.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import { fullDay } from '../kit/words/time.js';
import { letterName } from './draft-view.js';
import type { OutgoingReading } from '../documents/outgoing-reading.js';
import { type FormFrame, PRESS } from '../kit/form/posted-form.js';

/** What a document corrects or replaces, what corrects or replaces it, and what is being written to do so. */
export function amendmentRows({ document, links, amending }: OutgoingReading): readonly RowView[] {
  const { amendment, amendsId } = document;
  const amended: readonly RowView[] =
    amendment === null || amendsId === null || links.amends === null
      ? []
      : [{ icon: 'link', title: amendsWords(amendment, links.amends), href: `/van-ban-di/${amendsId}` }];
  const writing: readonly RowView[] =
    amending === null
      ? []
      : [
          {
            icon: 'send',
            title: `${letterName(amending)}: bản thảo ${String(amending.revision)}`,
            href: `/du-thao/${amending.id}`,
            detail: 'chưa phát hành',
          },
        ];
  const amendedBy = links.amendedBy.map((one): RowView => ({
    icon: 'link',
    title: amendedWords(one),
    href: `/van-ban-di/${one.id}`,
    detail: fullDay(one.issuedDate),
  }));
  return [...amended, ...amendedBy, ...writing];
}

const FORMS: Readonly<Record<Amendment, Omit<FormFrame, 'action'>>> = {
  correction: {
    id: 'dinh-chinh',
    label: 'Đính chính bằng công văn…',
    submit: 'Dự thảo công văn đính chính',
    lead: 'Dùng khi sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành. Văn bản này giữ nguyên; công văn đính chính nêu số, ký hiệu, ngày, trích yếu của nó.',
  },
  replacement: {
    id: 'thay-the',
    label: 'Thay thế bằng văn bản cùng loại…',
    submit: 'Dự thảo văn bản thay thế',
    lead: 'Dùng khi sai sót về nội dung. Bản thảo bắt đầu bằng nội dung của văn bản này; khi phát hành, nơi nhận được báo văn bản này bị thay thế.',
  },
};

/** Beginning a correction or a replacement, for the unit that wrote the letter. */
export function amendmentActs(reading: OutgoingReading): readonly ActFormView[] {
  const { actor, draft, document, ticket, links, amending } = reading;
  if (draft === null || ticket === null || !mayAmend(actor, draft)) return [];
  const barred = whyNotAmendable({
    document,
    replaced: links.amendedBy.some(({ amendment }) => amendment === 'replacement'),
    underWay: amending !== null,
    cameBack: draft.round !== ticket.cycle,
  });
  return barred === null ? [beginning(reading, 'correction'), beginning(reading, 'replacement')] : [];
}

function beginning({ document, refused }: OutgoingReading, as: Amendment): ActFormView {
  const { id } = FORMS[as];
  return PRESS.draw({ ...FORMS[as], action: `/van-ban-di/${document.id}/${id}` }, refused);
}
