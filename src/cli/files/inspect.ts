import { basename } from 'node:path';
import type { FileInspector } from '../../files/index.js';
import { MAX_FILE_BYTES, tooLarge } from '../../files/domain/inspection/inspect-file.js';
import type { Inspection, InspectionVerdict } from '../../files/domain/inspection/inspection.js';
import { eachFile, readGivenFile } from './each-file.js';
import { readArguments } from '../command-line.js';
import type { CommandOutcome } from '../outcome.js';

interface Inspected {
  readonly file: string;
  /** Null when there is no such file. */
  readonly inspection: Inspection | null;
}

/**
 * `hoi-am inspect`: what every file from outside passes before anything parses it. One JSON object a file, or a few
 * lines to read.
 *
 * Status 0 when every file is acceptable (with or without warnings), 1 when one is not, 2 when one is not there.
 */
export async function runInspect(
  args: readonly string[],
  inspector: Pick<FileInspector, 'inspect'>,
): Promise<CommandOutcome> {
  const { operands, values } = readArguments('inspect', args);
  const all = await eachFile(operands, async (file) => ({ file, inspection: await inspectOne(file, inspector) }));
  return outcomeOf(all, values.json ?? false);
}

async function inspectOne(file: string, inspector: Pick<FileInspector, 'inspect'>): Promise<Inspection | null> {
  const content = await readGivenFile(file, MAX_FILE_BYTES);
  if (content === null) return null;
  return content === 'too-large' ? tooLarge() : inspector.inspect({ name: basename(file), content });
}

function outcomeOf(all: readonly Inspected[], json: boolean): CommandOutcome {
  const missing = all.filter(({ inspection }) => inspection === null);
  const isRefused = all.some(({ inspection }) => inspection?.accept === false);
  return {
    exitCode: missing.length > 0 ? 2 : isRefused ? 1 : 0,
    lines: all.flatMap((one) => (json ? [asJson(one)] : asText(one))),
    messages: missing.map(({ file }) => `Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`),
  };
}

const MISSING: Omit<Inspection, 'reasons'> & { readonly reasons: readonly { code: string; message: string }[] } = {
  accept: false,
  verdict: 'reject',
  type: 'application/octet-stream',
  reasons: [{ code: 'file-unreadable', message: 'Không đọc được tệp.' }],
};

function asJson({ file, inspection }: Inspected): string {
  const { accept, verdict, type, reasons } = inspection ?? MISSING;
  return JSON.stringify({
    file,
    accept,
    verdict,
    type,
    reasons: reasons.map(({ code, message }) => ({ code, message })),
  });
}

const VERDICTS: Readonly<Record<InspectionVerdict, string>> = {
  accept: 'nhận được',
  warn: 'nhận được, có điều cần xem',
  reject: 'không nhận được',
};

function asText({ file, inspection }: Inspected): readonly string[] {
  if (inspection === null) return [];
  const { verdict, type, reasons } = inspection;
  return [`${file}: ${VERDICTS[verdict]} (${type})`, ...reasons.map(({ message }) => `  ${message}`)];
}
