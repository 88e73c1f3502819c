import type { SignatureRequestEntity } from '../../signing/index.js';
import type { NumberRoad } from '../../signing/domain/number-order.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';
import { GIVEN_NUMBER_DIALOG, type GivenNumberView } from './given-number.js';
import { optional } from '../kit/http/form-pipe.js';
import { type Control, field, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** Digits of a number, with room for a leading zero. */
const MAX_NUMBER_LENGTH = 9;

/** What the button says that asks for the number. */
const ASKING: Readonly<Record<NumberRoad, string | null>> = {
  ask: 'Xin số và phát hành',
  stopped: 'Xin số lại',
  byHand: null,
  asked: null,
};

/** A letter that waits for its number, and the way to it; null where our register numbers it. */
interface AwaitedNumber {
  readonly request: Pick<SignatureRequestEntity, 'id' | 'numberThere'>;
  readonly given: { readonly road: NumberRoad; readonly problem: string | null } | null;
}

/** What is to be done for a number that the e-office gives; null where our register numbers the letter, and while an answer is awaited. */
export function givenNumberView({ request, given }: AwaitedNumber, refused: RefusedAct | null): GivenNumberView | null {
  if (given === null || given.road === 'asked') return null;
  return {
    ask: ASKING[given.road],
    problem: given.road === 'stopped' ? (given.problem ?? '') : null,
    form: given.road === 'ask' ? null : numberForm(request, given.road, refused),
  };
}

/** The number again, once it is confirmed. */
export const NUMBER_CONFIRMED = field('checks', 'Xác nhận số', optional());

export const numbering = defineForm({
  number: text('Số', { required: true, maxLength: MAX_NUMBER_LENGTH }),
  issuedDate: text('Ngày văn bản', { kind: 'date', required: true }),
  confirmed: NUMBER_CONFIRMED,
});

function numberForm(
  { id, numberThere }: AwaitedNumber['request'],
  road: 'byHand' | 'stopped',
  refused: RefusedAct | null,
): NonNullable<GivenNumberView['form']> {
  const action = `/phat-hanh/${id}/so-da-cap`;
  const told = numberThere === null ? '' : ` Hệ thống đó báo đã cấp số ${numberThere}.`;
  const { without, confirmed } = numberConfirmation(action, refused);
  const frame = {
    id: 'so-da-cap',
    label: 'Ghi số đã cấp…',
    action,
    submit: 'Ghi số và phát hành',
    lead: `Ghi đúng số, ngày đã cấp trên hệ thống quản lý văn bản; số đã có trong sổ hoặc của năm khác không nhận.${told}`,
    confirm: GIVEN_NUMBER_DIALOG,
    open: road === 'byHand',
    without,
  };
  return numbering.draw(frame, refused, { confirmed });
}

/** How a form asks for the tick by which a clerk says that a number is right which leaves many others out; where that is not asked, it does not. */
export function numberConfirmation(
  action: string,
  refused: RefusedAct | null,
): { readonly without: readonly string[]; readonly confirmed: Pick<Control, 'options'> } {
  const posted = refusedValues(refused, action);
  const number = posted.value('number') ?? '';
  const isAsked = posted.error('confirmed') !== null || (posted.values('confirmed') ?? []).includes(number);
  const options = [{ value: number, label: `Số ${number} đúng như trên hệ thống quản lý văn bản` }];
  return { without: isAsked ? [] : ['confirmed'], confirmed: { options } };
}
