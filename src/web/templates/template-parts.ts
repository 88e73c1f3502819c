import type { FindingCode, TemplateFinding } from '../../drafting/domain/template-lint/finding.js';

/** What a clerk calls the parts of a DOCX package. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/u, 'Thân văn bản'],
  [/^word\/header\d*\.xml$/u, 'Đầu trang'],
  [/^word\/footer\d*\.xml$/u, 'Chân trang'],
  [/^word\/(?:footnotes|endnotes)\.xml$/u, 'Cước chú'],
  [/^word\/comments\.xml$/u, 'Nhận xét bên lề'],
  [/^word\/styles\.xml$/u, 'Kiểu chữ (Styles)'],
  [/^word\/_rels\//u, 'Liên kết'],
  [/^docProps\//u, 'Thuộc tính của tệp'],
];

/** Findings about a field of the template: its name is shown in braces. */
const OF_FIELDS: readonly FindingCode[] = [
  'tag-unknown',
  'tag-out-of-place',
  'tag-split',
  'loop-unclosed',
  'loop-unopened',
  'loop-crossed',
  'loop-empty',
  'loop-too-deep',
  'list-as-value',
  'flag-as-value',
  'value-as-loop',
  'field-never-printed',
];

/** Where a finding stands, as a clerk knows a Word file: `Thân văn bản, trường {nguoi_ki}`. */
export function findingPlace({ code, part, tag }: Pick<TemplateFinding, 'code' | 'part' | 'tag'>): string {
  const where = PARTS.find(([pattern]) => pattern.test(part))?.[1] ?? part;
  if (tag === null) return where;
  return OF_FIELDS.includes(code) ? `${where}, trường {${tag}}` : `${where}, “${tag}”`;
}
