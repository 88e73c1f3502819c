import { h } from 'preact';
import { RESULTS_A_PAGE, type PublicResultEntity } from '../../publication/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { PublicationListView, PublicationView } from './publication-page.js';
import { fullDay, moment } from '../kit/words/time.js';
import { resultHref } from './public-site-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const PUBLICATION = '/cong-bo';

export function publicationListView(results: readonly PublicResultEntity[]): PublicationListView {
  const last = results.length < RESULTS_A_PAGE ? undefined : results.at(-1);
  return {
    rows: results.map(({ number, title, categoryName, unitName, publishedAt, withdrawnAt }) => ({
      number,
      href: publicationHref(number),
      title,
      detail: [categoryName, ...(unitName === null ? [] : [unitName])].join(' · '),
      published: fullDay(civilDateOf(publishedAt)),
      standing: withdrawnAt === null ? 'Đang đăng' : `Đã gỡ ${fullDay(civilDateOf(withdrawnAt))}`,
    })),
    olderHref: last === undefined ? null : `${PUBLICATION}?truoc=${String(last.number)}`,
  };
}

export function publicationHref(number: number): string {
  return `${PUBLICATION}/${String(number)}`;
}

export function publicationView(result: PublicResultEntity, refused: RefusedAct | null): PublicationView {
  const { number, title, text, categoryName, unitName, ticketId, publishedAt, withdrawnAt } = result;
  return {
    title,
    text,
    facts: [
      { label: 'Lĩnh vực', value: categoryName },
      { label: 'Đơn vị giải quyết', value: unitName ?? 'Không ghi' },
      { label: 'Phiếu', value: h('a', { href: `/phieu/${ticketId}` }, 'Mở phiếu') },
      { label: 'Công khai lúc', value: moment(publishedAt) },
      ...(withdrawnAt === null
        ? [{ label: 'Địa chỉ', value: h('a', { href: resultHref(number) }, resultHref(number)) }]
        : withdrawnFacts(result, withdrawnAt)),
    ],
    withdraw: withdrawnAt === null ? withdrawForm(number, refused) : null,
  };
}

function withdrawnFacts({ withdrawnByName, withdrawReason }: PublicResultEntity, at: Date): readonly Fact[] {
  return [
    { label: 'Gỡ lúc', value: moment(at) },
    { label: 'Người gỡ', value: withdrawnByName ?? 'Hệ thống' },
    { label: 'Lý do', value: withdrawReason ?? '' },
  ];
}

export const withdrawing = defineForm({
  reason: area('Lý do, để lưu trong nội bộ', { required: true, maxLength: 1000 }),
});

function withdrawForm(number: number, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'go',
    label: 'Gỡ khỏi trang công khai…',
    action: `${publicationHref(number)}/go`,
    submit: 'Gỡ kết quả này',
    lead: 'Trang, RSS và tệp dữ liệu mở bỏ kết quả này ngay; địa chỉ cũ báo là đã gỡ, không nêu lý do.',
  };
  return withdrawing.draw(frame, refused);
}
