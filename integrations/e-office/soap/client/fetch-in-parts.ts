import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { Spool, SpoolFolder } from '../../../../src/platform/spool/spool.js';

/** A stretch of something long, as the e-office gave it. */
export interface FetchedPart {
  /** Of what it is. */
  readonly id: string;
  /** Both of the whole. */
  readonly totalSize: number;
  readonly sha256: string;
  /** Where it begins in the whole. */
  readonly offset: number;
  readonly bytes: HeldBytes;
}

interface InParts {
  readonly id: string;
  /** Of the whole. */
  readonly mostBytes: number;
  /** Where the parts wait. */
  readonly spools: SpoolFolder;
  readonly ask: (offset: number) => Promise<FetchedPart>;
}

/** So often a part is asked for again at once when the line was cut before it was whole. */
const CUTS = 2;

/** What was fetched so far belongs to other bytes than what came now. */
class ChangedMeanwhile extends OutsideUnavailable {}

/**
 * Fetches a long file in parts, so that it holds up nothing else. After an interruption it goes on after the last whole part; a file that changed
 * between two parts is fetched again from the start, once. The caller releases the bytes; their hash is the one that the e-office stated.
 *
 * @throws OutsideUnavailable when the parts do not fit together, or their hash is another · OutsideRefused `EO-SIZE`, and what `ask` throws
 */
export async function fetchInParts(wanted: InParts): Promise<HeldBytes> {
  try {
    return await fetchOnce(wanted);
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return fetchOnce(wanted);
  }
}

async function fetchOnce(wanted: InParts): Promise<HeldBytes> {
  const whole = wanted.spools.open();
  try {
    const sha256 = await fill(whole, wanted);
    const bytes = await whole.close();
    if ((await bytes.sha256()) === sha256) return bytes;
    await bytes.release();
    throw new OutsideUnavailable(
      'nội dung hệ thống quản lý văn bản đưa không khớp mã băm đi kèm; phần mềm sẽ tải lại.',
    );
  } finally {
    await whole.drop();
  }
}

/** @returns the hash that the e-office states */
async function fill(whole: Spool, wanted: InParts): Promise<string> {
  let first: FetchedPart | undefined;
  do {
    const part = await nextPart(whole.size, wanted);
    first ??= part;
    try {
      requireNext(part, first, { ...wanted, offset: whole.size });
      for await (const piece of part.bytes.pieces()) {
        whole.write(part.bytes instanceof MemoryBytes ? piece : Buffer.from(piece));
        await whole.drain();
      }
    } finally {
      await part.bytes.release();
    }
  } while (whole.size < first.totalSize);
  return first.sha256;
}

async function nextPart(offset: number, { ask }: InParts): Promise<FetchedPart> {
  for (let cuts = 0; ; cuts += 1) {
    try {
      return await ask(offset);
    } catch (error) {
      const isCut = error instanceof OutsideUnavailable && error.options.retryAfterSeconds === undefined;
      if (offset === 0 || !isCut || cuts === CUTS) throw error;
    }
  }
}

function requireNext(
  part: FetchedPart,
  first: FetchedPart,
  { id, mostBytes, offset }: Pick<InParts, 'id' | 'mostBytes'> & { readonly offset: number },
): void {
  if (part.totalSize > mostBytes) {
    const most = Math.floor(mostBytes / 2 ** 20);
    throw new OutsideRefused('EO-SIZE', `Thông điệp lớn hơn ${String(most)} MiB, vượt mức mà hai bên đã thống nhất.`);
  }
  if (part.totalSize !== first.totalSize || part.sha256 !== first.sha256) {
    throw new ChangedMeanwhile('nội dung ở hệ thống quản lý văn bản thay đổi trong lúc tải từng phần.');
  }
  const moves = part.bytes.size > 0 || part.totalSize === 0;
  if (part.id !== id || part.offset !== offset || !moves || offset + part.bytes.size > part.totalSize) {
    throw new OutsideUnavailable('các phần tải về không ghép được với nhau.');
  }
}
