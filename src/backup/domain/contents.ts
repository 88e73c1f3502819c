/** A file by its bytes. */
export interface Bytes {
  readonly sha256: string;
  readonly size: number;
}

/** What a backup holds beside the stored files, as it is put back. */
export interface HeldFile extends Bytes {
  /** `hoi-am.db`, `bi-mat/tai-khoan` */
  readonly path: string;
  /** What lies in the backup, where that is encrypted. */
  readonly sealed?: Bytes | undefined;
}

/** Where a file lies in its backup. */
export function placeOf({ path, sealed }: HeldFile): string {
  return sealed === undefined ? path : `${path}.age`;
}

/** The description that a backup carries. */
export interface Contents {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** Of the software that wrote it. */
  readonly software: string;
  readonly agencyCode: string;
  /** ISO 8601, in Việt Nam's time. */
  readonly takenAt: string;
  /** Public keys of those who can open it; none: it is not encrypted. */
  readonly recipients: readonly string[];
  /** The folder with the stored files of all backups that are encrypted for the same people. */
  readonly pool: string;
  /** null where the database is on a server: its own tools back it up. */
  readonly database: (HeldFile & { readonly steps: readonly string[] }) | null;
  /** Keys and anchors. */
  readonly beside: readonly HeldFile[];
  /** The list of stored files, and what they come to. */
  readonly files: { readonly list: HeldFile; readonly count: number; readonly bytes: number };
}

export const FORMAT = 'hoi-am-backup';
/** Of the layout; a later one is not read. */
export const FORMAT_VERSION = 2;

/** The machine on which a backup is to be put back. */
export interface Machine {
  readonly agencyCode: string;
  /** Whether its database is a file of ours. */
  readonly isEmbedded: boolean;
  /** Steps of the database that this software knows. */
  readonly steps: readonly string[];
}

/** Why a backup does not belong on this machine, in Vietnamese, with what to do; null where it does. */
export function strangeness(contents: Contents, machine: Machine): string | null {
  if (contents.version > FORMAT_VERSION || hasUnknownStep(contents, machine)) {
    return `Bản sao lưu do phiên bản Hồi Âm mới hơn ghi (${contents.software}). Cài phiên bản ấy rồi phục hồi.`;
  }
  if (contents.agencyCode !== machine.agencyCode) {
    return `Bản sao lưu của cơ quan ${contents.agencyCode}; máy này đặt AGENCY_CODE=${machine.agencyCode}. Xem lại --from và tệp .env.`;
  }
  if ((contents.database !== null) !== machine.isEmbedded) {
    return machine.isEmbedded
      ? 'Bản sao lưu không có cơ sở dữ liệu (SQL Server sao lưu riêng); máy này đặt DATABASE_URL tới SQLite. Xem lại DATABASE_URL.'
      : 'Bản sao lưu có cơ sở dữ liệu SQLite; máy này đặt DATABASE_URL tới SQL Server. Xem lại DATABASE_URL.';
  }
  return null;
}

function hasUnknownStep({ database }: Contents, { steps }: Machine): boolean {
  return database !== null && database.steps.some((step) => !steps.includes(step));
}

/** Whether a path leads to a place below the folder that it counts from, by names alone: what was changed in a backup must not write elsewhere. */
export function isBelow(path: string): boolean {
  return path.split('/').every((name) => !['', '.', '..'].includes(name) && !/[\\\0]/u.test(name));
}

/** Whether a name is that of a stored file, in a list of them. */
export function isStoredFile(name: string): boolean {
  return /^(?:[a-z-]+\/)?[0-9a-f]{64}$/u.test(name);
}

/** Backups that go so that `keep` remain; the newest stay. @param names in the order in which they were taken */
export function outlived(names: readonly string[], keep: number): readonly string[] {
  return names.slice(0, Math.max(names.length - keep, 0));
}

/** The pool of backups that are not encrypted, as the first layout knew it. */
export const CLEAR_POOL = 'tep';

export const POOL = /^tep(?:-[0-9a-f]{8})?$/u;

/** @param fingerprint of the people for whom its files are encrypted, in hex */
export function sealedPool(fingerprint: string): string {
  return `${CLEAR_POOL}-${fingerprint.slice(0, 8)}`;
}
