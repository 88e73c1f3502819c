import type { SignatureRequestEntity } from '../../signing/index.js';
import type { NumberRoad } from '../../signing/domain/number-order.js';
import type { ActField } from '../kit/act-form.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { GIVEN_NUMBER_DIALOG, type GivenNumberView } from './given-number.js';

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

function numberForm(
  { id, numberThere }: AwaitedNumber['request'],
  road: 'byHand' | 'stopped',
  refused: RefusedAct | null,
): NonNullable<GivenNumberView['form']> {
  const action = `/phat-hanh/${id}/so-da-cap`;
  const posted = refusedValues(refused, action);
  const told = numberThere === null ? '' : ` Hệ thống đó báo đã cấp số ${numberThere}.`;
  const lead = `Ghi đúng số, ngày đã cấp trên hệ thống quản lý văn bản; số đã có trong sổ hoặc của năm khác không nhận.${told}`;
  return {
    id: 'so-da-cap',
    label: 'Ghi số đã cấp…',
    action,
    submit: 'Ghi số và phát hành',
    lead,
    fields: [
      {
        kind: 'text',
        name: 'number',
        label: 'Số',
        required: true,
        maxLength: MAX_NUMBER_LENGTH,
        value: posted.value('number') ?? '',
        error: posted.error('number'),
      },
      {
        kind: 'date',
        name: 'issuedDate',
        label: 'Ngày văn bản',
        required: true,
        value: posted.value('issuedDate') ?? '',
        error: posted.error('issuedDate'),
      },
      ...numberConfirmation(posted),
    ],
    error: posted.whole('number', 'issuedDate', 'confirmed'),
    confirm: GIVEN_NUMBER_DIALOG,
    open: posted.refused || road === 'byHand',
  };
}

/** The tick by which a clerk says that a number is right which leaves many others out; nothing where that is not asked. */
export function numberConfirmation(posted: RefusedValues): readonly ActField[] {
  const [number = '', error] = [posted.value('number'), posted.error('confirmed')];
  const values = posted.values('confirmed') ?? [];
  if (error === null && !values.includes(number)) return [];
  const options = [{ value: number, label: `Số ${number} đúng như trên hệ thống quản lý văn bản` }];
  return [{ kind: 'checks', name: 'confirmed', label: 'Xác nhận số', values, options, error }];
}
