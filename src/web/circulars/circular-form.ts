import { MAX_FILES, SYMBOL_LENGTHS, TEXT_LENGTHS, TITLE_LENGTHS } from '../../circulars/domain/circular.js';
import { ROLES } from '../../kernel/actor.js';
import { UNIT_KIND_WORDS, UNIT_KINDS } from '../../organisation/domain/functions.js';
import { ROLE_WORDS } from '../../organisation/domain/role-words.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { fullDay } from '../kit/words/time.js';
import { CIRCULARS, circularHref } from './circulars-view.js';
import type { CircularFormReading } from './circulars-reading.js';
import type { RefusedAct } from '../kit/refused-values.js';
import {
  area,
  check,
  checksOf,
  choices,
  day,
  dayIfAny,
  eachLine,
  files,
  pickIfAny,
  text,
} from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const writing = defineForm({
  title: text('Trích yếu', { maxLength: TITLE_LENGTHS.longest }),
  symbol: text('Số, ký hiệu', { hint: 'Nếu có, như 512/SGDĐT-VP.', maxLength: SYMBOL_LENGTHS.longest }),
  issuedOn: dayIfAny('Ngày văn bản', 'Ghi ngày văn bản có thật, như 05/03/2026.', {
    hint: 'Bỏ trống nếu không ghi ngày.',
  }),
  text: area('Nội dung', {
    ...{ rows: 10, maxLength: TEXT_LENGTHS.longest },
    hint: 'Toàn văn hoặc phần phải thực hiện; tệp gốc gửi kèm.',
  }),
  files: files('Tệp gửi kèm', { most: MAX_FILES }),
  dueOn: day('Xác nhận chậm nhất ngày', { needed: 'Ghi ngày chậm nhất phải xác nhận, như 05/03/2026.' }),
  validTo: dayIfAny('Hiệu lực đến hết ngày', 'Ghi ngày hết hiệu lực có thật, hoặc bỏ trống.', {
    hint: 'Bỏ trống: tới khi thu hồi hoặc thay thế.',
  }),
  replacesId: pickIfAny('Thay thế văn bản', { blank: 'Không thay thế' }),
  everybody: check('Gửi toàn Sở'),
  unitKinds: checksOf('Hoặc theo loại đơn vị', choices(UNIT_KINDS, UNIT_KIND_WORDS)),
  units: eachLine('Hoặc từng đơn vị', { hint: 'Mỗi dòng một đơn vị: tên hoặc mã.' }),
  roles: checksOf('Chỉ những người giữ vai trò', choices(ROLES, ROLE_WORDS), { hint: 'Bỏ trống: mọi người.' }),
  people: eachLine('Thêm người ghi đích danh', { hint: 'Mỗi dòng một tên đăng nhập.', rows: 2 }),
});

/** The form of a draft, as it is or as it was typed and refused. */
export function circularForm(
  { circular, replaceable, written }: CircularFormReading,
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: 'soan',
    label: 'Soạn văn bản',
    action: circular === null ? `${CIRCULARS}/soan` : `${circularHref(circular.id)}/sua`,
    submit: 'Lưu bản thảo',
    lead: 'Lưu rồi xem văn bản tới bao nhiêu người, sau đó mới gửi.',
    open: true,
  };
  return writing.draw(frame, refused, {
    ...(circular !== null && valuesOf(circular)),
    files: { hint: filesHint(circular?.files ?? []) },
    replacesId: {
      value: circular?.replacesId ?? null,
      options: replaceable.map(({ id, title, dueOn }) => ({ value: id, label: `${title} (hạn ${fullDay(dueOn)})` })),
    },
    units: written.units.join('\n'),
    people: written.people.join('\n'),
  });
}

function valuesOf(circular: NonNullable<CircularFormReading['circular']>) {
  const { title, symbol, issuedOn, text: body, dueOn, validTo, audience } = circular;
  const { everybody, unitKinds, roles } = audience;
  return { title, symbol, issuedOn, text: body, dueOn, validTo, everybody, unitKinds, roles };
}

function filesHint(kept: readonly { readonly name: string }[]): string {
  const most = `Nhiều nhất ${MAX_FILES} tệp.`;
  return kept.length === 0
    ? most
    : `${most} Đang có: ${kept.map(({ name }) => name).join(', ')}; chọn tệp mới thì thay hết.`;
}
