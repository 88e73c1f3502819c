import type { IncomingDocumentEntity } from '../../documents/index.js';
import { awaitsNumber, incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { mayEnterArrivalNumber } from '../../documents/domain/arrival/typed-arrival.js';
import { sourceWords } from '../../documents/domain/given-number.js';
import { OTHER_LENGTHS } from '../../documents/domain/other-document.js';
import { mayAskAgain } from '../../exchange/domain/entry-by-hand.js';
import { isoInVietnam, type CivilDate } from '../../kernel/civil-date.js';
import type { Actor } from '../../kernel/actor.js';
import { NUMBER_CONFIRMED, numberConfirmation } from '../signing/given-number-view.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { count } from '../kit/words/numbers.js';
import { atStart, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { ARRIVAL_NUMBER_DIALOG, AWAITED_NUMBERS } from './awaited-numbers-words.js';
import type { AwaitedNumberView } from './awaited-number-page.js';
import type { AwaitedLineView, AwaitedNumbersView } from './awaited-numbers-page.js';
import type { AwaitedNumberReading, AwaitedNumbersReading } from './awaited-numbers-query.js';

/** What is said where nothing stands against the number. */
const COMES = 'Hệ thống quản lý văn bản cấp số qua kết nối; có số thì sổ ghi ngay.';
const BY_HAND = 'Hệ thống quản lý văn bản không gửi số qua kết nối: xem số, ngày đến ở đó rồi ghi vào đây.';

export function awaitedNumbersView({ documents, isGivenOverWire }: AwaitedNumbersReading): AwaitedNumbersView {
  const waiting = count(documents.length);
  const summary =
    documents.length === 0
      ? 'Mọi văn bản đã có số đến.'
      : `${waiting} văn bản chờ số đến. ${isGivenOverWire ? COMES : BY_HAND}`;
  return { summary, lines: documents.map(lineOf) };
}

function lineOf(document: IncomingDocumentEntity): AwaitedLineView {
  const { id, senderName, code, subject, queuedAt, numberProblem } = document;
  return {
    id,
    href: `${AWAITED_NUMBERS}/${id}`,
    since: { at: isoInVietnam(queuedAt), words: shortMoment(queuedAt) },
    from: senderName,
    code,
    subject: atStart(subject),
    problem: numberProblem,
  };
}

export function awaitedNumberView(
  { document, isGivenOverWire }: AwaitedNumberReading,
  actor: Actor,
  { today, refused }: { readonly today: CivilDate; readonly refused: RefusedAct | null },
): AwaitedNumberView {
  const { id, senderName, code, issuedDate, typeName, subject, queuedAt, numberProblem } = document;
  const may = awaitsNumber(document) && mayEnterArrivalNumber(actor);
  return {
    heading: awaitsNumber(document) ? `Ghi số đến: ${code}, ${senderName}` : atStart(incomingWords(document)),
    standing: standingOf(document, isGivenOverWire),
    problem: numberProblem,
    facts: [
      { label: 'Tác giả', value: senderName },
      { label: 'Số, ký hiệu', value: code },
      { label: 'Ngày văn bản', value: fullDay(issuedDate) },
      { label: 'Nhận lúc', value: moment(queuedAt) },
      { label: 'Tên loại', value: typeName },
      { label: 'Trích yếu', value: atStart(subject) },
    ],
    askAction: may && isGivenOverWire && mayAskAgain(document) ? `${AWAITED_NUMBERS}/${id}/hoi-lai` : null,
    form: may ? formOf(id, today, refused) : null,
  };
}

/** Two may be at one line at a time: who comes second reads what number it has. */
function standingOf(document: IncomingDocumentEntity, isGivenOverWire: boolean): string {
  const { arrivalDate, givenBy, numberProblem } = document;
  if (givenBy !== null) return `Đã vào sổ ngày ${fullDay(arrivalDate)}. ${sourceWords(givenBy)}.`;
  if (numberProblem !== null) return 'Số hệ thống quản lý văn bản cấp chưa vào sổ được.';
  return isGivenOverWire ? COMES : BY_HAND;
}

export const arrivalNumbering = defineForm({
  number: text('Số đến', { required: true, maxLength: OTHER_LENGTHS.number }),
  arrivalDate: text('Ngày đến', { kind: 'date', required: true }),
  confirmed: NUMBER_CONFIRMED,
});

function formOf(id: string, today: CivilDate, refused: RefusedAct | null): ActFormView {
  const action = `${AWAITED_NUMBERS}/${id}`;
  const { without, confirmed } = numberConfirmation(action, refused);
  const frame = {
    id: 'so-den',
    label: 'Ghi số đến…',
    action,
    submit: 'Ghi số đến',
    lead: 'Ghi đúng số, ngày đến trên hệ thống quản lý văn bản; số đã có trong sổ không nhận lần thứ hai.',
    confirm: ARRIVAL_NUMBER_DIALOG,
    open: true,
    without,
  };
  return arrivalNumbering.draw(frame, refused, { arrivalDate: today, confirmed });
}
