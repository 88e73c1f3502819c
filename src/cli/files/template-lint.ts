import { KINDS, kindNamed, type DocumentKind } from '../../../templates/catalogue.js';
import { nearestTo } from '../../drafting/domain/nearest.js';
import type { TemplateFinding } from '../../drafting/domain/template-lint/finding.js';
import type { TemplateLint } from '../../drafting/index.js';
import { MAX_FILE_BYTES } from '../../files/domain/inspection/inspect-file.js';
import { readGivenFile } from './each-file.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';

interface Asked {
  readonly file: string;
  readonly json: boolean;
}

/**
 * `hoi-am template lint`: a template looked over as on upload, its sample made and its form judged. One JSON object, or
 * a few lines to read.
 *
 * Status 0 when it may be used, 1 when there is something to correct, 2 when the file or the kind is not there.
 */
export async function runTemplate(
  args: readonly string[],
  templates: Pick<TemplateLint, 'lint'>,
): Promise<CommandOutcome> {
  const { operands, values } = readArguments('template', args);
  const [file = ''] = operands;
  const { fields, json = false } = values;
  const wanted = fields === undefined ? null : kindNamed(fields);
  if (wanted === undefined) return unusable(unknownKind(fields ?? ''));
  const docx = await readGivenFile(file, MAX_FILE_BYTES);
  if (docx === null) return unusable(`Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`);
  if (docx === 'too-large') return unusable(`Tệp "${file}" lớn hơn 20 MB, không làm mẫu được.`);
  return lintFile(docx, wanted, { asked: { file, json }, templates });
}

async function lintFile(
  docx: Buffer,
  wanted: DocumentKind | null,
  { asked: { file, json }, templates }: { readonly asked: Asked; readonly templates: Pick<TemplateLint, 'lint'> },
): Promise<CommandOutcome> {
  const { kind, findings, warnings } = await templates.lint(docx, wanted);
  const accept = findings.length === 0;
  return {
    exitCode: accept ? 0 : 1,
    lines: json ? [JSON.stringify({ file, accept, findings: findings.map(asJson) })] : asText(file, findings, warnings),
    messages: kind === null ? [kindNotKnown()] : [],
  };
}

function asJson({ code, part, tag, message, suggestion }: TemplateFinding): TemplateFinding {
  return { code, part, tag, message, suggestion };
}

function asText(
  file: string,
  findings: readonly TemplateFinding[],
  warnings: readonly TemplateFinding[],
): readonly string[] {
  return [
    findings.length === 0 ? `${file}: dùng được` : `${file}: ${findings.length} điều phải sửa`,
    ...findings.map((finding) => `  ${findingWords(finding)}`),
    ...warnings.map((warning) => `  Lưu ý: ${findingWords(warning)}`),
  ];
}

function findingWords({ part, tag, message, suggestion }: TemplateFinding): string {
  const place = tag === null ? part : `${part}, “${tag}”`;
  return `${place}: ${message} → ${suggestion}`;
}

function kindNotKnown(): string {
  return `Không rõ tệp là mẫu của loại văn bản nào nên chỉ kiểm tra được cấu trúc. Thêm --fields, một trong: ${names()}.`;
}

function unknownKind(name: string): string {
  const nearest = nearestTo(
    name,
    KINDS.map((kind) => kind.name),
  );
  const hint = nearest === null ? '' : ` Có phải "${nearest}"?`;
  return `Không có loại văn bản "${name}".${hint} Các loại: ${names()}.`;
}

function names(): string {
  return KINDS.map(({ name }) => name).join(', ');
}
