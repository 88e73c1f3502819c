import { z } from 'zod';
import { disclosureRemark, type LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import {
  detailWords,
  KEPT_REASON,
  type KeptDetails,
  type PrivateDetail,
} from '../../drafting/domain/letter/private-details.js';
import { FINDING_WORDS } from '../../privacy/domain/finding.js';
import { inPlainWords } from '../../privacy/domain/stand-in-words.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { FormatFindingsView } from '../format/format-findings.js';
import type { LetterField } from './letter-fields.js';
import { partLabel } from './draft-form.js';
import { repairHref } from '../revisions/draft-revisions.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

const MEND = 'Bỏ chi tiết này, hoặc bỏ nơi nhận đó.';

/** What a letter tells to those who must not know it, a part of the letter at a time. */
export function privacyFindings({ strangers, disclosures }: LetterDisclosures): FormatFindingsView['findings'] {
  return fieldsOf(disclosures).map((field) => ({
    severity: 'warning',
    message: `${partLabel(field)} nêu ${detailsIn(field, disclosures)}.`,
    mend: `Nơi nhận không được biết: ${strangers.join('; ')}. ${MEND}`,
  }));
}

/** The form with each warning at its field. */
export function warnedFields(
  fields: readonly LetterField[],
  { disclosures }: LetterDisclosures,
): readonly LetterField[] {
  const warned = new Set(fieldsOf(disclosures));
  return fields.map((field) => {
    if (!warned.has(field.name)) return field;
    const warning = `Lưu ý: có nơi nhận không được biết ${detailsIn(field.name, disclosures)}.`;
    return { ...field, hint: field.hint === null ? warning : `${warning} ${field.hint}` };
  });
}

/** What is said beside the button that approves the content; null where there is nothing. */
export function approvalWarning(disclosures: LetterDisclosures): string | null {
  const remark = disclosureRemark(disclosures);
  return remark === null ? null : `${remark} Duyệt thì điều này được ghi vào quá trình của phiếu.`;
}

/** The form with a repair at each field in which something private or masked was left. */
export function repairableFields(
  fields: readonly LetterField[],
  {
    id,
    details,
    marked,
  }: { readonly id: string; readonly details: readonly PrivateDetail[]; readonly marked: ReadonlySet<string> },
): readonly LetterField[] {
  return fields.map((field) => {
    const found = details.filter((one) => one.field === field.name);
    if (found.length === 0 && !marked.has(field.name)) return field;
    if (found.length === 0 && !isRepairable(field)) return field;
    const words = found.length === 0 ? 'Còn chỗ bị che chưa viết lại.' : `Còn thông tin riêng: ${detailWords(found)}.`;
    return { ...field, repair: { words, action: repairHref(id) } };
  });
}

/** Of other brackets and tags only their writer knows what they mean. */
function isRepairable(field: LetterField): boolean {
  const lines = field.kind === 'list' ? field.values : [field.value];
  return lines.some((line) => inPlainWords(line) !== line);
}

/** A writer says why private details stay. */
export const keeping = defineForm({
  version: hidden(z.coerce.number().int().min(1)),
  keptReason: area('Lý do phải giữ', { rows: 2, required: true, maxLength: KEPT_REASON.longest }),
});

/** @returns null where the letter has none */
export function keepForm(
  { id, version }: { readonly id: string; readonly version: number },
  details: readonly PrivateDetail[],
  refused: RefusedAct | null,
): ActFormView | null {
  if (details.length === 0) return null;
  const frame = {
    id: 'giu-chi-tiet',
    label: 'Giữ thông tin riêng, nêu lý do…',
    action: `/du-thao/${id}/giu-chi-tiet`,
    submit: 'Giữ và ghi lý do',
    lead: `Đang còn ${detailWords(details)}. Lưu bản thảo trước khi ghi lý do; người duyệt đọc được lý do này.`,
  };
  return keeping.draw(frame, refused, { version });
}

/** What stays in the letter and why, for everybody who reads the draft; null where nothing does. */
export function keptWords(details: readonly PrivateDetail[], kept: KeptDetails | null): string | null {
  if (kept === null || details.length === 0) return null;
  return `Giữ lại ${detailWords(details)}. Lý do: ${kept.reason}`;
}

type Disclosures = LetterDisclosures['disclosures'];

function fieldsOf(disclosures: Disclosures): readonly string[] {
  return [...new Set(disclosures.map(({ field }) => field))];
}

/** `số điện thoại “0912 345 678”, tên học sinh “Bảo Châu”` */
function detailsIn(field: string, disclosures: Disclosures): string {
  const details = disclosures.filter((one) => one.field === field);
  return [...new Set(details.map(({ kind, words }) => `${FINDING_WORDS[kind]} “${words}”`))].join(', ');
}
