import { basename } from 'node:path';
import type { FormatChecker } from '../../drafting/index.js';
import { MAX_FILE_BYTES } from '../../files/domain/inspection/inspect-file.js';
import { eachFile, readGivenFile } from './each-file.js';
import { readArguments } from '../command-line.js';
import type { CommandOutcome } from '../outcome.js';

interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly where: string;
  readonly message: string;
  readonly source: string;
}

interface Checked {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Why the file is no argument of this command; null when it is one. */
  readonly unusable: string | null;
}

/**
 * `hoi-am format check`: the form of Word files and PDF by Decree 30. One JSON object a file, or a few lines to read.
 *
 * Status 0 when nothing must be corrected, 1 when something must, 2 when a file is not there or is no document.
 */
export async function runFormat(
  args: readonly string[],
  checker: Pick<FormatChecker, 'check'>,
): Promise<CommandOutcome> {
  const { operands, values } = readArguments('format', args);
  const all = await eachFile(operands, (file) => checkOne(file, checker));
  const misused = all.filter((one) => one.unusable !== null);
  return {
    exitCode: misused.length > 0 ? 2 : all.every(isAcceptable) ? 0 : 1,
    lines: all.flatMap((one) => (values.json ? [asJson(one)] : asText(one))),
    messages: misused.flatMap((one) => one.unusable ?? []),
  };
}

async function checkOne(file: string, checker: Pick<FormatChecker, 'check'>): Promise<Checked> {
  const content = await readGivenFile(file, MAX_FILE_BYTES);
  if (content === null) return misused(file, `Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`);
  if (content === 'too-large') return refused(file, ['Tệp lớn hơn 20 MB. Giảm dung lượng hoặc chia thành nhiều tệp.']);
  const answer = await checker.check({ name: basename(file), content });
  if (answer.kind === 'notDocument') return misused(file, `Tệp "${file}" không phải DOCX hoặc PDF.`);
  if (answer.kind === 'refused') return refused(file, answer.messages);
  return { file, findings: answer.findings, unusable: null };
}

function misused(file: string, sentence: string): Checked {
  return { ...refused(file, [sentence]), unusable: sentence };
}

function refused(file: string, messages: readonly string[]): Checked {
  const findings = messages.map((message) => ({
    rule: 'file-refused',
    severity: 'error' as const,
    where: 'Tệp',
    message,
    source: 'Quy tắc nhận tệp của hệ thống',
  }));
  return { file, findings, unusable: null };
}

function isAcceptable({ findings }: Checked): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function asJson(checked: Checked): string {
  const { file, findings } = checked;
  return JSON.stringify({ file, accept: isAcceptable(checked), findings });
}

function asText(checked: Checked): readonly string[] {
  const { file, findings } = checked;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const head = errors > 0 ? `còn ${errors} lỗi thể thức` : findings.length > 0 ? 'đạt, có điều cần xem' : 'đạt';
  return [
    `${file}: ${head}`,
    ...findings.map(
      ({ severity, where, message, source }) =>
        `  ${severity === 'error' ? 'Lỗi' : 'Lưu ý'}. ${where}. ${message} (${source})`,
    ),
  ];
}
