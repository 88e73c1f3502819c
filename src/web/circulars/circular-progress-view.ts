import { mayWatch } from '../../circulars/domain/policy.js';
import { standingOf } from '../../circulars/domain/circular.js';
import type { UnitProgress } from '../../circulars/index.js';
import type { CircularProgressView, OpenReceiptsView, UnitProgressView } from './circular-progress-page.js';
import { STANDING_WORDS } from './circulars-words.js';
import { count, outOf } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import { circularHref } from './circulars-view.js';
import type { CircularProgressReading, OpenReceiptsReading } from './circulars-page-query.js';
import type { Names } from '../kit/names.js';

export function circularProgressView(reading: CircularProgressReading): CircularProgressView {
  const { actor, today, progress, onlyOwing, size, names } = reading;
  const { circular, counts, unitCounts } = progress;
  const href = circularHref(circular.id);
  const shown = progress.units.slice(0, size);
  const last = progress.units.length > size ? shown.at(-1) : undefined;
  const all = counts.open + counts.acknowledged;
  return {
    title: circular.title,
    href,
    onlyOwing,
    mayFilter: mayWatch(actor),
    sheetHref: `${href}/tien-do.xlsx`,
    facts: [
      { label: 'Hiệu lực', value: STANDING_WORDS[standingOf(circular, today)] },
      { label: 'Xác nhận chậm nhất', value: fullDay(circular.dueOn) },
      { label: 'Đã xác nhận', value: `${outOf(counts.acknowledged, all)} người` },
      { label: 'Đã phổ biến toàn đơn vị', value: `${outOf(unitCounts.confirmed, unitCounts.all)} đơn vị` },
    ],
    open:
      counts.open === 0 ? null : { words: `${count(counts.open)} người chưa xác nhận`, href: `${href}/chua-xac-nhan` },
    units: shown.map((one) => unitView(one, href, names)),
    moreHref: last === undefined ? null : `${href}/tien-do?${onlyOwing ? 'con-thieu=1&' : ''}sau=${last.unit.seq}`,
  };
}

function unitView({ unit, counts }: UnitProgress, href: string, names: Names): UnitProgressView {
  const { unitId, peopleTold, toldOn, confirmedByName, minutesName } = unit;
  const all = counts.open + counts.acknowledged;
  return {
    id: unitId,
    name: names.units.get(unitId) ?? '',
    acknowledged: all === 0 ? 'Không có tài khoản' : outOf(counts.acknowledged, all),
    open: counts.open === 0 ? null : { words: count(counts.open), href: `${href}/chua-xac-nhan?don-vi=${unitId}` },
    told:
      peopleTold === null || toldOn === null
        ? null
        : { words: `${count(peopleTold)} người, ngày ${fullDay(toldOn)}`, by: confirmedByName ?? '' },
    minutesHref: minutesName === null ? null : `${href}/bien-ban/${unitId}`,
  };
}

export function openReceiptsView({ circular, rows, unitId, size, names }: OpenReceiptsReading): OpenReceiptsView {
  const href = circularHref(circular.id);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const ofUnit = unitId === null ? '' : `don-vi=${unitId}&`;
  return {
    title: circular.title,
    href,
    unit: unitId === null ? null : (names.units.get(unitId) ?? ''),
    due: fullDay(circular.dueOn),
    rows: shown.map(({ seq, staffId, unitId: of, readAt }) => ({
      id: seq,
      name: names.people.get(staffId)?.fullName ?? '',
      unit: names.units.get(of) ?? '',
      read: readAt === null ? 'Chưa mở' : `Mở đọc ${moment(readAt)}`,
    })),
    moreHref: last === undefined ? null : `${href}/chua-xac-nhan?${ofUnit}sau=${last.seq}`,
  };
}
