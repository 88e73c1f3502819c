import { NumberingHold, RestoreMarks } from '../../documents/index.js';
import { ResumeNumbering } from '../../exchange/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { refusalSentence } from '../../platform/http/wording.js';
import { readSettings } from '../../config/settings.js';
import { atTheConsole } from '../at-the-console.js';
import type { Asked } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import type { OpenApp } from '../reconcile.js';

const USAGE = 'Viết: hoi-am exchange numbers [--go-on --reason "LÝ DO"]';

/**
 * `hoi-am exchange numbers`: whether numbers are given, or why not. With `--go-on`, they are given again although nobody could compare after a restore:
 * who sits at the server decides it alone, and the journal names the account of the machine.
 *
 * Status 0 when numbers are given, 1 while they are not, 2 for a command that cannot be read or a reason that says too little.
 */
export async function runNumbers(
  { 'go-on': goOn = false, reason = '' }: Asked<'exchange'>['values'],
  open: OpenApp,
): Promise<CommandOutcome> {
  if (goOn !== (reason !== '')) return unusable(USAGE);
  const context = await open(readSettings());
  try {
    if (goOn) await context.get(ResumeNumbering).resumeAtConsole(atTheConsole(), reason);
    const held = await context.get(NumberingHold).current();
    if (held === null) return await standing(context.get(RestoreMarks));
    const messages = [`Chưa cấp số: ${held.why ?? ''}`, ...(held.failure === null ? [] : [held.failure])];
    return { exitCode: 1, lines: [], messages };
  } catch (error) {
    return refusalOf(error);
  } finally {
    await context.close();
  }
}

/** A database that was just restored is not known as one before a process has started on it. */
async function standing(marks: RestoreMarks): Promise<CommandOutcome> {
  const why = await marks.why();
  if (why === null) return { exitCode: 0, lines: [], messages: ['Đang cấp số bình thường.'] };
  const messages = [`Chưa cấp số: ${why}`, 'Khởi động phần mềm; phần mềm đối chiếu xong mới cấp số.'];
  return { exitCode: 1, lines: [], messages };
}

function refusalOf(error: unknown): CommandOutcome {
  if (!(error instanceof DomainError)) throw error;
  if (error.code !== 'changed-meanwhile') return unusable(refusalSentence(error));
  return { exitCode: 1, lines: [], messages: ['Không có gì đang chặn cấp số.'] };
}
