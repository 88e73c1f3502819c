/** Whether zlib stopped because something unfolds to more than it may. */
export function isTooMuch(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
