import { type AgencyCalendar, type Shift, shiftLine, weekdayName } from '../../calendar/index.js';
import type { Weekday } from '../../kernel/civil-date.js';
import type { Unit } from '../../organisation/index.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { CONFIDENCE_WORDS, DAY_OFF_WORDS } from './calendar-words.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

const PAGE = '/lich-lam-viec';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const SHIFT_LINES =
  'Mỗi dòng một ca: thời gian áp dụng; các thứ; các khoảng giờ. Ví dụ: 01/04/2026 đến 31/10/2026; thứ Hai đến thứ Sáu; 07:00–11:30, 13:30–17:00';

/** Names the form of a unit that has no hours of its own yet. */
const NEW_UNIT = 'don-vi-khac';

interface AgencyAndUnits {
  readonly agencyCalendar: AgencyCalendar;
  readonly units: readonly Unit[];
}

/** From where a published calendar may be fetched. */
export interface FeedPlaces {
  readonly hosts: readonly string[];
  /** The address that is checked every hour; null where none is. */
  readonly address: string | null;
}

/** The ways to propose a change, each leading to the page that shows what would be different; one that was refused is open, as it was typed. */
export function calendarForms(
  { agencyCalendar, units, feed }: AgencyAndUnits & { readonly feed: FeedPlaces },
  refused: RefusedAct | null,
): readonly ActFormView[] {
  return [
    fileForm(refused),
    ...(feed.hosts.length === 0 ? [] : [feedForm(feed, refused)]),
    dayForm(refused),
    ...hoursForms({ agencyCalendar, units }, refused),
  ];
}

interface Asking {
  readonly id: string;
  readonly label: string;
  readonly action: string;
  readonly posted: RefusedValues;
  readonly fields: readonly ActField[];
}

function formOf({ id, label, action, posted, fields }: Asking): ActFormView {
  const all = [...fields, ...grounds(posted)];
  return {
    id,
    label,
    action,
    fields: all,
    submit: 'Xem thay đổi',
    error: posted.whole(...all.map(({ name }) => name)),
    open: posted.refused,
    upload: all.some(({ kind }) => kind === 'files'),
  };
}

function fileForm(refused: RefusedAct | null): ActFormView {
  const action = `${PAGE}/tep`;
  const posted = refusedValues(refused, action);
  return formOf({
    id: 'tep',
    label: 'Nhập tệp lịch…',
    action,
    posted,
    fields: [
      {
        kind: 'files',
        name: 'file',
        label: 'Tệp lịch',
        hint: 'JSON, iCalendar (.ics) hoặc bảng CSV có cột Ngày, Loại, Tên; chữ UTF-8.',
        accept: '.json,.ics,.csv',
        error: posted.error('file'),
      },
      mode(posted, 'replaceYears'),
      confidence(posted),
    ],
  });
}

/** The same from an address: what is published there is fetched once and shown, as a file would be. */
function feedForm({ hosts, address }: FeedPlaces, refused: RefusedAct | null): ActFormView {
  const action = `${PAGE}/dia-chi`;
  const posted = refusedValues(refused, action);
  return formOf({
    id: 'dia-chi',
    label: 'Tải lịch từ địa chỉ…',
    action,
    posted,
    fields: [
      {
        kind: 'text',
        name: 'address',
        label: 'Địa chỉ lịch iCalendar',
        hint: `Bắt đầu bằng https://; được tải từ ${hosts.join(', ')}.`,
        value: posted.value('address') ?? address ?? '',
        required: true,
        maxLength: 300,
        error: posted.error('address'),
      },
      mode(posted, 'add'),
      confidence(posted),
    ],
  });
}

function mode(posted: RefusedValues, usual: 'replaceYears' | 'add'): ActField {
  return {
    kind: 'choice',
    name: 'mode',
    label: 'Cách nhập',
    value: posted.value('mode') ?? usual,
    options: [
      { value: 'replaceYears', label: 'Thay mọi ngày của các năm có trong lịch ấy' },
      { value: 'add', label: 'Thêm vào, giữ các ngày khác' },
    ],
  };
}

function dayForm(refused: RefusedAct | null): ActFormView {
  const action = `${PAGE}/ngay`;
  const posted = refusedValues(refused, action);
  return formOf({
    id: 'ngay',
    label: 'Sửa một ngày…',
    action,
    posted,
    fields: [
      {
        kind: 'text',
        name: 'date',
        label: 'Ngày',
        hint: 'Ví dụ 31/12/2026',
        value: posted.value('date') ?? '',
        required: true,
        error: posted.error('date'),
      },
      {
        kind: 'choice',
        name: 'kind',
        label: 'Loại ngày',
        value: posted.value('kind') ?? 'holiday',
        options: [
          ...Object.entries(DAY_OFF_WORDS).map(([value, label]) => ({ value, label })),
          { value: 'makeUp', label: 'Làm bù' },
          { value: 'none', label: 'Như ngày thường' },
        ],
      },
      {
        kind: 'text',
        name: 'name',
        label: 'Tên ngày nghỉ',
        hint: 'Bỏ trống khi làm bù hoặc như ngày thường',
        value: posted.value('name') ?? '',
        maxLength: 200,
        error: posted.error('name'),
      },
      {
        kind: 'choice',
        name: 'weekday',
        label: 'Làm bù theo giờ của',
        value: posted.value('weekday') ?? '1',
        options: WEEKDAYS.map((weekday) => ({ value: String(weekday), label: weekdayName(weekday) })),
      },
      confidence(posted),
    ],
  });
}

/** One form for the agency, one for each unit with hours of its own, one for all the other units. */
function hoursForms({ agencyCalendar, units }: AgencyAndUnits, refused: RefusedAct | null): readonly ActFormView[] {
  const keeps = ({ id }: Unit): boolean => id in agencyCalendar.unitShifts;
  const others = units.filter((unit) => !keeps(unit));
  const forms: readonly HoursForm[] = [
    { id: 'gio', whose: 'Toàn Sở', shifts: agencyCalendar.shifts, unitIds: [''] },
    ...units.filter(keeps).map(({ id, name }) => ({
      id: `gio-${id}`,
      whose: name,
      shifts: agencyCalendar.unitShifts[id] ?? [],
      unitIds: [id],
    })),
    ...(others.length === 0
      ? []
      : [
          {
            id: `gio-${NEW_UNIT}`,
            whose: 'đơn vị khác',
            shifts: agencyCalendar.shifts,
            unitIds: others.map(({ id }) => id),
          },
        ]),
  ];
  return forms.map((form) => hoursForm(form, units, refused));
}

interface HoursForm {
  readonly id: string;
  readonly whose: string;
  readonly shifts: readonly Shift[];
  /** Whose hours it may state; empty = the agency's. */
  readonly unitIds: readonly string[];
}

function hoursForm(
  { id, whose, shifts, unitIds }: HoursForm,
  units: readonly Unit[],
  refused: RefusedAct | null,
): ActFormView {
  const action = `${PAGE}/gio`;
  const about = refused?.fields['unitId'];
  const posted = refusedValues(unitIds.some((unitId) => unitId === about) ? refused : null, action);
  const ofAgency = unitIds[0] === '';
  return formOf({
    id,
    label: `Sửa giờ: ${whose}…`,
    action,
    posted,
    fields: [
      id === `gio-${NEW_UNIT}`
        ? {
            kind: 'choice',
            name: 'unitId',
            label: 'Đơn vị',
            value: posted.value('unitId') ?? '',
            options: units
              .filter((unit) => unitIds.includes(unit.id))
              .map(({ id: value, name: label }) => ({ value, label })),
          }
        : { kind: 'hidden', name: 'unitId', value: unitIds[0] ?? '' },
      {
        kind: 'area',
        name: 'shifts',
        label: 'Các ca',
        hint: ofAgency ? SHIFT_LINES : `${SHIFT_LINES}. Bỏ trống để theo giờ của Sở.`,
        value: posted.value('shifts') ?? shifts.map(shiftLine).join('\n'),
        rows: 5,
        error: posted.error('shifts'),
      },
      confidence(posted),
    ],
  });
}

function confidence(posted: RefusedValues): ActField {
  return {
    kind: 'choice',
    name: 'confidence',
    label: 'Tình trạng căn cứ',
    value: posted.value('confidence') ?? 'confirmed',
    options: Object.entries(CONFIDENCE_WORDS).map(([value, label]) => ({ value, label })),
  };
}

/** What every change rests on. */
function grounds(posted: RefusedValues): readonly ActField[] {
  return [
    {
      kind: 'text',
      name: 'source',
      label: 'Căn cứ',
      hint: 'Số, ngày của quyết định hoặc thông báo',
      value: posted.value('source') ?? '',
      required: true,
      maxLength: 400,
      error: posted.error('source'),
    },
    {
      kind: 'text',
      name: 'reason',
      label: 'Lý do thay đổi',
      value: posted.value('reason') ?? '',
      required: true,
      maxLength: 500,
      error: posted.error('reason'),
    },
  ];
}
