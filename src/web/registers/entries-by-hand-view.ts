import { z } from 'zod';
import { arrivalNumberWords, arrivalWords } from '../../documents/domain/arrival/arrival-number.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import type { EntryByHandEntity } from '../../exchange/index.js';
import { civilDateOf, isoInVietnam } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { EntriesView, EntryLineView } from './entries-page.js';
import type { EntryView } from './entry-page.js';
import { count } from '../kit/words/numbers.js';
import { atStart, fullDay, moment, shortDay, shortMoment } from '../kit/words/time.js';
import { incomingHref } from '../documents/pair.js';
import { optionalDay } from '../kit/http/optional-day.js';
import { optional } from '../kit/http/form-pipe.js';
import { field, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { EntriesReading, EntryReading } from './register-entry-page-query.js';

export const ENTRIES = '/trao-doi/ghi-so';

export function entriesView({ owed, ticked, waiting, documents }: EntriesReading): EntriesView {
  const known = new Map(documents.map((document) => [document.id, document]));
  const line = (entry: EntryByHandEntity): readonly EntryLineView[] => {
    const document = known.get(entry.incomingDocumentId);
    return document ? [lineOf(entry, document)] : [];
  };
  return {
    summary: summaryOf(waiting, ticked.length > 0),
    owed: owed.flatMap(line),
    ticked: ticked.flatMap(line),
  };
}

/** Only where something is or was owed is it known that the e-office takes no entries over the wire. */
function summaryOf(waiting: number, isAnyTicked: boolean): string {
  if (waiting === 0 && !isAnyTicked) return 'Chưa có văn bản đến nào phải ghi bằng tay.';
  const standing =
    waiting === 0 ? 'Mọi văn bản đến đã ghi sang hệ thống quản lý văn bản.' : `${count(waiting)} văn bản đến chưa ghi.`;
  return `${standing} Hệ thống quản lý văn bản này không nhận ghi sổ qua kết nối nên văn thư ghi ở đó rồi đánh dấu ở đây.`;
}

function lineOf(entry: EntryByHandEntity, document: IncomingDocumentEntity): EntryLineView {
  const { arrivalNumber, arrivalDate, senderName, code, subject } = document;
  return {
    id: document.id,
    href: `${ENTRIES}/${document.id}`,
    number: arrivalNumberWords(arrivalNumber),
    day: shortDay(arrivalDate),
    from: senderName,
    code,
    subject: atStart(subject),
    since: { at: isoInVietnam(entry.owedSince), words: shortMoment(entry.owedSince) },
    there: thereWords(entry),
  };
}

/** `Số 1290, ngày 18/03, Phạm Minh Tuệ` */
function thereWords({ number, enteredOn, tickedByName }: EntryByHandEntity): string | null {
  if (number === null || enteredOn === null) return null;
  return `Số ${String(number)}, ngày ${shortDay(enteredOn)}, ${tickedByName ?? ''}`;
}

export function entryView(reading: EntryReading): EntryView {
  const { entry, document, may } = reading;
  const { arrivalDate, senderName, code, issuedDate, typeName, subject } = document;
  return {
    heading: `Ghi vào sổ hệ thống quản lý văn bản: ${arrivalWords(document)}`,
    standing: standingOf(entry),
    isOwed: entry.number === null,
    registerHref: incomingHref(document),
    facts: [
      { label: 'Tác giả', value: senderName },
      { label: 'Số, ký hiệu', value: code },
      { label: 'Ngày văn bản', value: fullDay(issuedDate) },
      { label: 'Ngày đến', value: fullDay(arrivalDate) },
      { label: 'Tên loại', value: typeName },
      { label: 'Trích yếu', value: atStart(subject) },
    ],
    form: may ? formOf(reading) : null,
  };
}

function standingOf({ owedSince, number, enteredOn, tickedAt, tickedByName }: EntryByHandEntity): string {
  if (number === null || enteredOn === null || tickedAt === null) {
    return `Chờ ghi bằng tay từ ${shortMoment(owedSince)}: hệ thống quản lý văn bản này không nhận ghi sổ qua kết nối.`;
  }
  return `Đã ghi số ${String(number)}, ngày ${fullDay(enteredOn)}; ${tickedByName ?? ''} đánh dấu ${moment(tickedAt)}.`;
}

export const ticking = defineForm({
  was: hidden(optional().transform((given) => (/^\d{1,7}$/u.test(given) ? Number(given) : null))),
  number: field('number', 'Số đến trong hệ thống QLVB', z.coerce.number().catch(Number.NaN), {
    min: 1,
    required: true,
  }),
  enteredOn: field('date', 'Ngày ghi vào sổ hệ thống quản lý văn bản', optionalDay, { required: true }),
});

function formOf({ entry, document, today, refused }: EntryReading): ActFormView {
  const { number, enteredOn } = entry;
  const isOwed = number === null;
  const words = isOwed ? 'Đánh dấu đã ghi' : 'Sửa số đã ghi';
  const frame = {
    id: 'ghi-so',
    label: `${words}…`,
    action: `${ENTRIES}/${document.id}`,
    submit: words,
    lead: isOwed
      ? 'Vào sổ văn bản đến của hệ thống quản lý văn bản, ghi văn bản theo phần “Văn bản đến”, rồi chép lại số được cấp.'
      : 'Số cũ vẫn nằm trong nhật ký.',
    open: isOwed,
  };
  return ticking.draw(frame, refused, { was: number, number, enteredOn: enteredOn ?? civilDateOf(today.now) });
}
