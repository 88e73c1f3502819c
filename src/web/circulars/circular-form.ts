import { MAX_FILES, SYMBOL_LENGTHS, TEXT_LENGTHS, TITLE_LENGTHS } from '../../circulars/domain/circular.js';
import { ROLES } from '../../kernel/actor.js';
import { UNIT_KIND_WORDS, UNIT_KINDS } from '../../organisation/domain/functions.js';
import { ROLE_WORDS } from '../../organisation/domain/role-words.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { fullDay } from '../kit/words/time.js';
import { CIRCULARS, circularHref } from './circulars-view.js';
import type { CircularFormReading } from './circulars-reading.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

const FIELDS = ['title', 'symbol', 'issuedOn', 'text', 'files', 'dueOn', 'validTo', 'replacesId'] as const;
const PLACES = ['everybody', 'unitKinds', 'units', 'roles', 'people'] as const;

/** The form of a draft, as it is or as it was typed and refused. */
export function circularForm(reading: CircularFormReading, refused: RefusedAct | null): ActFormView {
  const { circular } = reading;
  const action = circular === null ? `${CIRCULARS}/soan` : `${circularHref(circular.id)}/sua`;
  const posted = refusedValues(refused, action);
  return {
    id: 'soan',
    label: 'Soạn văn bản',
    action,
    submit: 'Lưu bản thảo',
    lead: 'Lưu rồi xem văn bản tới bao nhiêu người, sau đó mới gửi.',
    upload: true,
    fields: [...documentFields(reading, posted), ...placeFields(reading, posted)],
    error: posted.whole(...FIELDS, ...PLACES),
    open: true,
  };
}

function typedIn(
  posted: RefusedValues,
): (name: string, before: string) => { name: string; value: string; error: string | null } {
  return (name, before) => ({ name, value: posted.value(name) ?? before, error: posted.error(name) });
}

/** What stands in the form before anybody types. */
function valuesOf(circular: CircularFormReading['circular']) {
  if (circular === null) return BLANK;
  const { title, symbol, issuedOn, text, dueOn, validTo, replacesId, audience, files } = circular;
  const days = { issuedOn: issuedOn ?? '', dueOn, validTo: validTo ?? '' };
  return { ...days, title, symbol, text, replacesId: replacesId ?? '', audience, files: files.map(({ name }) => name) };
}

const BLANK = {
  title: '',
  symbol: '',
  issuedOn: '',
  text: '',
  dueOn: '',
  validTo: '',
  replacesId: '',
  files: [],
  audience: { everybody: false, unitKinds: [], roles: [] },
};

function documentFields({ circular, replaceable }: CircularFormReading, posted: RefusedValues): readonly ActField[] {
  const typed = typedIn(posted);
  const values = valuesOf(circular);
  return [
    { kind: 'text', ...typed('title', values.title), label: 'Trích yếu', maxLength: TITLE_LENGTHS.longest },
    {
      kind: 'text' as const,
      ...typed('symbol', values.symbol),
      label: 'Số, ký hiệu',
      hint: 'Nếu có, như 512/SGDĐT-VP.',
      maxLength: SYMBOL_LENGTHS.longest,
    },
    {
      kind: 'date' as const,
      ...typed('issuedOn', values.issuedOn),
      label: 'Ngày văn bản',
      hint: 'Bỏ trống nếu không ghi ngày.',
    },
    {
      kind: 'area' as const,
      ...typed('text', values.text),
      label: 'Nội dung',
      rows: 10,
      hint: 'Toàn văn hoặc phần phải thực hiện; tệp gốc gửi kèm.',
      maxLength: TEXT_LENGTHS.longest,
    },
    {
      kind: 'files' as const,
      name: 'files',
      label: 'Tệp gửi kèm',
      several: true,
      error: posted.error('files'),
      hint: filesHint(values.files),
    },
    { kind: 'date', ...typed('dueOn', values.dueOn), label: 'Xác nhận chậm nhất ngày' },
    {
      kind: 'date' as const,
      ...typed('validTo', values.validTo),
      label: 'Hiệu lực đến hết ngày',
      hint: 'Bỏ trống: tới khi thu hồi hoặc thay thế.',
    },
    {
      kind: 'choice' as const,
      ...typed('replacesId', values.replacesId),
      label: 'Thay thế văn bản',
      options: [
        { value: '', label: 'Không thay thế' },
        ...replaceable.map(({ id, title, dueOn }) => ({ value: id, label: `${title} (hạn ${fullDay(dueOn)})` })),
      ],
    },
  ];
}

function filesHint(names: readonly string[]): string {
  const most = `Nhiều nhất ${MAX_FILES} tệp.`;
  return names.length === 0 ? most : `${most} Đang có: ${names.join(', ')}; chọn tệp mới thì thay hết.`;
}

function placeFields({ circular, written }: CircularFormReading, posted: RefusedValues): readonly ActField[] {
  const typed = typedIn(posted);
  const { everybody, unitKinds, roles } = valuesOf(circular).audience;
  const ticked = (name: string, before: readonly string[]): readonly string[] =>
    posted.refused ? (posted.values(name) ?? []) : before;
  return [
    {
      kind: 'check' as const,
      name: 'everybody',
      label: 'Gửi toàn Sở',
      error: posted.error('everybody'),
      checked: ticked('everybody', everybody ? ['1'] : []).includes('1'),
    },
    {
      kind: 'checks' as const,
      name: 'unitKinds',
      label: 'Hoặc theo loại đơn vị',
      values: ticked('unitKinds', unitKinds),
      options: UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_WORDS[value] })),
    },
    {
      kind: 'area' as const,
      ...typed('units', written.units.join('\n')),
      label: 'Hoặc từng đơn vị',
      hint: 'Mỗi dòng một đơn vị: tên hoặc mã.',
    },
    {
      kind: 'checks' as const,
      name: 'roles',
      label: 'Chỉ những người giữ vai trò',
      hint: 'Bỏ trống: mọi người.',
      values: ticked('roles', roles),
      options: ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
    },
    {
      kind: 'area' as const,
      ...typed('people', written.people.join('\n')),
      label: 'Thêm người ghi đích danh',
      hint: 'Mỗi dòng một tên đăng nhập.',
      rows: 2,
    },
  ];
}
