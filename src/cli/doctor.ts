import { parseArgs } from 'node:util';
import type { FileStore } from '../platform/files/file-store.js';
import { unusable, type CommandOutcome } from './outcome.js';

const USAGE = 'Viết: hoi-am doctor [--json]';

/** One thing looked at; `mend` says what a person does, and is empty where nothing is wrong. */
interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly message: string;
  readonly mend: string;
}

const MEND =
  'Tệp đã được chuyển vào khu cách ly (thư mục tep/hong). Tệp đến qua e-office được tự lấy lại khi phần mềm chạy; tệp khác thì chép từ bản sao lưu về đúng chỗ, rồi kiểm tra ổ đĩa.';

/**
 * `hoi-am doctor`: reads every stored file and says which is damaged; those are moved into quarantine. One JSON object a check, or a line to read. It may
 * run beside the house.
 *
 * Status 0 when all is well, 1 when something is not.
 */
export async function runDoctor(args: readonly string[], openStore: () => FileStore): Promise<CommandOutcome> {
  const asked = readArguments(args);
  if (asked === null) return unusable(USAGE);
  const checks = await storedFiles(openStore());
  return {
    exitCode: checks.every(({ ok }) => ok) ? 0 : 1,
    lines: checks.map((check) => (asked.json ? JSON.stringify(check) : asText(check))),
    messages: [],
  };
}

async function storedFiles(store: FileStore): Promise<readonly Check[]> {
  let count = 0;
  const damaged = new Set<string>();
  for await (const { sha256, isWhole } of store.check()) {
    if (isWhole) count += 1;
    else damaged.add(sha256);
  }
  for (const { sha256 } of await store.damaged()) {
    if ((await store.stateOf(sha256)) !== 'whole') damaged.add(sha256);
  }
  if (damaged.size > 0) return [...damaged].map(asDamaged);
  return [{ check: 'files', ok: true, message: `${String(count)} tệp lưu trữ, tất cả nguyên vẹn.`, mend: '' }];
}

function asDamaged(sha256: string): Check {
  return { check: 'files', ok: false, message: `Tệp ${sha256} bị hỏng.`, mend: MEND };
}

function asText({ ok, message, mend }: Check): string {
  return ok ? message : `${message} ${mend}`;
}

function readArguments(args: readonly string[]): { readonly json: boolean } | null {
  try {
    const { json = false } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values;
    return { json };
  } catch {
    return null;
  }
}
