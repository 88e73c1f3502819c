import { type AgencyCalendar, type Shift, shiftLine } from '../../calendar/index.js';
import type { Unit } from '../../organisation/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { FormFrame } from '../kit/form/posted-form.js';
import { bringingFile, changingDay, changingHours, fetching } from './calendar-forms.js';

const PAGE = '/lich-lam-viec';

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

function frameOf(id: string, label: string, path: string): FormFrame {
  return { id, label: `${label}…`, action: `${PAGE}/${path}`, submit: 'Xem thay đổi' };
}

function fileForm(refused: RefusedAct | null): ActFormView {
  return bringingFile.draw(frameOf('tep', 'Nhập tệp lịch', 'tep'), refused, { mode: 'replaceYears' });
}

function feedForm({ hosts, address }: FeedPlaces, refused: RefusedAct | null): ActFormView {
  const frame = frameOf('dia-chi', 'Tải lịch từ địa chỉ', 'dia-chi');
  const hint = `Bắt đầu bằng https://; được tải từ ${hosts.join(', ')}.`;
  return fetching.draw(frame, refused, { address: { value: address, hint }, mode: 'add' });
}

function dayForm(refused: RefusedAct | null): ActFormView {
  return changingDay.draw(frameOf('ngay', 'Sửa một ngày', 'ngay'), refused);
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
  const about = refused?.fields['unitId'];
  const isMine = unitIds.some((unitId) => unitId === about);
  const ofAgency = unitIds[0] === '';
  const options = units.filter((unit) => unitIds.includes(unit.id)).map((one) => ({ value: one.id, label: one.name }));
  return changingHours.draw(frameOf(id, `Sửa giờ: ${whose}`, 'gio'), isMine ? refused : null, {
    unitId: id === `gio-${NEW_UNIT}` ? { options } : { kind: 'hidden', value: unitIds[0] ?? '' },
    shifts: {
      value: shifts.map(shiftLine).join('\n'),
      hint: ofAgency ? SHIFT_LINES : `${SHIFT_LINES}. Bỏ trống để theo giờ của Sở.`,
    },
  });
}
