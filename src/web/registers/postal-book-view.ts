import { awaitsReceipt, signedFor } from '../../documents/domain/delivery/hand-delivery.js';
import { postalNote } from '../../documents/domain/delivery/postal-columns.js';
import { printedCode, printedNumber } from '../../documents/domain/register.js';
import type { PostalLine } from '../../documents/index.js';
import { shortDay } from '../kit/words/time.js';
import type { PostalBookView, PostalLineView } from './postal-book-page.js';
import { yearsOfBook } from './register-page-view.js';
import type { PostalBookReading } from './postal-book-query.js';

export const POSTAL_BOOK = '/so-van-ban/buu-dien';

export function postalBookView({ year, years, rows, hasOlder, isNewest }: PostalBookReading): PostalBookView {
  const here = `${POSTAL_BOOK}?nam=${String(year)}`;
  const last = rows.at(-1);
  return {
    year,
    years: yearsOfBook(year, years),
    rows: rows.map(lineView),
    empty: {
      kind: 'done',
      heading: 'Sổ chưa có dòng nào',
      text: 'Văn thư ghi ở trang văn bản đi khi gửi bưu điện hoặc trả trực tiếp; dòng hiện ở đây.',
    },
    olderHref: hasOlder && last !== undefined ? `${here}&truoc=${last.id}` : null,
    newestHref: isNewest ? null : here,
  };
}

function lineView(line: PostalLine): PostalLineView {
  const { id, outgoingDocumentId, sentOn, number, notation, receiver, envelopes } = line;
  return {
    id,
    receiver,
    day: shortDay(sentOn),
    number: printedCode(number, notation),
    href: `/van-ban-di/${outgoingDocumentId}`,
    envelopes: printedNumber(envelopes),
    signed: [signedFor(line), awaitsReceipt(line) ? 'chờ ký nhận' : ''].filter(Boolean).join(', '),
    note: postalNote(line),
  };
}
