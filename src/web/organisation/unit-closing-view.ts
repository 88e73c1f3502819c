import type { ClosingPreview } from '../../succession/index.js';
import { MAX_REASON_LENGTH, possibleSuccessors } from '../../succession/domain/closing-flaws.js';
import { isClosed } from '../../organisation/domain/unit-tree.js';
import type { RowView } from '../kit/row-list.js';
import type { UnitClosingView } from './unit-closing-page.js';
import { count } from '../kit/words/numbers.js';
import { dutyLabel, periodWords } from './organisation-words.js';
import { unitHref } from './organisation-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { personHref } from './unit-view.js';
import { line } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { unitChoices } from '../kit/form/known-choices.js';
import type { ActFormView } from '../kit/acts/act-form.js';

export function unitClosingView(preview: ClosingPreview, refused: RefusedAct | null): UnitClosingView {
  const { unit, work, people, duties, children } = preview;
  return {
    heading: `Ngừng hoạt động ${unit.name}`,
    back: { href: unitHref(unit.id), label: unit.name },
    work: work.map(({ words, count: held }) => ({ words, held: count(held) })),
    people: people.map(({ id, honorific, fullName, position }): RowView => ({
      icon: 'user',
      title: `${honorific} ${fullName}`,
      href: personHref(id),
      detail: position,
    })),
    duties: duties.map(({ unitFunction, validFrom, validTo }): RowView => ({
      icon: 'check',
      title: dutyLabel(unitFunction),
      detail: periodWords(validFrom, validTo),
    })),
    children: children.map(({ id, name }): RowView => ({ icon: 'users', title: name, href: unitHref(id) })),
    form: isClosed(unit) ? null : closingForm(preview, refused),
  };
}

export const closing = defineForm({
  successorId: line('Đơn vị tiếp nhận', { kind: 'choice', blank: 'Chọn đơn vị' }),
  from: line('Ngừng từ ngày', { kind: 'date', hint: 'Hôm nay hoặc ngày đã qua theo quyết định.' }),
  reason: line('Số quyết định, lý do', { kind: 'area', rows: 2, maxLength: MAX_REASON_LENGTH }),
});

function closingForm({ unit, units, today }: ClosingPreview, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'dong',
    label: 'Ngừng hoạt động…',
    action: `${unitHref(unit.id)}/dong`,
    submit: 'Ngừng hoạt động và chuyển việc',
    lead: 'Mọi thứ trên trang này chuyển đi cùng lúc; một việc không chuyển được thì không việc nào chuyển. Hạn của phiếu không đổi.',
  };
  const options = unitChoices(possibleSuccessors(units, unit, today));
  const sorted = options.toSorted((a, b) => a.label.localeCompare(b.label, 'vi'));
  return closing.draw(frame, refused, { successorId: { options: sorted }, from: today });
}
