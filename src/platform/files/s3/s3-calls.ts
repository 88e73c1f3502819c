import { setTimeout as pause } from 'node:timers/promises';
import { FileStoreAway, isStorageUnwell } from '../file-errors.js';

/** Before the second and the third try, as a share of the time that an answer may take. */
const PAUSES = [1 / 50, 1 / 10] as const;

/** Statuses, besides those from 500, that a store may not answer the next time; 0: no answer came. */
const PASSING: readonly number[] = [0, 408, 409, 429];

/**
 * Repeats a call that is safe to repeat while what fails may pass.
 *
 * @param what names the call where it fails @throws FileStoreAway of the last try, and errors of the system
 */
export async function again<Answer>(call: () => Promise<Answer>, what: string, timeoutMs: number): Promise<Answer> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      if (isStorageUnwell(error)) throw error;
      const share = PAUSES[failures];
      if (share === undefined || !mayPass(error)) throw awayOf(error, what);
      await pause(share * timeoutMs);
    }
  }
}

/** A call that does not come to its end in time is given up, however little is still missing. */
export async function hasEnd<Answer>(
  limitMs: number,
  ask: AbortController,
  call: () => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new FileStoreAway(`không trả lời xong trong ${String(Math.ceil(limitMs / 1000))} giây`);
      reject(error);
      ask.abort(error);
    }, limitMs);
  });
  try {
    return await Promise.race([call(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the store answered with an error of one of these names, or with this status. */
export function isNamed(error: unknown, names: readonly string[], status?: number): boolean {
  if (!(error instanceof Error)) return false;
  return names.includes(error.name) || (status !== undefined && statusOf(error) === status);
}

/** The error for callers, who know no S3; messages of ours stay as they are. */
export function awayOf(error: unknown, what: string): FileStoreAway {
  if (error instanceof FileStoreAway && error.message.startsWith(what)) return error;
  const status = statusOf(error);
  const said = error instanceof FileStoreAway ? error.message : nameOf(error);
  return new FileStoreAway(`${what}: ${said}${status === 0 ? '' : ` (${String(status)})`}`, { cause: error });
}

/** Whether the same call may be answered if it is made once more; a broken line has no status. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return error instanceof FileStoreAway || PASSING.includes(status) || status >= 500;
}

/** Zero where no answer came. */
function statusOf(error: unknown): number {
  const metadata = typeof error === 'object' && error !== null && '$metadata' in error ? error.$metadata : null;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return typeof status === 'number' ? status : 0;
}

/** Of a broken line the system's code tells more than the name. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'lỗi không rõ';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
