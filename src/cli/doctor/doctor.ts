import { FileStoreAway } from '../../platform/files/file-errors.js';
import type { FileStore } from '../../platform/files/file-store.js';
import type { SafetyCheck } from '../../safety/domain/safety-rule.js';
import { readArguments } from '../command-line.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';
import { outsideChecks, type Outside } from './doctor-outside.js';
import type { CommandOutcome } from '../outcome.js';

/** What a person does about a file; its place is below the folder or prefix of stored files. */
function mendOf(sha256: string): string {
  const place = `tep/${sha256.slice(0, 2)}/${sha256}`;
  return `Tệp hỏng đã được đánh dấu ở khu cách ly (tep/hong). Tệp đến qua hệ thống quản lý văn bản được tự lấy lại khi phần mềm chạy; tệp khác thì chép từ bản sao lưu về ${place}, rồi kiểm tra ổ đĩa.`;
}

/** Where the doctor looks. */
export interface DoctorDoors {
  readonly configuration: () => readonly DoctorCheck[];
  /** Whether the settings say where everything else is; without, only the configuration is looked at. */
  readonly mayGoOn: boolean;
  readonly openStore: () => FileStore;
  /** The files that the database names. */
  readonly named: () => Promise<ReadonlySet<string>>;
  /** Disks, the database, programs of this machine, the e-office, the mail server. */
  readonly machine: () => Promise<readonly DoctorCheck[]>;
  /** Whom the app asks outside. */
  readonly outside: () => Promise<Outside>;
  /** What keeps strangers out, and what is weak. */
  readonly safety: () => Promise<readonly SafetyCheck[]>;
}

/**
 * `hoi-am doctor`: holds the configuration against what it must be, reads every stored file, asks the database which there must be, and says what is damaged or gone; damaged ones are moved into
 * quarantine, those that are gone are marked there. Then it looks at the pages of the database, room on the disks, the converter, anchors, clocks and
 * certificates, and tries the e-office, the mail server, the directory of people and the virus scanner. One JSON object a check, or a line to read.
 * It may run beside the app.
 *
 * With `--security` it looks at what keeps strangers out instead, as the page `/an-toan` does.
 *
 * Status 0 when all is well, 1 when something is not.
 */
export async function runDoctor(args: readonly string[], doors: DoctorDoors): Promise<CommandOutcome> {
  const { json = false, security = false } = readArguments('doctor', args).values;
  const checks = security ? (await doors.safety()).map(asCheck) : await workOf(doors);
  return {
    exitCode: checks.every(({ ok }) => ok) ? 0 : 1,
    lines: json ? checks.map((check) => JSON.stringify(check)) : [...checks.map(asText), summaryOf(checks)],
    messages: [],
  };
}

async function workOf(doors: DoctorDoors): Promise<readonly DoctorCheck[]> {
  const configuration = doors.configuration();
  if (!doors.mayGoOn) return [...configuration, ill('rest', 'Chưa xem được những điều khác.', 'Sửa cấu hình trước.')];
  return [
    ...configuration,
    ...(await filesOf(doors)),
    ...(await doors.machine()),
    ...(await outsideChecks(await doors.outside())),
  ];
}

async function filesOf({ openStore, named }: DoctorDoors): Promise<readonly DoctorCheck[]> {
  const store = openStore();
  try {
    const unasked = await markGone(store, named);
    return [...(await storedFiles(store)), ...unasked];
  } catch (error) {
    if (!(error instanceof FileStoreAway)) throw error;
    return [
      ill('files', `Chưa xem được các tệp lưu trữ: ${error.message}.`, 'Xem kho tệp (FILES_ENDPOINT), rồi chạy lại.'),
    ];
  } finally {
    store.close();
  }
}

function asCheck({ check, state, subject, found, mend }: SafetyCheck): DoctorCheck {
  return { check, ok: state === 'good', message: `${subject}: ${found}`, mend };
}

/** Marks what is gone, so that it is found with what is damaged. @returns why the database could not be asked, if so */
async function markGone(store: FileStore, named: DoctorDoors['named']): Promise<readonly DoctorCheck[]> {
  let names: ReadonlySet<string>;
  try {
    names = await named();
  } catch (error) {
    const message = 'Không đọc được cơ sở dữ liệu nên chưa biết có tệp nào đã mất.';
    return [ill('database', message, error instanceof Error ? error.message : String(error))];
  }
  for (const sha256 of names) await store.markIfGone(sha256);
  return [];
}

async function storedFiles(store: FileStore): Promise<readonly DoctorCheck[]> {
  let count = 0;
  const wrong = new Set<string>();
  for await (const { sha256, isWhole } of store.check()) {
    if (isWhole) count += 1;
    else wrong.add(sha256);
  }
  for (const { sha256 } of await store.damaged()) wrong.add(sha256);
  const found: DoctorCheck[] = [];
  for (const sha256 of wrong) {
    const state = await store.stateOf(sha256);
    if (state === 'whole') continue;
    const message = `Tệp ${sha256} ${state === 'missing' ? 'đã mất' : 'bị hỏng'}.`;
    found.push(ill('files', message, mendOf(sha256)));
  }
  if (found.length > 0) return found;
  return [well('files', `${String(count)} tệp lưu trữ, tất cả nguyên vẹn.`)];
}

function asText({ ok, message, mend }: DoctorCheck): string {
  return ok ? `✓ ${message}` : `✗ ${message} ${mend}`.trimEnd();
}

function summaryOf(checks: readonly DoctorCheck[]): string {
  const count = checks.filter(({ ok }) => !ok).length;
  return count === 0 ? 'Không có gì cần xử lý.' : `${String(count)} điều cần xử lý: các dòng ✗.`;
}
