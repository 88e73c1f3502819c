import { z } from 'zod';
import { endFlaws } from '../../delegation/domain/authority-flaws.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { optional } from '../kit/http/form-pipe.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';
import { moment } from '../kit/words/time.js';

/** What every line of a table of powers says, as it is posted. */
export const POSTED_LINE = {
  validFrom: optional(),
  validTo: optional(),
  basis: optional(),
  basisDate: optional(),
};

export const postedEnd = z.object({ endedFrom: optional(), reason: optional() });

interface LineDraft {
  readonly validFrom: string;
  readonly validTo: string;
  readonly basis: string;
  readonly basisDate: string;
}

interface LineWords {
  /** Of the last day: when it may be left empty. */
  readonly lastDay: string;
  /** `văn bản giao ký`. */
  readonly document: string;
  readonly file: { readonly label: string; readonly hint: string };
}

/** From when to when a line holds, and on what document. */
export function lineFields(draft: LineDraft, words: LineWords): readonly ActField[] {
  return [
    { kind: 'date', name: 'validFrom', label: 'Từ ngày', hint: 'Từ hôm nay trở đi.', value: draft.validFrom },
    { kind: 'date', name: 'validTo', label: 'Đến hết ngày', hint: words.lastDay, value: draft.validTo },
    { kind: 'text', name: 'basis', label: `Số, ký hiệu ${words.document}`, value: draft.basis, maxLength: 100 },
    { kind: 'date', name: 'basisDate', label: `Ngày của ${words.document}`, value: draft.basisDate },
    { kind: 'files', name: 'file', ...words.file, accept: '.pdf,.docx,.jpg,.jpeg,.png' },
  ];
}

interface EndWords {
  readonly name: string;
  readonly lead: string;
  /** `Không ký nữa từ ngày`. */
  readonly from: string;
}

/** The form by which a line is ended. @param page the address of its table */
export function endOfLineForm(
  page: string,
  { id, endedFrom }: { readonly id: string; readonly endedFrom: CivilDate | null },
  { today, words: { name, lead, from } }: { readonly today: CivilDate; readonly words: EndWords },
  refused: RefusedAct | null,
): ActFormView {
  const action = `${page}/${id}/cham-dut`;
  const posted = refusedValues(refused, action);
  const typed = { endedFrom: posted.value('endedFrom') ?? '', reason: posted.value('reason') ?? '' };
  const flaws = posted.refused ? endFlaws(typed, today) : [];
  const errorOf = (field: string): string | null => flaws.find((flaw) => flaw.field === field)?.sentence ?? null;
  const hint = endedFrom === null ? 'Từ hôm nay trở đi.' : 'Từ hôm nay, sớm hơn ngày đã ghi.';
  return {
    id: `cham-dut-${id}`,
    label: 'Chấm dứt…',
    action,
    submit: `Chấm dứt thẩm quyền của ${name}`,
    lead,
    fields: [
      {
        kind: 'date',
        name: 'endedFrom',
        label: from,
        hint,
        value: typed.endedFrom,
        error: errorOf('endedFrom'),
      },
      {
        kind: 'area',
        name: 'reason',
        label: 'Căn cứ, lý do',
        rows: 2,
        value: typed.reason,
        error: errorOf('reason'),
      },
    ],
    error: flaws.length > 0 ? null : posted.whole(),
    open: posted.refused,
  };
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
