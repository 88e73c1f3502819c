import { dirname } from 'node:path';
import {
  BackupUnderWay,
  findBackup,
  keyWords,
  noteRehearsal,
  onStage,
  damagedFiles,
  NoBackup,
  restoreBackup,
  blockingFiles,
  strangeness,
  UnusableIdentity,
  whileHeld,
  type FoundBackup,
  type Machine,
  type Target,
} from '../../backup/index.js';
import type { Clock } from '../../kernel/clock.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { megabytes, progressOn, type Terminal } from './words.js';

export interface RestoreDoors {
  readonly machine: () => Machine;
  readonly target: () => Target;
  /** The registers and the journal prove themselves. @returns null where the restored database needs `hoi-am migrate` first */
  readonly prove: () => Promise<CommandOutcome | null>;
  /** The same, of a database that was put elsewhere. */
  readonly proveAt: (folder: string, databaseFile: string) => Promise<CommandOutcome | null>;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/** So many faults are named one by one. */
const NAMED = 20;

/**
 * `hoi-am restore --from DIR`: proves a backup from its first byte to its last, then puts it back on a machine that has no database yet. With `--check` it only
 * proves; with `--rehearse` it puts keys and database into a folder of their own, lets registers and journal prove themselves there, and takes it away. Of an
 * encrypted backup, both go as far as they can without `--identity`, and say so.
 *
 * Status 0 when all is as it was written, 1 when the backup is damaged or not of this machine, 2 when there is none or something stands in its place: then
 * nothing was changed; 3 when the folder is being backed up into, or another restore, rehearsal or copy of files is under way.
 */
export async function runRestore(args: readonly string[], doors: RestoreDoors): Promise<CommandOutcome> {
  const { from = '', identity, json = false, ...how } = readArguments('restore', args).values;
  try {
    const backup = await findBackup(from, identity);
    const strange = strangeness(backup.contents, doors.machine());
    return strange === null ? await done(backup, { doors, json }, how) : denied(strange);
  } catch (error) {
    if (error instanceof NoBackup || error instanceof UnusableIdentity) return unusable(error.message);
    throw error;
  }
}

async function done(
  backup: FoundBackup,
  asked: Asked,
  { check = false, rehearse = false }: { readonly check?: boolean; readonly rehearse?: boolean },
): Promise<CommandOutcome> {
  const work = async (): Promise<CommandOutcome> => {
    if (rehearse) return rehearsal(backup, asked);
    return check ? proofOf(backup, await damagedFiles(backup), asked.json) : restore(backup, asked);
  };
  try {
    return await whileHeld(dirname(dirname(backup.folder)), work);
  } catch (error) {
    if (error instanceof BackupUnderWay) return { exitCode: 3, lines: [], messages: [error.message] };
    throw error;
  }
}

async function restore(backup: FoundBackup, { doors, json }: Asked): Promise<CommandOutcome> {
  if (isClosed(backup)) return unusable(closedWords(backup));
  const target = doors.target();
  const standing = await blockingFiles(backup, target);
  if (standing.length > 0) return unusable(...standing.map(standingWords));
  const flaws = await damagedFiles(backup);
  if (flaws.length > 0) return proofOf(backup, flaws, json);
  await restoreBackup(backup, target, progressOn(doors.terminal, 'Đã phục hồi'));
  const proof = target.databaseFile === null ? null : await doors.prove();
  const proofs = proof?.messages ?? [];
  return {
    exitCode: proof?.exitCode === 1 ? 1 : 0,
    lines: [json ? asJson(backup, []) : `Đã phục hồi ${said(backup)}.`],
    messages: [...proofs, ...NEXT],
  };
}

interface Asked {
  readonly doors: RestoreDoors;
  readonly json: boolean;
}

/** One that broke off has not passed either: noted, it is tried again the next night and not every half hour. */
async function rehearsal(backup: FoundBackup, asked: Asked): Promise<CommandOutcome> {
  let passed = false;
  try {
    const outcome = await rehearsed(backup, asked);
    passed = outcome.exitCode === 0;
    return outcome;
  } finally {
    await noteRehearsal(backup, { at: asked.doors.clock.now(), passed, opened: !isClosed(backup) });
  }
}

async function rehearsed(backup: FoundBackup, { doors, json }: Asked): Promise<CommandOutcome> {
  const flaws = await damagedFiles(backup);
  if (flaws.length > 0 || isClosed(backup)) return proofOf(backup, flaws, json);
  const proof = await onStage(backup, doors.target().dataDirectory, ({ dataDirectory, databaseFile }) =>
    databaseFile === null ? Promise.resolve(null) : doors.proveAt(dataDirectory, databaseFile),
  );
  const accept = proof?.exitCode !== 1;
  const words = accept ? 'Diễn tập phục hồi đạt' : 'Diễn tập phục hồi không đạt';
  return {
    exitCode: accept ? 0 : 1,
    lines: [json ? asJson(backup, [], accept) : `${words}: ${said(backup)}.`],
    messages: [...(proof?.messages ?? []), ...(proof === null ? [NO_DATABASE] : [])],
  };
}

const NO_DATABASE =
  'Chỉ thử được khóa và tệp: cơ sở dữ liệu trên máy chủ thì diễn tập bằng công cụ của máy chủ; cơ sở dữ liệu của phiên bản trước thì phục hồi rồi chạy "hoi-am migrate".';

const NEXT = [
  'Việc tiếp theo: giao HOI_AM_DATA cho tài khoản chạy phần mềm, chạy "hoi-am migrate" rồi khởi động; phần mềm tự đối chiếu với hệ thống quản lý văn bản trước khi cấp số. Xem /trao-doi/doi-chieu.',
];

function proofOf(backup: FoundBackup, flaws: readonly string[], json: boolean): CommandOutcome {
  const rest = flaws.length - NAMED;
  return {
    exitCode: flaws.length === 0 ? 0 : 1,
    lines: [
      json ? asJson(backup, flaws) : flaws.length === 0 ? `Nguyên vẹn: ${said(backup)}.` : `Hỏng: ${said(backup)}.`,
    ],
    messages: [
      ...flaws.slice(0, NAMED).map((path) => `${path} bị thiếu hoặc không còn như khi ghi.`),
      ...(rest > 0 ? [`và ${String(rest)} tệp khác.`] : []),
      ...(flaws.length === 0
        ? []
        : ['Không phục hồi từ bản này. Dùng bản khác, hoặc chép tệp ấy từ bản khác vào đúng chỗ.']),
      ...(isClosed(backup) ? [CLOSED] : []),
    ],
  };
}

/** Encrypted, and no identity was given. */
function isClosed({ contents, opener }: FoundBackup): boolean {
  return contents.recipients.length > 0 && opener === null;
}

const CLOSED =
  'Bản này đã mã hóa và không có --identity: mới biết từng tệp còn đúng như khi ghi; chưa mở thử, nên khóa riêng có mở được không, cơ sở dữ liệu, nhật ký và các sổ có đúng không thì chưa biết. Chạy lại lệnh này với --identity TỆP để biết.';

function closedWords({ contents: { recipients } }: FoundBackup): string {
  return `Bản sao lưu này đã mã hóa. Chạy lại với --identity TỆP, tệp khóa riêng (AGE-SECRET-KEY-…) của một trong các khóa: ${keyWords(recipients)}. Tệp ấy do người giữ khóa cất ngoài máy chủ.`;
}

function said({ folder, contents: { takenAt, files, database } }: FoundBackup): string {
  return `bản sao lưu lúc ${takenAt} (${folder}): ${String(files.count)} tệp, ${megabytes(files.bytes + (database?.size ?? 0))}`;
}

function asJson({ folder, contents }: FoundBackup, flaws: readonly string[], accept = flaws.length === 0): string {
  const { takenAt, files } = contents;
  return JSON.stringify({ backup: folder, takenAt, files: files.count, bytes: files.bytes, flaws, accept });
}

function standingWords(path: string): string {
  return `${path} đã có ở đây; phục hồi không ghi đè. Dời tệp ấy đi nơi khác rồi chạy lại.`;
}

function denied(message: string): CommandOutcome {
  return { exitCode: 1, lines: [], messages: [message] };
}
