import { endFlaws } from '../../delegation/domain/authority-flaws.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';
import { moment } from '../kit/words/time.js';
import { area, fileIfAny, type FormField, text } from '../kit/form/field-kinds.js';
import { defineForm, withFlaws } from '../kit/form/posted-form.js';

interface LineWords {
  /** Of the last day: when it may be left empty. */
  readonly lastDay: string;
  /** `văn bản giao ký`. */
  readonly document: string;
  readonly file: { readonly label: string; readonly hint: string };
}

type LineFields = Readonly<Record<'validFrom' | 'validTo' | 'basis' | 'basisDate', FormField<string>>> & {
  readonly file: ReturnType<typeof fileIfAny>;
};

/** What every line of a table of powers says: from when to when it holds, and on what document. */
export function lineFields({ lastDay, document, file: brought }: LineWords): LineFields {
  return {
    validFrom: text('Từ ngày', { kind: 'date', hint: 'Từ hôm nay trở đi.' }),
    validTo: text('Đến hết ngày', { kind: 'date', hint: lastDay }),
    basis: text(`Số, ký hiệu ${document}`, { maxLength: 100 }),
    basisDate: text(`Ngày của ${document}`, { kind: 'date' }),
    file: fileIfAny(brought.label, { hint: brought.hint, accept: '.pdf,.docx,.jpg,.jpeg,.png' }),
  };
}

interface EndWords {
  readonly name: string;
  readonly lead: string;
  /** `Không ký nữa từ ngày`. */
  readonly from: string;
}

export const endingLine = defineForm({
  endedFrom: text('Không còn từ ngày', { kind: 'date' }),
  reason: area('Căn cứ, lý do', { rows: 2 }),
});

/** The form by which a line is ended. @param page the address of its table */
export function endOfLineForm(
  page: string,
  { id, endedFrom }: { readonly id: string; readonly endedFrom: CivilDate | null },
  { today, words: { name, lead, from } }: { readonly today: CivilDate; readonly words: EndWords },
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: `cham-dut-${id}`,
    label: 'Chấm dứt…',
    action: `${page}/${id}/cham-dut`,
    submit: `Chấm dứt thẩm quyền của ${name}`,
    lead,
  };
  const hint = endedFrom === null ? 'Từ hôm nay trở đi.' : 'Từ hôm nay, sớm hơn ngày đã ghi.';
  const form = endingLine.draw(frame, refused, { endedFrom: { label: from, hint } });
  const posted = refusedValues(refused, frame.action);
  const typed = { endedFrom: posted.value('endedFrom') ?? '', reason: posted.value('reason') ?? '' };
  return withFlaws(form, posted.refused ? endFlaws(typed, today) : []);
}

interface EndedLine {
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly endedBecause: string | null;
}

/** `Đỗ Quốc Khánh, 18/3 09:00: …`; null while a line is not ended. */
export function endedWords({ endedAt, endedByName, endedBecause }: EndedLine): string | null {
  return endedAt === null ? null : `${endedByName ?? ''}, ${moment(endedAt)}: ${endedBecause ?? ''}`;
}
