/** A stored file cannot be given out: its bytes are not what its name says, or are not there any more. */
export class FileDamaged extends Error {}

/**
 * The store of files elsewhere does not answer, refuses, or answers what cannot be: this says nothing about the bytes, and is tried again.
 * The message, for administrators, names what was asked and what came back.
 */
export class FileStoreAway extends Error {}

/** Whether it is an answer of the operating system, and no fault of the software. */
export function isOfSystem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

/** Whether the operating system answered with this code, `ENOENT` or the like. */
export function isSystemError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

const STORAGE_CODES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EMFILE', 'ENFILE'];

/** The disk is full or fails, or the process may open no more files: no fault of what was to be written. */
export function isStorageUnwell(error: unknown): boolean {
  return STORAGE_CODES.some((code) => isSystemError(error, code));
}

/** Nothing is there, or the reader may not or cannot read it: these say nothing about the bytes. */
const OF_THE_READER: readonly string[] = ['ENOENT', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOMEM'];

/** The operating system has the file and does not give its bytes, as from a broken sector. */
export function isUnreadable(error: unknown): boolean {
  return isOfSystem(error) && !OF_THE_READER.some((code) => isSystemError(error, code));
}
