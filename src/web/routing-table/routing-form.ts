import { routingEndFlaws, routingFlaws, type RoutingDraft } from '../../routing-table/domain/routing-flaws.js';
import type { RoutingLineEntity } from '../../routing-table/index.js';
import { SCHOOL_LEVEL_WORDS, SCHOOL_LEVELS } from '../../routing-table/domain/school-level.js';
import { CATEGORIES } from '../../law/index.js';
import type { Flaw } from '../../law/policy-draft.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { NAMED_UNIT_WORDS, ROUTING, routingEndAction } from './routing-table-words.js';
import type { RoutingTableReading } from './routing-table-page-query.js';
import { area, checks, choices, line, pick, text } from '../kit/form/field-kinds.js';
import { defineForm, withFlaws } from '../kit/form/posted-form.js';
import { unitChoices } from '../kit/form/known-choices.js';

export const adding = defineForm({
  category: pick('Lĩnh vực', { blank: 'Mọi lĩnh vực' }),
  schoolLevel: pick('Cấp học', { blank: 'Mọi cấp học', options: choices(SCHOOL_LEVELS, SCHOOL_LEVEL_WORDS) }),
  area: line('Địa bàn', {
    hint: 'Tên xã, phường; nhiều nơi cách nhau bằng dấu chấm phẩy. Bỏ trống nếu là toàn thành phố.',
    maxLength: 200,
  }),
  leadUnitId: pick('Đơn vị chủ trì', { blank: NAMED_UNIT_WORDS }),
  officerId: pick('Cán bộ đầu mối', {
    ...{ hint: 'Bỏ trống nếu không phân công riêng cho một người.', blank: 'Không phân công riêng' },
  }),
  coordinators: checks('Đơn vị phối hợp'),
  basis: line('Số, ký hiệu văn bản phân công', { maxLength: 100 }),
  validFrom: text('Từ ngày', { kind: 'date', hint: 'Từ hôm nay trở đi.' }),
  validTo: text('Đến hết ngày', { kind: 'date', hint: 'Bỏ trống nếu không thời hạn.' }),
});

/** The form of a new line: empty, or as it was refused with every flaw at its field. */
export function routingForm(reading: RoutingTableReading, refused: RefusedAct | null): ActFormView {
  const { categories, units, officers } = reading;
  const frame = {
    id: 'them',
    label: 'Thêm dòng phân công…',
    action: ROUTING,
    submit: 'Lưu dòng phân công',
    lead: 'Ghi lại điều người đứng đầu đã phân công bằng văn bản. Dòng nào nêu rõ hơn thì được áp dụng trước.',
  };
  const unitOf = new Map(units.map(({ id, name }) => [id, name]));
  const known = unitChoices(units);
  const people = officers.map((one) => ({ value: one.id, label: `${one.fullName}, ${unitOf.get(one.unitId) ?? ''}` }));
  const form = adding.draw(frame, refused, {
    category: { options: CATEGORIES.map((category) => ({ value: category, label: categories[category].name })) },
    leadUnitId: { options: known },
    officerId: { options: people },
    coordinators: { options: known },
  });
  return withFlaws(form, flawsOf(reading, refusedValues(refused, ROUTING)));
}

function flawsOf({ table, units, officers, today }: RoutingTableReading, posted: RefusedValues): readonly Flaw[] {
  if (!posted.refused) return [];
  const candidates = units.map(({ id }) => ({
    id,
    officerIds: officers.filter(({ unitId }) => unitId === id).map((officer) => officer.id),
  }));
  return routingFlaws(draftOf(posted), { table, today, units: candidates });
}

function draftOf(posted: RefusedValues): RoutingDraft {
  const typed = (name: string): string => posted.value(name) ?? '';
  return {
    category: typed('category'),
    schoolLevel: typed('schoolLevel'),
    area: typed('area'),
    leadUnitId: typed('leadUnitId'),
    officerId: typed('officerId'),
    coordinators: posted.values('coordinators') ?? [],
    basis: typed('basis'),
    validFrom: typed('validFrom'),
    validTo: typed('validTo'),
  };
}

export const ending = defineForm({
  endedFrom: text('Không áp dụng nữa từ ngày', { kind: 'date' }),
  reason: area('Căn cứ, lý do', { rows: 2 }),
});

/** Ends one line. */
export function routingEndForm(
  { id, no, validTo }: RoutingLineEntity,
  { today }: RoutingTableReading,
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: `cham-dut-${id}`,
    label: 'Chấm dứt…',
    action: routingEndAction(id),
    submit: `Chấm dứt dòng ${String(no)}`,
    lead: 'Phiếu đã giao không đổi; phiếu mới không theo dòng này nữa.',
  };
  const hint = validTo === null ? 'Từ hôm nay trở đi.' : 'Từ hôm nay, sớm hơn ngày đã ghi.';
  const form = ending.draw(frame, refused, { endedFrom: { hint } });
  const posted = refusedValues(refused, frame.action);
  const typed = { endedFrom: posted.value('endedFrom') ?? '', reason: posted.value('reason') ?? '' };
  return withFlaws(form, posted.refused ? routingEndFlaws(typed, today) : []);
}
