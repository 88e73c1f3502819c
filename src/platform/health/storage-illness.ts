import { databaseIllnessOf, type DatabaseIllness } from '../database/database-errors.js';
import { FileStoreAway, isStorageUnwell, isSystemError } from '../files/file-errors.js';

/** Why the machine cannot keep what it is given. */
export type StorageIllness = DatabaseIllness | 'files-away';

const FULL_CODES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What an error says of the database or of the disk; its causes are asked, too. @returns null for every other error */
export function storageIllnessOf(error: unknown): StorageIllness | null {
  return databaseIllnessOf(error) ?? diskIllnessOf(error) ?? illnessBehind(error);
}

/** A line that broke behind another error may have led anywhere. */
function illnessBehind(error: unknown): StorageIllness | null {
  const behind = error instanceof Error && error.cause instanceof Error ? storageIllnessOf(error.cause) : null;
  return behind === 'database-away' ? null : behind;
}

function diskIllnessOf(error: unknown): StorageIllness | null {
  if (error instanceof FileStoreAway) return 'files-away';
  if (FULL_CODES.some((code) => isSystemError(error, code))) return 'disk-full';
  if (isSystemError(error, 'EROFS')) return 'read-only';
  return isStorageUnwell(error) ? 'disk-failing' : null;
}
