import type { Reason, ReasonCode } from '../../files/domain/inspection/reasons.js';
import type { FindingCode, TemplateFinding } from '../domain/template-lint/finding.js';
import { decoded } from '../domain/template-lint/part-text.js';
import type { Parts } from '../domain/template-lint/part-rules.js';

const MAIN = 'word/document.xml';
const SAVE_AGAIN = 'Mở bằng Word, lưu lại thành một tệp “Word Document (.docx)” mới.';

const CODES: Readonly<Partial<Record<ReasonCode, FindingCode>>> = {
  'office-macro': 'macro',
  'office-external': 'link-external',
  'office-link-unsafe': 'link-external',
  'office-field': 'field-active',
};

/** Why the file is not taken at all, each where it stands. */
export function fileFindings(refused: readonly Reason[], parts: Parts): readonly TemplateFinding[] {
  return refused.map(({ code, message, about }) => {
    const part = [...parts.keys()].find((name) => about.startsWith(name)) ?? partOf(about, parts);
    const tag = about.startsWith(part) ? about.slice(part.length + 2) : about;
    return { code: codeOf(code), part, tag: tag === '' ? null : tag, ...inTwo(message) };
  });
}

export function tooMuchText(): TemplateFinding {
  const message = 'Mẫu có quá nhiều chữ để làm mẫu.';
  return { code: 'file-unsafe', part: MAIN, tag: null, message, suggestion: 'Chỉ giữ nội dung chung của mẫu.' };
}

export function notReadable(part: string): TemplateFinding {
  const message = 'Phần này của tệp không ở mã UTF-8.';
  return { code: 'xml-broken', part, tag: null, message, suggestion: SAVE_AGAIN };
}

function codeOf(code: ReasonCode): FindingCode {
  return CODES[code] ?? (code.startsWith('xml-') ? 'xml-broken' : 'file-unsafe');
}

/** A part that is no XML is told by its own name; a link, a field or a type by the part that says it. */
function partOf(about: string, parts: Parts): string {
  if (about === '') return MAIN;
  if (/^(word|docProps|customXml|_rels)\//u.test(about) || about.startsWith('[')) return about;
  const wanted = about.toLowerCase();
  return [...parts].find(([, xml]) => decoded(xml).toLowerCase().includes(wanted))?.[0] ?? MAIN;
}

/** What is wrong, and what to do: the last of the sentences. */
function inTwo(message: string): Pick<TemplateFinding, 'message' | 'suggestion'> {
  const [, wrong = message, mend = SAVE_AGAIN] = /^(.*\.) ([^.]+(?:\.\w+[^.]*)*\.)$/su.exec(message) ?? [];
  return { message: wrong, suggestion: mend };
}
