/** A stored file's bytes are not what its name says: damaged on disk. */
export class FileDamaged extends Error {}

/** Whether the operating system answered with this code, `ENOENT` or the like. */
export function isSystemError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
