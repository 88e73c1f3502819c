import { z } from 'zod';
import { SETTLED_WITHOUT_LETTER } from '../../correspondence/domain/handling.js';
import { hasRole } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { IncomingReading } from './incoming-page-query.js';
import { incomingDocumentHref, kindChoices, SETTLEMENT_WORDS } from './correspondence-words.js';
import { area, checks, choices, day, dayIfAny, hidden, line, pick, radios } from '../kit/form/field-kinds.js';
import { defineForm, type FormFrame } from '../kit/form/posted-form.js';
import { personChoices, unitChoices } from '../kit/form/known-choices.js';

export const routing = defineForm({
  version: hidden(z.coerce.number().int().min(0)),
  directedById: pick('Lãnh đạo cho ý kiến', { required: true, blank: 'Chọn lãnh đạo' }),
  direction: area('Ý kiến chỉ đạo', {
    ...{ required: true, maxLength: 1000 },
    hint: 'Ghi nguyên văn ý kiến của lãnh đạo.',
  }),
  directedOn: day('Ngày cho ý kiến', { needed: 'Ghi ngày cho ý kiến.', required: true }),
  leadUnitId: pick('Đơn vị chủ trì', { needed: 'Chọn đơn vị chủ trì.', required: true, blank: 'Chọn đơn vị' }),
  coordinatingUnitIds: checks('Đơn vị phối hợp'),
  dueOn: dayIfAny('Thời hạn giải quyết', 'Ghi ngày có thật, hoặc để trống.', {
    hint: 'Để trống khi không đặt hạn.',
  }),
});

export const assigning = defineForm({
  officerId: pick('Người xử lý', { needed: 'Chọn người xử lý.', required: true, blank: 'Chọn người' }),
  direction: area('Ý kiến chỉ đạo', {
    hint: 'Để trống khi không có gì thêm; in ở phiếu giải quyết văn bản đến.',
    maxLength: 1000,
  }),
});

export const advising = defineForm({ opinion: area('Ý kiến', { required: true, maxLength: 2000 }) });

export const answering = defineForm({
  template: pick('Loại văn bản', {
    ...{ needed: 'Chọn loại văn bản.', required: true, blank: 'Chọn loại văn bản' },
    options: kindChoices('incoming'),
  }),
});

export const settling = defineForm({
  settlement: radios('Kết quả', choices(SETTLED_WITHOUT_LETTER, SETTLEMENT_WORDS), { value: 'handled' }),
  result: line('Nội dung kết quả', {
    hint: 'Một dòng: việc đã thực hiện, nơi lưu kết quả.',
    required: true,
    maxLength: 1000,
  }),
});

/** What this person may do with a document now. */
export function incomingActs(reading: IncomingReading): readonly ActFormView[] {
  const { may, actor, coordinations, refused, colleagues, handling, document } = reading;
  const isAsked = coordinations.some(({ unitId, givenAt }) => unitId === actor.unitId && givenAt === null);
  const frameOf = (id: string, label: string, submit: string): FormFrame => ({
    ...{ id, label, submit },
    action: `${incomingDocumentHref(document.id)}/${id}`,
  });
  const people = colleagues.map(({ id, fullName }) => ({ value: id, label: fullName }));
  const assign = frameOf('giao', 'Giao người xử lý…', 'Giao việc');
  const advise = frameOf('y-kien', 'Cho ý kiến phối hợp…', 'Gửi ý kiến');
  const answer = {
    ...frameOf('tra-loi', 'Trả lời bằng văn bản…', 'Soạn văn bản trả lời'),
    lead: 'Văn bản trả lời phát hành thì văn bản đến này được giải quyết xong.',
  };
  const settle = frameOf('giai-quyet', 'Ghi đã giải quyết…', 'Ghi đã giải quyết');
  const again = handling.state === 'routed' ? 'Chuyển lại…' : 'Chuyển xử lý…';
  return [
    ...(may.route ? [routeForm(reading, frameOf('chuyen', again, 'Chuyển văn bản'))] : []),
    ...(may.assign
      ? [
          assigning.draw(assign, refused, {
            officerId: { value: handling.officerId, options: people },
            direction: handling.unitDirection,
          }),
        ]
      : []),
    ...(may.advise && isAsked ? [advising.draw(advise, refused)] : []),
    ...(may.answer ? [answering.draw(answer, refused)] : []),
    ...(may.settle ? [settling.draw(settle, refused)] : []),
  ];
}

function routeForm(reading: IncomingReading, frame: FormFrame): ActFormView {
  const { actor, handling, offered, leaders, coordinations, today, refused } = reading;
  const units = unitChoices(offered);
  const known = personChoices(leaders);
  const without = hasRole(actor, 'registryClerk') ? [] : ['directedById'];
  return routing.draw({ ...frame, without }, refused, {
    version: handling.version,
    directedById: { value: handling.directedById, options: known },
    direction: handling.direction,
    directedOn: today,
    leadUnitId: { value: handling.leadUnitId, options: units },
    coordinatingUnitIds: { value: coordinations.map(({ unitId }) => unitId), options: units },
    dueOn: handling.dueOn,
  });
}
