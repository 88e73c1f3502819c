import { routingEndFlaws, routingFlaws, type RoutingDraft } from '../../routing-table/domain/routing-flaws.js';
import type { RoutingLineEntity } from '../../routing-table/index.js';
import { SCHOOL_LEVEL_WORDS, SCHOOL_LEVELS } from '../../routing-table/domain/school-level.js';
import { CATEGORIES } from '../../law/index.js';
import type { Flaw } from '../../law/policy-draft.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { NAMED_UNIT_WORDS, ROUTING, routingEndAction } from './routing-table-words.js';
import type { RoutingTableReading } from './routing-table-page-query.js';

/** The form of a new line: empty, or as it was refused with every flaw at its field. */
export function routingForm(reading: RoutingTableReading, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, ROUTING);
  const draft = draftOf(posted);
  const flaws = posted.refused ? flawsOf(reading, draft) : [];
  return {
    id: 'them',
    label: 'Thêm dòng phân công…',
    action: ROUTING,
    submit: 'Lưu dòng phân công',
    lead: 'Ghi lại điều người đứng đầu đã phân công bằng văn bản. Dòng nào nêu rõ hơn thì được áp dụng trước.',
    fields: [...criteria(reading, draft), ...receivers(reading, draft), ...basis(draft)].map((field) => ({
      ...field,
      ...(field.kind !== 'hidden' && { error: errorOf(flaws, field.name) ?? posted.error(field.name) }),
    })),
    error: flaws.length > 0 ? null : posted.whole(),
    open: posted.refused,
  };
}

function draftOf(posted: RefusedValues): RoutingDraft {
  const text = (name: string): string => posted.value(name) ?? '';
  return {
    category: text('category'),
    schoolLevel: text('schoolLevel'),
    area: text('area'),
    leadUnitId: text('leadUnitId'),
    officerId: text('officerId'),
    coordinators: posted.values('coordinators') ?? [],
    basis: text('basis'),
    validFrom: text('validFrom'),
    validTo: text('validTo'),
  };
}

function flawsOf({ table, units, officers, today }: RoutingTableReading, draft: RoutingDraft): readonly Flaw[] {
  const candidates = units.map(({ id }) => ({
    id,
    officerIds: officers.filter(({ unitId }) => unitId === id).map((officer) => officer.id),
  }));
  return routingFlaws(draft, { table, today, units: candidates });
}

function errorOf(flaws: readonly Flaw[], name: string): string | null {
  return flaws.find(({ field }) => field === name)?.sentence ?? null;
}

function criteria({ categories }: RoutingTableReading, draft: RoutingDraft): readonly ActField[] {
  return [
    {
      kind: 'choice',
      name: 'category',
      label: 'Lĩnh vực',
      value: draft.category,
      options: [
        { value: '', label: 'Mọi lĩnh vực' },
        ...CATEGORIES.map((category) => ({ value: category, label: categories[category].name })),
      ],
    },
    {
      kind: 'choice',
      name: 'schoolLevel',
      label: 'Cấp học',
      value: draft.schoolLevel,
      options: [
        { value: '', label: 'Mọi cấp học' },
        ...SCHOOL_LEVELS.map((level) => ({ value: level, label: SCHOOL_LEVEL_WORDS[level] })),
      ],
    },
    {
      kind: 'text',
      name: 'area',
      label: 'Địa bàn',
      value: draft.area,
      maxLength: 200,
      hint: 'Tên xã, phường; nhiều nơi cách nhau bằng dấu chấm phẩy. Bỏ trống nếu là toàn thành phố.',
    },
  ];
}

function receivers({ units, officers }: RoutingTableReading, draft: RoutingDraft): readonly ActField[] {
  const unitOf = new Map(units.map(({ id, name }) => [id, name]));
  return [
    {
      kind: 'choice',
      name: 'leadUnitId',
      label: 'Đơn vị chủ trì',
      value: draft.leadUnitId,
      options: [{ value: '', label: NAMED_UNIT_WORDS }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      kind: 'choice',
      name: 'officerId',
      label: 'Cán bộ đầu mối',
      value: draft.officerId,
      hint: 'Bỏ trống nếu không phân công riêng cho một người.',
      options: [
        { value: '', label: 'Không phân công riêng' },
        ...officers.map(({ id, fullName, unitId }) => ({
          value: id,
          label: `${fullName}, ${unitOf.get(unitId) ?? ''}`,
        })),
      ],
    },
    {
      kind: 'checks',
      name: 'coordinators',
      label: 'Đơn vị phối hợp',
      values: draft.coordinators,
      options: units.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

function basis(draft: RoutingDraft): readonly ActField[] {
  return [
    {
      kind: 'text',
      name: 'basis',
      label: 'Số, ký hiệu văn bản phân công',
      value: draft.basis,
      maxLength: 100,
    },
    { kind: 'date', name: 'validFrom', label: 'Từ ngày', hint: 'Từ hôm nay trở đi.', value: draft.validFrom },
    {
      kind: 'date',
      name: 'validTo',
      label: 'Đến hết ngày',
      value: draft.validTo,
      hint: 'Bỏ trống nếu không thời hạn.',
    },
  ];
}

/** Ends one line. */
export function routingEndForm(
  { id, no, validTo }: RoutingLineEntity,
  { today }: RoutingTableReading,
  refused: RefusedAct | null,
): ActFormView {
  const action = routingEndAction(id);
  const posted = refusedValues(refused, action);
  const typed = { endedFrom: posted.value('endedFrom') ?? '', reason: posted.value('reason') ?? '' };
  const flaws = posted.refused ? routingEndFlaws(typed, today) : [];
  return {
    id: `cham-dut-${id}`,
    label: 'Chấm dứt…',
    action,
    submit: `Chấm dứt dòng ${String(no)}`,
    lead: 'Phiếu đã giao không đổi; phiếu mới không theo dòng này nữa.',
    fields: [
      {
        kind: 'date',
        name: 'endedFrom',
        label: 'Không áp dụng nữa từ ngày',
        value: typed.endedFrom,
        hint: validTo === null ? 'Từ hôm nay trở đi.' : 'Từ hôm nay, sớm hơn ngày đã ghi.',
        error: errorOf(flaws, 'endedFrom'),
      },
      {
        kind: 'area',
        name: 'reason',
        label: 'Căn cứ, lý do',
        rows: 2,
        value: typed.reason,
        error: errorOf(flaws, 'reason'),
      },
    ],
    error: flaws.length > 0 ? null : posted.whole(),
    open: posted.refused,
  };
}
