import { FORMAT_RULES } from '../../drafting/domain/format/rules/rule-table.js';
import type { FormatFinding } from '../../drafting/domain/format/rules/finding.js';
import type { FormatAnswer, MendedFile } from '../../drafting/index.js';
import type { FindingView } from './finding-list.js';
import type { CheckedFileView, FormatCheckView, MendedFileView } from './format-check-page.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { fileCheckForm, type CheckableFile } from './file-check-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

const FILE: CheckableFile = {
  action: '/kiem-tra-the-thuc',
  label: 'Tệp Word (.docx) hoặc PDF',
  hint: 'Nhiều nhất 20 MB. Tệp Word thì phần mềm sửa được lề, phông chữ, dấu cách, số 0 ở trước.',
  accept: '.docx,.pdf',
};
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A page that carries more is slow to open on an office computer. */
const MAX_BYTES_IN_PAGE = 4_000_000;

export function formatCheckView(refused: RefusedAct | null, checked: CheckedFileView | null = null): FormatCheckView {
  return { form: fileCheckForm(refused, FILE), checked };
}

export function checkedFileView(name: string, answer: FormatAnswer): CheckedFileView {
  if (answer.kind === 'notDocument') return notChecked(name, ['Tệp không phải Word (.docx) hoặc PDF. Chọn tệp khác.']);
  if (answer.kind === 'refused') return notChecked(name, answer.messages);
  const isTooLarge = answer.mended !== null && answer.mended.docx.length > MAX_BYTES_IN_PAGE;
  const mended = isTooLarge ? null : answer.mended;
  const isMended = ({ rule }: FormatFinding): boolean => mended?.rules.includes(rule) === true;
  const left = answer.findings.filter((finding) => !isMended(finding));
  const done = answer.findings.filter(isMended);
  return {
    name,
    summary: summaryOf(left, done),
    troubles: isTooLarge ? [TOO_LARGE] : [],
    findings: left.map(findingView),
    mended: mended && mendedView(name, mended, done),
  };
}

const TOO_LARGE =
  'Bản đã sửa lớn hơn 4 MB nên không tải về được từ trang này. Nén ảnh trong tệp rồi kiểm tra lại, hoặc sửa trong Word.';

function notChecked(name: string, troubles: readonly string[]): CheckedFileView {
  return { name, summary: 'Chưa kiểm tra.', troubles, findings: [], mended: null };
}

function summaryOf(left: readonly FormatFinding[], done: readonly FormatFinding[]): string {
  const errors = left.filter(({ severity }) => severity === 'error').length;
  const warnings = left.length - errors;
  const mended = done.length > 0 ? `; ${count(done.length)} lỗi đã sửa trong bản tải về` : '';
  const found = [errors > 0 && `${count(errors)} lỗi phải sửa`, warnings > 0 && `${count(warnings)} điều cần xem`];
  const words = found.filter(Boolean).join(', ');
  if (words === '') return mended === '' ? 'Đạt: không thấy chỗ nào sai thể thức.' : `Không còn lỗi nào${mended}.`;
  return `${errors > 0 ? 'Chưa đạt' : 'Đạt'}: ${words}${mended}.`;
}

function findingView({ severity, where, message, source }: FormatFinding): FindingView {
  return { severity, message, notes: [where, source] };
}

function mendedView(name: string, { docx }: MendedFile, done: readonly FormatFinding[]): MendedFileView {
  return {
    href: `data:${DOCX};base64,${Buffer.from(docx).toString('base64')}`,
    name: `${name.replace(/\.docx$/iu, '')} (đã sửa).docx`,
    size: fileSize(docx.length),
    findings: done.map((finding) => ({ ...findingView(finding), done: mendWords(finding) })),
  };
}

function mendWords({ rule }: FormatFinding): string {
  return `Đã sửa: ${lowered(FORMAT_RULES[rule].mend ?? '')}.`;
}

function lowered(words: string): string {
  return words.slice(0, 1).toLocaleLowerCase('vi') + words.slice(1);
}
