import { FORMAT_RULES, RULE_NAMES } from '../../drafting/domain/format/rules/rule-table.js';
import { checkLetter, rulesKept } from '../../drafting/domain/letter/letter-check.js';
import type { WordReading } from '../../drafting/domain/word/word-reading.js';
import type { FormatFindingsView } from '../format/format-findings.js';
import { formatRepairHref } from '../revisions/draft-revisions.js';
import { LETTER_FORM } from './draft-acts.js';
import { unwritten, type StoredLetter } from './draft-form.js';
import { isBeingMade } from './draft-lacks.js';
import type { DraftReading } from './draft-reading.js';
import type { LetterField } from './letter-fields.js';
import { privacyFindings } from './letter-privacy.js';

/** What the check of a letter found. @param fields of its form, where what was found in them is corrected */
export function formatView(
  letter: StoredLetter,
  reading: DraftReading,
  fields: readonly Pick<LetterField, 'name'>[],
): FormatFindingsView {
  const { draft, outdated, disclosures, word } = reading;
  const mend = word ? 'Sửa trong Word rồi nộp lại.' : 'Bấm “Lưu bản thảo”.';
  const names = outdated.map((message) => ({ severity: 'error' as const, message, mend }));
  const mendable = new Set(isFormWritten(reading) ? fields.map(({ name }) => name) : []);
  const { findings, passed } = word ? wordFormat(word.reading) : fieldsFormat(letter, reading, mendable);
  const making = isBeingMade(draft) && unwritten(letter).length === 0;
  const told = privacyFindings(disclosures);
  return {
    findings: [...names, ...findings, ...told],
    passed,
    pending: making ? 'đang tạo trang in' : null,
  };
}

/** Whether this person may write in the form; a letter that was changed in Word is written there. */
export function isFormWritten({ may, word }: DraftReading): boolean {
  return may.edit && word === null;
}

type FormatOf = Pick<FormatFindingsView, 'findings' | 'passed'>;

function fieldsFormat(
  letter: StoredLetter,
  { draft: { id }, titlesAllowed }: DraftReading,
  mendable: ReadonlySet<string>,
): FormatOf {
  const options = { titlesAllowed };
  const findings = checkLetter(letter, options).map(({ rule, severity, field, message, source, mend }) => ({
    severity: severity === 'fail' ? ('error' as const) : ('warning' as const),
    message,
    mend: source,
    ...(mendable.has(field) && {
      place: { href: `#${field}`, label: 'Tới chỗ ấy' },
      repair: mend === undefined ? undefined : { label: mend, form: LETTER_FORM, action: formatRepairHref(id), rule },
    }),
  }));
  return { findings, passed: rulesKept(letter, options) };
}

/** A letter that was written in Word may depart in all that a page shows. */
function wordFormat({ findings }: WordReading): FormatOf {
  const broken = new Set(findings.map(({ rule }) => rule));
  return {
    findings: findings.map(({ severity, where, message, source }) => ({
      severity,
      message,
      mend: `${where}. ${source}`,
    })),
    passed: RULE_NAMES.filter((rule) => !broken.has(rule)).map((rule) => FORMAT_RULES[rule].kept),
  };
}
