import { area, check, checks, choices, day, hidden, field, pickIfAny, radios, seen, text } from './field-kinds.js';
import { oneLine, optional } from '../http/form-pipe.js';
import { optionalDay } from '../http/optional-day.js';
import { defineForm } from './posted-form.js';
import type { RefusedAct } from '../refused-values.js';

const leave = defineForm({
  seen: seen(),
  key: hidden(oneLine(), { keeps: true }),
  kind: radios('Loại nghỉ', choices(['rest', 'illness'], { rest: 'Phép năm', illness: 'Ốm' }), { value: 'rest' }),
  from: day('Từ ngày'),
  days: checks('Buổi'),
  urgent: check('Gấp'),
  insteadId: pickIfAny('Người thay', { blank: 'Không ai' }),
  place: text('Nơi nghỉ', { needed: 'Ghi nơi nghỉ.' }),
  reason: area('Lý do', { rows: 2, maxLength: 500 }),
});

const given = { kind: 'illness', from: '2026-03-05', place: 'Hà Nội' };
const frame = { id: 'nghi', label: 'Xin nghỉ…', action: '/nghi', submit: 'Gửi' };
const refused = (fields: RefusedAct['fields'], field: string | null): RefusedAct => ({
  ...{ action: '/nghi', fields, field },
  sentence: 'Không được.',
});

function drawnWith(posted: RefusedAct | null, begun: Parameters<typeof leave.draw>[2] = {}) {
  return leave.draw(frame, posted, begun);
}

function fieldOf(name: string, ...drawing: Parameters<typeof drawnWith>): unknown {
  return drawnWith(...drawing).fields.find((one) => one.name === name);
}

it('reads what was posted, each field as its kind says', () => {
  expect(leave.pipe.transform({ ...given, seen: '7', days: 'am', urgent: '1', insteadId: 'phuc' })).toEqual({
    ...{ seen: { seen: 7 }, key: '', kind: 'illness', from: '2026-03-05', days: ['am'], urgent: true },
    ...{ insteadId: 'phuc', place: 'Hà Nội', reason: '' },
  });
  expect(leave.pipe.transform(given)).toMatchObject({ seen: {}, days: [], urgent: false, insteadId: null });
});

it.each([
  ['a choice that is not offered', { kind: 'other' }, 'kind', 'Chọn loại nghỉ.'],
  ['a day that is none', { from: '2026-02-30' }, 'from', 'Từ ngày: ghi ngày có thật, như 05/03/2026.'],
  ['a field that was left empty', { place: ' ' }, 'place', 'Ghi nơi nghỉ.'],
])('names the field in its sentence: %s', (_case, wrong, field, message) => {
  expect(() => leave.pipe.transform({ ...given, ...wrong })).toThrow(JSON.stringify({ field, message }));
});

it.each([
  ['1/9/2026', '2026-09-01'],
  ['01-09-2026', '2026-09-01'],
  ['1.9.2026', '2026-09-01'],
  ['2026-09-01', '2026-09-01'],
])('reads the day that an official types as %s', (typed, from) => {
  expect(leave.pipe.transform({ ...given, from: typed })).toMatchObject({ from });
});

const voluntary = defineForm({
  on: field('date', 'Ngày làm', optionalDay),
  at: field('moment', 'Thời điểm', optional()),
  since: text('Từ ngày', { kind: 'date' }),
});

it.each([
  ['on', '31/02/2026', 'Ngày làm: ghi ngày có thật, như 05/03/2026.'],
  ['since', 'hôm qua', 'Từ ngày: ghi ngày có thật, như 05/03/2026.'],
  ['at', '18/03/2026 25:00', 'Thời điểm: ghi ngày giờ có thật, như 18/03/2026 09:05.'],
])('takes no day or moment that is none for one left out: %s', (field, typed, message) => {
  expect(() => voluntary.pipe.transform({ [field]: typed })).toThrow(JSON.stringify({ field, message }));
  expect(voluntary.pipe.transform({})).toEqual({ on: null, at: '', since: '' });
});

it('tells what its fields are called', () => {
  expect(leave.labels).toMatchObject({ from: 'Từ ngày', place: 'Nơi nghỉ' });
});

it('draws what the page knows, or what the declaration says', () => {
  const begun = { seen: 7, days: { options: [{ value: 'am', label: 'Sáng' }], value: ['am'] }, urgent: true };
  expect(fieldOf('seen', null, begun)).toEqual({ kind: 'hidden', name: 'seen', value: '7' });
  expect(fieldOf('kind', null, begun)).toMatchObject({
    kind: 'radios',
    label: 'Loại nghỉ',
    value: 'rest',
    error: null,
  });
  expect(fieldOf('days', null, begun)).toMatchObject({ values: ['am'], options: begun.days.options });
  expect(fieldOf('urgent', null, begun)).toMatchObject({ kind: 'check', checked: true });
  expect(fieldOf('insteadId', null, begun)).toMatchObject({ value: '', options: [{ value: '', label: 'Không ai' }] });
  expect(drawnWith(null)).toMatchObject({ ...frame, error: null, open: false, upload: false });
});

it('shows a refused form again as it was posted, with the sentence beside its field', () => {
  const posted = refused({ key: 'k1', seen: '6', kind: 'illness', place: 'Hà Nội' }, 'place');
  const begun = { seen: 7, key: 'k2', days: ['am'], urgent: true, place: 'Đà Nẵng' };
  expect(fieldOf('place', posted, begun)).toMatchObject({ value: 'Hà Nội', error: 'Không được.' });
  expect(fieldOf('urgent', posted, begun)).toMatchObject({ checked: false });
  expect(fieldOf('days', posted, begun)).toMatchObject({ values: [] });
  expect(fieldOf('key', posted, begun)).toMatchObject({ value: 'k1' });
  expect(fieldOf('seen', posted, begun)).toMatchObject({ value: '7' });
  expect(drawnWith(posted)).toMatchObject({ open: true, error: null });
});

it.each([
  ['about no field', null],
  ['about one that is hidden', 'key'],
  ['about one that was left out', 'reason'],
])('shows a sentence with the form as a whole: %s', (_case, field) => {
  const form = leave.draw({ ...frame, without: ['reason'] }, refused({}, field));
  expect(form.error).toBe('Không được.');
  expect(form.fields.map(({ name }) => name)).not.toContain('reason');
});

it('leaves alone what was refused in another form', () => {
  expect(drawnWith({ ...refused({ place: 'Huế' }, 'place'), action: '/khac' })).toEqual(drawnWith(null));
});
