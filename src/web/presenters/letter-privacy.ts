import { disclosureRemark, type LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import { FINDING_WORDS } from '../../privacy/domain/finding.js';
import type { FormatFindingsView } from '../components/format-findings.js';
import type { LetterField } from '../components/letter-fields.js';
import { partLabel } from './draft-form.js';

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

type Disclosures = LetterDisclosures['disclosures'];

function fieldsOf(disclosures: Disclosures): readonly string[] {
  return [...new Set(disclosures.map(({ field }) => field))];
}

/** `số điện thoại “0912 345 678”, tên học sinh “Bảo Châu”` */
function detailsIn(field: string, disclosures: Disclosures): string {
  const details = disclosures.filter((one) => one.field === field);
  return [...new Set(details.map(({ kind, words }) => `${FINDING_WORDS[kind]} “${words}”`))].join(', ');
}
