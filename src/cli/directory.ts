import { readSettings } from '../config/settings.js';
import { DomainError } from '../kernel/domain-error.js';
import { SyncDirectory, type DirectoryRunEntity, type RunWish } from '../organisation/index.js';
import { needsInWords } from '../organisation/domain/directory/sync-approval.js';
import type { WordedLine } from '../organisation/domain/directory/sync-line.js';
import { atTheConsole } from './at-the-console.js';
import { readArguments } from './command-line.js';
import { unusable, type CommandOutcome } from './outcome.js';
import type { OpenApp } from './reconcile.js';

const APPROVAL =
  '--approve cần mã của kế hoạch (64 chữ số thập lục phân mà --dry-run đã nêu), và không đi cùng --dry-run.';

/** What we say about refusals that keep a run from beginning. */
const REFUSALS: Readonly<Record<string, CommandOutcome>> = {
  'directory-off': unusable('Chưa nối với thư mục nhân sự: đặt các biến LDAP_ trước.'),
  'changed-meanwhile': {
    exitCode: 3,
    lines: [],
    messages: ['Một lần đồng bộ khác đang chạy; đợi xong rồi chạy lại.'],
  },
};

/**
 * `hoi-am directory sync`: brings staff to what the directory of people says. With `--dry-run` only the plan is made; what needs a person's word is
 * not carried out without `--approve` and the mark of that very plan. `--delta` reads what changed since the last run.
 *
 * Status 0 when all is as the directory says, or the plan may be carried out; 1 when something is refused or waits for approval; 2 without a directory or
 * with wrong arguments; 3 when the directory does not answer, or not wholly: then nothing is changed.
 */
export async function runDirectory(args: readonly string[], open: OpenApp): Promise<CommandOutcome> {
  const { values } = readArguments('directory', args);
  const { json = false } = values;
  const wish = wishOf(values);
  if (wish === null) return unusable(APPROVAL);
  const context = await open(readSettings());
  try {
    return outcomeOf(await context.get(SyncDirectory).now(atTheConsole(), wish), { json, isDry: wish.isDry });
  } catch (error) {
    const known = error instanceof DomainError ? REFUSALS[error.code] : undefined;
    if (known === undefined) throw error;
    return known;
  } finally {
    await context.close();
  }
}

function outcomeOf(
  run: DirectoryRunEntity,
  { json, isDry }: { readonly json: boolean; readonly isDry: boolean },
): CommandOutcome {
  if (run.state === 'failed') return { exitCode: 3, lines: [], messages: [run.reason ?? 'Không đồng bộ được.'] };
  const { added, changed, disabled, untouched, refused, plan, needs } = run;
  const counts = { added, changed, disabled, untouched, refused };
  const lines = plan ?? [];
  const isWaiting = (needs ?? []).length > 0 && run.state !== 'applied';
  return {
    exitCode: refused > 0 || isWaiting ? 1 : 0,
    lines: json ? [JSON.stringify({ ...counts, plan: lines.map(asJson) })] : lines.map(({ sentence }) => sentence),
    messages: [
      `Thêm ${added}, đổi ${changed}, ngừng ${disabled}, giữ nguyên ${untouched}, không nhận ${refused}.`,
      endingOf(run, isDry, isWaiting),
    ],
  };
}

function endingOf({ state, needs, planHash }: DirectoryRunEntity, isDry: boolean, isWaiting: boolean): string {
  if (state === 'applied') return 'Đã áp dụng.';
  if (!isWaiting) return isDry ? 'Mới xem trước, chưa đổi gì.' : 'Chưa đổi gì.';
  return `Chưa đổi gì: ${needsInWords(needs ?? [])}. Xem kỹ rồi chạy lại với --approve ${planHash ?? ''}`;
}

function asJson(line: WordedLine): object {
  return { ...line, facts: undefined };
}

/** Null for an approval that cannot be one. */
function wishOf({
  'dry-run': isDry = false,
  delta = false,
  approve,
}: ReturnType<typeof readArguments<'directory'>>['values']): RunWish | null {
  if (approve !== undefined && (isDry || !isHash(approve))) return null;
  return { kind: delta ? 'delta' : 'full', isDry, approvedHash: approve ?? null };
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text);
}
